"""What holds for any text whatever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.intake.mandate import FLAGS, Reading, explain, read_mandate
from makegood.intake.mandate.vocabulary import VOCABULARY
from makegood.terms.accounts import PERS

_PIECES = [*sorted({" ".join(words) for words in VOCABULARY}), *"0123456789,-", "30", "2x30", "2:30:1", "3:1"]
_WORDINGS = [
    "{n} x {m} min {adverb}",
    "{m} min x {n} {adverb}",
    "{m} minutes, {n} times per {noun}",
    "{n} sessions of {m} minutes each {noun}",
    "{n}x/{noun} {m} min",
    "{n} {m}-minute sessions a {noun}",
    "{m} min x {n} Times = {t} min {adverb}",
    "{t} minutes {adverb} ({n} x {m} min)",
    "{t} minutes per {noun} in {m} minute sessions",
    "{t} min a {noun} over {n} sessions",
    "{n} times {adverb} for {m} minutes, for a total of {t} minutes",
]
_PERIODS = {"week": "weekly", "month": "monthly", "day": "daily", "quarter": "quarterly", "year": "yearly"}

anything = st.text(max_size=80)
mandate_like = st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join)


@given(anything | mandate_like)
def test_no_text_raises_and_every_flag_is_explained(text: str) -> None:
    found = read_mandate(text)
    assert set(found.flags) <= FLAGS.keys()
    assert found.text == text
    assert all(explain(reading) for reading in found.readings)


@given(anything | mandate_like)
def test_ok_means_one_whole_reading_and_no_flag(text: str) -> None:
    found = read_mandate(text)
    assert (found.status == "ok") == (not found.flags)
    if found.status == "ok":
        (reading,) = found.readings
        assert reading.minutes is not None
        assert reading.minutes >= 1
        assert reading.per in PERS
    for reading in found.readings:
        assert reading.sessions >= 1
        assert reading.every >= 1
        assert reading.every == 1 or reading.per in {"cycle", "week", "month"}


@given(st.integers(2, 10), st.integers(11, 120), st.sampled_from(sorted(_PERIODS)), st.sampled_from(_WORDINGS))
def test_every_clear_wording_of_one_promise_means_the_same(n: int, m: int, noun: str, wording: str) -> None:
    text = wording.format(n=n, m=m, t=n * m, noun=noun, adverb=_PERIODS[noun])
    found = read_mandate(text)
    assert (found.flags, found.readings) == ((), (Reading(m, n, noun, 1, None, None),))


@given(st.integers(2, 10), st.integers(11, 120), st.integers(1, 9))
def test_a_sum_that_is_off_is_never_accepted(n: int, m: int, off: int) -> None:
    assert "arithmetic" in read_mandate(f"{m} min x {n} Times = {n * m + off} min Weekly").flags


@given(anything | mandate_like)
def test_readings_differ_from_each_other(text: str) -> None:
    readings = read_mandate(text).readings
    assert len(set(readings)) == len(readings)


@given(
    mandate_like, st.sampled_from([str.upper, str.title, str.swapcase]), st.sampled_from(["  ", "\t", "\n", "\u00a0"])
)
def test_case_and_blanks_change_nothing(text: str, case: object, blank: str) -> None:
    assert callable(case)
    other = f" {case(text).replace(' ', blank)} "
    assert read_mandate(other).as_dict() == read_mandate(text).as_dict()


@given(mandate_like, st.sampled_from(["zebra", "except", "not", "?", "#"]), st.booleans())
def test_an_unknown_word_always_needs_a_person(text: str, word: str, first: bool) -> None:  # noqa: FBT001
    found = read_mandate(f"{word} {text}" if first else f"{text} {word}")
    assert "unparsed" in found.flags


@pytest.mark.parametrize("text", ["30 min weekly " * 40, "9" * 5000, "1-2 " * 90, "(" * 400])
def test_a_text_that_is_too_long_or_senseless_is_left_to_a_person(text: str) -> None:
    assert read_mandate(text).status == "review"
