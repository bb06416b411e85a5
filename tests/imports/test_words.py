"""The word lists: what is sure is taken, what is only likely never is."""

import tomllib
from importlib.resources import files

import pytest
from pydantic import ValidationError

from makegood.imports.draft.outcome_words import answers_for_code
from makegood.imports.mapping import Mapping
from makegood.imports.words import (
    bare,
    heading_of,
    likely_outcomes,
    outcome_in_answer,
    outcome_of,
    phrase_outcomes,
    service_of,
)
from makegood.terms.reasons import REASONS
from makegood.web.words.all import site_words

LISTS = {
    name: tomllib.loads(files("makegood.imports.words").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    for name in ("headings", "outcomes", "services")
}


def test_every_sure_word_means_one_thing() -> None:
    for lists in (LISTS["headings"], LISTS["outcomes"]["sure"], LISTS["services"]):
        meaning: dict[str, str] = {}
        for name, words in lists.items():
            for word in filter(None, map(bare, words.split("|"))):
                assert meaning.setdefault(word, name) == name, f"{word} is {meaning[word]} and {name}"


def test_every_outcome_is_a_reason_or_one_of_four_others() -> None:
    known = {*REASONS, "held", "make_up", "no_row", "leave_out"}
    assert {*LISTS["outcomes"]["sure"], *LISTS["outcomes"]["likely"]} <= known
    assert {*LISTS["outcomes"]["answers"]} <= {*known, "missed"}


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("PD day", "in_service"), ("recess week", "holiday"), ("home sick", "student_absent"),
        ("Field Trip", "school_activity"),
        ("no sub", "no_substitute"), ("Therapist out", "provider_absent"), ("IEP meeting", "provider_other_duty"),
        ("sin suplente", "no_substitute"), ("feriado", "holiday"), ("Terapeuta ausente", "provider_absent"),
        ("día de capacitación", "in_service"), ("excursión", "school_activity"), ("se negó", "student_refused"),
        ("\u2713", "held"), ("the therapist was absent", "provider_absent"), ("evaluation", "leave_out"),
    ],
)  # fmt: skip
def test_a_sure_word_is_taken(word: str, meaning: str) -> None:
    assert outcome_of(word) == meaning


@pytest.mark.parametrize("word", ["P", "A", "x", "SA", "absent", "sick", "out", "testing", "n/a", "1", "-"])
def test_a_word_that_can_mean_two_things_is_never_taken(word: str) -> None:
    assert outcome_of(word) is None


def test_likely_answers_for_p_are_both_of_its_meanings() -> None:
    assert set(likely_outcomes("P")) == {"held", "provider_absent"}


def test_a_phrase_is_found_inside_a_sentence_and_a_longer_one_hides_a_shorter() -> None:
    assert set(phrase_outcomes("Ana had a field trip to the farm")) == {"school_activity"}
    assert phrase_outcomes("therapist in meeting") == {"provider_other_duty": "therapist in meeting"}
    assert phrase_outcomes("worked on the sound r") == {}


def test_why_there_was_no_school_says_more_than_that_there_was_none() -> None:
    assert set(phrase_outcomes("No school - storm")) == {"weather_closure"}
    assert set(phrase_outcomes("sin clases, feriado")) == {"holiday"}
    assert set(phrase_outcomes("no school, therapist out")) == {"no_school", "provider_absent"}


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [("Service Date (MM/DD/YYYY)", "date"), ("Min.", "minutes_delivered"), ("Fecha", "date"),
     ("Alumno", "student_name"), ("IEP Frequency", "mandate"), ("Held?", "code"), ("Favourite colour", None)],
)  # fmt: skip
def test_a_heading_is_known_in_english_and_spanish(heading: str, meaning: str | None) -> None:
    assert heading_of(heading) == meaning


@pytest.mark.parametrize(
    ("word", "type_"),
    [("SLP", "speech"), ("S/L", "speech"), ("415 - Language and Speech", "speech"), ("O.T.", "occupational_therapy"),
     ("Terapia física", "physical_therapy"), ("Music", None)],
)  # fmt: skip
def test_a_word_for_a_service_is_its_type(word: str, type_: str | None) -> None:
    assert service_of(word) == type_


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        ("no se dio", "missed"), ("no hubo", "missed"), ("No recibida", "missed"), ("not given", "missed"),
        ("missed, no reason", "missed"), ("not given, I don't know why", "missed"),
        ("no recibida, no sé por qué", "missed"), ("Not delivered", "missed"),
        ("recibida", "held"), ("given", "held"), ("sí hubo", "held"), ("dejarlo fuera", "leave_out"),
        ("nada que decir: sin sesión", "no_row"), ("estudiante ausente", "student_absent"),
    ],
)  # fmt: skip
def test_a_question_is_answered_in_plain_words_of_either_language(answer: str, meaning: str) -> None:
    mapping = Mapping().with_answers([(("codes", "zz"), answer)])
    assert mapping.codes == {"zz": meaning}


@pytest.mark.parametrize("outcomes", [site_words("en").setup.outcomes, site_words("es").setup.outcomes])
def test_what_the_page_itself_calls_an_outcome_is_an_answer(outcomes: dict[str, str]) -> None:
    for meaning in ("held", "make_up", "missed", "no_row", "leave_out"):
        assert outcome_in_answer(outcomes[meaning]) == meaning


@pytest.mark.parametrize("answer", ["perhaps", "no sé", "unknown"])
def test_words_that_say_no_outcome_are_no_answer(answer: str) -> None:
    with pytest.raises(ValidationError, match="not given"):
        Mapping().with_answers([(("codes", "zz"), answer)])


@pytest.mark.parametrize("code", ["no hubo", "Not delivered", "no se dio"])
def test_a_word_for_a_session_not_given_is_asked_about_and_missed_is_the_first_answer(code: str) -> None:
    assert outcome_of(code) is None
    assert answers_for_code(code, code)[0].value == "missed"


@pytest.mark.parametrize("code", ["P", "A", "zz", "t", "no", "1:15"])
def test_missed_without_knowing_why_is_among_the_answers_for_every_code(code: str) -> None:
    assert "missed" in [answer.value for answer in answers_for_code(code, code)]
