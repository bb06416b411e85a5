"""Every paper can be read by a tired person: English up to grade 8, Spanish that counts as easy or normal."""

import pytest
from tests.documents.conftest import AS_OF, child
from tests.documents.reading import fernandez_huerta, grade, prose_of, szigriszt, words_in

from makegood.documents.data import filling_of
from makegood.documents.kinds import KINDS
from makegood.documents.letter import letter_from
from makegood.documents.subject import Subject
from makegood.documents.texts import own
from makegood.ledger import ledger_of
from makegood.terms.language import Lang

MUCH = "003131"
"""A child of the example district with many misses under eleven rules, so that rules are much of the prose."""


def prose(kind: str, lang: Lang) -> list[str]:
    records = child(MUCH)
    subject = Subject(student_id=MUCH, lang=lang, writer=KINDS[kind].writer, fields={})
    filling = filling_of(records, ledger_of(records, AS_OF), subject)
    said = prose_of(letter_from(filling, kind, lang, own(), AS_OF).paper)
    assert words_in(said) >= 100
    return said


@pytest.mark.parametrize("kind", KINDS)
def test_the_english_of_a_paper_is_at_most_of_grade_eight(kind: str) -> None:
    assert grade(prose(kind, "en")) <= 8.0


@pytest.mark.parametrize("kind", KINDS)
def test_the_spanish_of_a_paper_is_plain(kind: str) -> None:
    said = prose(kind, "es")
    assert szigriszt(said) >= 65
    assert fernandez_huerta(said) >= 70


def test_the_measures_are_those_of_their_authors() -> None:
    # Six words of six syllables; four words of six syllables (ni-ño, co-me).
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert szigriszt(["El niño come pan."]) == pytest.approx(206.835 - 62.3 * 6 / 4 - 4)
    assert fernandez_huerta(["El niño come pan."]) == pytest.approx(206.84 - 60 * 6 / 4 - 1.02 * 4)


def test_the_words_of_a_regulation_would_not_pass() -> None:
    rule = (
        "The participating agency must comply with a request without unnecessary delay and before any meeting about "
        "an individualized education program, or any hearing pursuant to these regulations, and in no case more than "
        "forty-five days after the request has been made."
    )
    assert grade([rule]) > 8
    norma = (
        "La institución participante deberá proporcionar oportunidades razonables de información a los representantes "
        "legales del estudiante, de conformidad con los procedimientos administrativos establecidos reglamentariamente."
    )
    assert szigriszt([norma]) < 65
