"""What holds for any text whatever."""

import time

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


_BEFORE = ["Speech-language therapy", "415 - Language and Speech", "Ms. Doe", "Jane Doe", "Terapia del habla", "Gym"]
_AFTER = ["Room 12", "in the resource room", "with Ms. Doe", "09/01/2026 to 05/30/2027", "Maple Ridge Elementary"]


@given(
    st.tuples(st.integers(2, 10), st.integers(11, 120)),
    st.sampled_from(_WORDINGS),
    st.tuples(st.sampled_from(_BEFORE), st.sampled_from([": ", ", ", " - ", "; "])).map("".join),
    st.sampled_from(_AFTER),
)
def test_services_names_places_and_dates_around_a_promise_change_nothing(
    sessions: tuple[int, int], wording: str, before: str, after: str
) -> None:
    n, m = sessions
    text = wording.format(n=n, m=m, t=n * m, noun="week", adverb="weekly")
    found = read_mandate(f"{before}{text}, {after}")
    assert (found.flags, found.readings) == ((), (Reading(m, n, "week", 1, None, None),))


_CHANGING = [
    *["except", "only", "not", "if", "unless", "reduced", "first", "last", "fall", "trimester", "pending", "declined"],
    *["until", "after", "minus", "optional", "extra", "shared", "Monday", "holidays", "excluding", "half", "A-day"],
]


@given(st.integers(2, 10), st.integers(11, 120), st.sampled_from(_CHANGING), st.booleans(), st.data())
def test_a_word_that_can_change_a_promise_is_never_dropped(
    n: int,
    m: int,
    word: str,
    capital: bool,  # noqa: FBT001
    data: st.DataObject,
) -> None:
    words = f"Speech therapy, {n} x {m} min per week, Room 12".split(" ")
    place = data.draw(st.integers(0, len(words)))
    words.insert(place, word.capitalize() if capital else word)
    assert read_mandate(" ".join(words)).status == "review"


_UNITS = [
    *["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"],
    *["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _spelled(number: int, joint: str) -> str:
    if number < 20:
        return _UNITS[number - 1]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_UNITS[number % 10 - 1]}" if number % 10 else "")
    unit, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = f"{joint}{_spelled(number % unit, joint)}" if number % unit else ""
    return f"{_spelled(number // unit, joint)} {word}{rest}"


@given(st.integers(1, 9999), st.sampled_from([" ", " and "]))
def test_a_number_in_words_is_the_number(number: int, joint: str) -> None:
    # 'two thousand and three hundred' is not said, so 'and' is only tried below a thousand
    text = _spelled(number, joint if number < 1000 else " ")
    found = read_mandate(f"{text} minutes per year")
    assert (found.flags, found.readings) == ((), (Reading(number, 1, "year", 1, None, None, total=True),))


@pytest.mark.parametrize(
    "piece", ["to ", "1 x ", "speech and ", "one hundred ", "Jane ", "01/01/2026 - ", "(", "every "]
)
def test_a_long_text_is_read_as_fast_as_it_is_long(piece: str) -> None:
    text = (piece * 400)[:400]
    start = time.process_time()
    read_mandate(text)
    assert time.process_time() - start < 0.5
