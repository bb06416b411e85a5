"""Days, times and amounts as people write them."""

import datetime as dt

import pytest

from makegood.imports.values.amount import Amount, amounts_in
from makegood.imports.values.clock import stretch_in, time_in
from makegood.imports.values.dates import written_day
from makegood.imports.values.lines import dated_line
from makegood.imports.values.school_years import school_year_in

SEPTEMBER_14 = dt.date(2026, 9, 14)


@pytest.mark.parametrize(
    "text",
    ["9/14/26", "9/14", "2026-09-14", "Sept. 14", "14-Sep-26", "Mon 9/14", "September 14th, 2026", "20260914",
     "14 de septiembre de 2026", "lunes 14 sept", "Week of 9/14", "9/14/2026 0:00", "9/14 (Mon)"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    day = written_day(text)
    assert day is not None
    assert day.on("month_first", 2026) == SEPTEMBER_14


@pytest.mark.parametrize(
    "text", ["3-1", "30/20", "2:30:1", "1:1", "13/13/26", "2/30/26", "P 30", "Ana Example", "0471"]
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert written_day(text) is None


def test_a_day_that_could_be_two_is_none_until_the_order_is_known() -> None:
    day = written_day("9/5/26")
    assert day is not None
    assert day.on(None, None) is None
    assert day.on("month_first", None) == dt.date(2026, 9, 5)
    assert day.on("day_first", None) == dt.date(2026, 5, 9)


def test_a_day_without_a_year_lies_in_the_school_year() -> None:
    days = [written_day(text) for text in ("8/24", "1/5")]
    assert [day.on("month_first", 2026) for day in days if day] == [dt.date(2026, 8, 24), dt.date(2027, 1, 5)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("11/23-11/27", dt.date(2026, 11, 23), dt.date(2026, 11, 27)),
        ("Nov 23-27", dt.date(2026, 11, 23), dt.date(2026, 11, 27)),
        ("12/21/26 - 1/1/27", dt.date(2026, 12, 21), dt.date(2027, 1, 1)),
        ("Dec 21 to Jan 1", dt.date(2026, 12, 21), dt.date(2027, 1, 1)),
    ],
)
def test_a_stretch_of_days_has_a_first_and_a_last(text: str, first: dt.date, last: dt.date) -> None:
    day = written_day(text)
    assert day is not None
    assert day.until is not None
    assert (day.on("month_first", 2026), day.until.on("month_first", 2026)) == (first, last)


@pytest.mark.parametrize(
    ("text", "year"),
    [("Speech log 2026-27", 2026), ("SY 26-27", 2026), ("2026-2027", 2026), ("Fall 2026", 2026), ("Spring 2027", 2026),
     ("September 2026", 2026), ("May 2027", 2026), ("Room 2026", None), ("9/8/2026-10/2/2026", None)],
)  # fmt: skip
def test_a_title_can_name_the_school_year(text: str, year: int | None) -> None:
    assert school_year_in(text) == year


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (30, [Amount(30)]),
        ("30 min", [Amount(30)]),
        ("1.5 hr", [Amount(90)]),
        ("P", [Amount(code="P")]),
        ("P 30", [Amount(30, code="P")]),
        ("30P", [Amount(30, code="P")]),
        ("P, 30", [Amount(30, code="P")]),
        ("30/20", [Amount(20, 30, pair=True)]),
        ("30 + 15", [Amount(30), Amount(15)]),
        ("2x30", [Amount(30), Amount(30)]),
        ("8:30-9:00", [Amount(30, start=510)]),
        ("field trip, no session", [Amount(code="field trip, no session")]),
        (None, []),
    ],
)
def test_a_cell_says_minutes_a_code_or_several_sessions(cell: str | int | None, read: list[Amount]) -> None:
    assert list(amounts_in(cell)) == read


def test_a_cell_can_hold_a_miss_and_the_make_up_for_it() -> None:
    miss, make_up = amounts_in("TA, MU 10/13")
    assert (miss.code, make_up.code) == ("TA", "MU")
    assert make_up.day is not None
    assert make_up.day.on(None, 2026) == dt.date(2026, 10, 13)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("9:30", 570), ("1:15", 795), ("9:30 AM", 570), ("8:05 p.m.", 1205), ("30", None), ("25:00", None)],
)
def test_a_time_without_am_or_pm_is_of_the_school_day(text: str, minutes: int | None) -> None:
    assert time_in(text) == minutes


def test_a_stretch_of_time_ends_after_it_begins() -> None:
    assert stretch_in("11:30-12:00") == (690, 720)
    assert stretch_in("12:45 - 1:15") == (765, 795)
    assert stretch_in("10:00-9:30") is None


@pytest.mark.parametrize(
    ("line", "year", "words"),
    [
        ("22 sept. 20 minutos", None, "20 minutos"),
        ("14 sep 30 min, came late", None, "30 min, came late"),
        ("22 sept. 2026 20 minutos", 2026, "20 minutos"),
        ("14-Sep-26 absent", 2026, "absent"),
    ],
)
def test_a_number_before_minutes_is_no_year(line: str, year: int | None, words: str) -> None:
    read = dated_line(line)
    assert read is not None
    assert (read.day.year, read.words) == (year, words)
