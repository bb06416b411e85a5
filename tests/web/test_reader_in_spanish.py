"""What the reader of files says is said in Spanish on Spanish pages: every sentence and answer that its code holds."""

import re

import pytest
from tests.house.conftest import ROOT
from tests.house.said import Source, filled

from makegood.imports.ask import Place
from makegood.imports.draft.outcome_words import outcome_in_words
from makegood.imports.look.look import SHAPES
from makegood.imports.mapping import OUTCOMES
from makegood.imports.words.lists import MEANINGS
from makegood.terms.findings import Finding, Origin
from makegood.web.found import found
from makegood.web.words.all import site_words
from makegood.web.words.reader import about_in_spanish, in_spanish

SAID = {"assume": 0, "LeftOut": 1, "Answer": 1}
"""What is called with a sentence for people, and at which place the sentence is."""
IN_OTHER_WAYS = re.compile(
    r"<0>( <1>)*(, <\d>)?|<0><1> <2>, <3>|<0> …|.* minutes|<0>: <1>/<2>(/<3>)? is .*|the <0> of the week|"
    r"a service of its own, called |"
)
"""Answers that the page says by their value: minutes, days, words of the file."""


def test_every_sentence_and_answer_of_the_reader_has_spanish_words() -> None:
    every = {filled(each.form) for each in Source(ROOT / "src" / "makegood").given(SAID, "imports/")}
    assert len(every) > 130
    by_value = {outcome_in_words(each) for each in OUTCOMES}
    without = {each for each in every - by_value if in_spanish(each) is None and not IN_OTHER_WAYS.fullmatch(each)}
    assert without == set()
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        assert in_spanish(f"the {day} of the week")


def test_what_a_sentence_names_stays_as_it_is() -> None:
    assert in_spanish("Dates without a year are of the school year 2026-27, which another file names.") == (
        "Las fechas sin año son del año escolar 2026-27, que nombra otro archivo."
    )
    assert in_spanish("What nobody wrote") is None
    assert about_in_spanish("first day of school: Maple") == "el primer día de clases: Maple"
    assert Place("log.csv", "", 4).words("es") == "log.csv, fila 4"
    assert Place("log.xlsx", "Fall", 4, 1).words("es") == "log.xlsx, Fall, celda B4"
    assert Place("log.csv", "", 4).words() == "log.csv, row 4"


def test_every_meaning_of_a_column_and_every_shape_has_a_spanish_word() -> None:
    words = site_words("es").setup
    assert [each for each in MEANINGS if each not in words.meanings] == []
    assert [each for each in SHAPES if each not in words.shapes] == []


@pytest.mark.parametrize(
    ("message", "says", "english"),
    [
        ("This file is empty.", "Este archivo está vacío.", ""),
        ("This file has more than 17 bytes, which is more than is read.",
         "Este archivo tiene más de 17 bytes, más de lo que se lee. (como máximo 5)", ""),
        ("What nobody wrote.", "Conviene revisar este dato.", "What nobody wrote. (at most 5)"),
    ],
)  # fmt: skip
def test_a_finding_is_said_in_spanish_and_what_has_no_sentence_of_its_own_keeps_its_english_beside_it(
    message: str, says: str, english: str
) -> None:
    expected = "at most 5" if "empty" not in message else "a file with rows"
    one = Finding("error", "any_other", message, Origin("log.csv", 4, "date"), expected=expected)
    told = found(one, site_words("es"))
    assert (told.place, told.says, told.english) == ("log.csv, fila 4, date", says, english)
    assert found(one, site_words("en")).says == f"{message} ({expected})"


def test_no_page_says_a_finding_but_in_the_words_of_its_language() -> None:
    web = ROOT / "src" / "makegood" / "web"
    paths = [path for kind in ("*.py", "*.html") for path in web.rglob(kind) if path.name != "found.py"]
    assert len(paths) > 200
    assert [path.name for path in paths if "finding.message" in path.read_text(encoding="utf-8")] == []
