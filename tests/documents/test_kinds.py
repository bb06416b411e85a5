"""Each kind of paper holds all that it must hold, in both languages and both files; a finding says what is missing."""

import re
from dataclasses import replace

import pytest
from tests.documents.conftest import AS_OF, child, made, pdf_text, word_text
from tests.documents.elements import ELEMENTS, elements

from makegood.documents.ask import letter
from makegood.documents.data import filling_of
from makegood.documents.kinds import KINDS
from makegood.documents.letter import letter_from
from makegood.documents.subject import Subject
from makegood.documents.texts import PAPERS, own
from makegood.ledger import ledger_of

BOTH = [(kind, lang) for kind in KINDS for lang in ("en", "es")]
WHERE = {"en": 0, "es": 1}


def without(text: str, element: str) -> str:
    """Return a template without the paragraph or item that holds something."""
    paragraphs = re.split(r"(\n\s*\n|\n(?=- )|\n(?=> ))", text)
    return "".join(part for part in paragraphs if f'holds("{element}")' not in part)


def test_every_kind_has_a_template_in_each_language_and_every_element_has_its_words() -> None:
    names = {path.name for path in PAPERS.glob("*.txt") if not path.name.startswith("_")}
    assert names == {f"{kind}.{lang}.txt" for kind, lang in BOTH}
    assert {kind: set(of.holds) for kind, of in KINDS.items()} == {kind: set(elements(kind)) for kind in ELEMENTS}


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_a_paper_holds_all_that_its_kind_must_hold(kind: str, lang: str) -> None:
    files = made(kind, lang)
    assert files.findings == []
    texts = [pdf_text(files.files[f"{kind}.pdf"]), word_text(files.files[f"{kind}.docx"])]
    # A line may break within a phrase of the Word file, where blanks are not written.
    lacking = [
        (name, at)
        for name, words in elements(kind).items()
        for at, text in enumerate(texts)
        if words[WHERE[lang]].replace(" ", "") not in text.replace(" ", "").replace("\u00ad", "")
    ]
    assert lacking == []


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_a_finding_names_whatever_is_taken_away(kind: str, lang: str) -> None:
    ours = own()
    records = child("004518")
    subject = Subject(student_id="004518", lang=lang, writer=KINDS[kind].writer, fields={})  # type: ignore[arg-type]
    filling = filling_of(records, ledger_of(records, AS_OF), subject)
    for element, words in ELEMENTS[kind].items():
        name = f"{kind}.{lang}.txt"
        cut = replace(ours, texts=dict(ours.texts) | {name: without(ours.texts[name], element)})
        messages = [finding.message for finding in letter_from(filling, kind, lang, cut, AS_OF).findings]  # type: ignore[arg-type]
        assert any(f"'{element}'" in message for message in messages), (element, messages)
        if kind != "state_complaint":
            # The words are nowhere else, so that their test is one of this element.
            assert words[WHERE[lang]] not in cut.texts[name], element


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_complaint_never_says_for_the_family_that_the_law_was_broken(lang: str) -> None:
    plain = letter(child("004518"), "004518", "state_complaint", AS_OF, lang=lang, formats=("docx",))  # type: ignore[arg-type]
    assert {"violation", "problem", "resolution"} <= set(plain.missing)
    said = letter(
        child("004518"), "004518", "state_complaint", AS_OF, lang=lang, formats=("docx",),  # type: ignore[arg-type]
        fields={"violation": "The district violated 34 CFR 300.323."},
    )  # fmt: skip
    assert "The district violated 34 CFR 300.323." in word_text(said.files["state_complaint.docx"])
    assert said.findings == []


def test_a_child_without_a_home_has_a_way_to_be_reached_instead_of_an_address() -> None:
    said = letter(
        child("004518"),
        "004518",
        "state_complaint",
        AS_OF,
        formats=("docx",),
        fields={"homeless": "through the school"},
    )
    text = word_text(said.files["state_complaint.docx"])
    assert "How to reach the child: through the school" in text
    assert "child_address" not in said.missing
