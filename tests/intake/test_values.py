import datetime as dt

import pytest

from makegood.intake.dates import read_date, read_moment
from makegood.intake.doubt import Doubt
from makegood.intake.values import cell_reader
from makegood.records import Column


def code(value: object) -> object:
    """Return a doubt's code, or the value that was read."""
    return value.code if isinstance(value, Doubt) else value


@pytest.mark.parametrize(
    ("order", "text", "expected"),
    [
        ("iso", "2026-09-05", dt.date(2026, 9, 5)),
        ("iso", "2026-09-05 00:00:00", dt.date(2026, 9, 5)),
        ("iso", "2026-09-05T08:30:00", "bad_date"),
        ("iso", "2026-9-5", "bad_date"),
        ("iso", "9/5/2026", "ambiguous_date"),
        ("iso", "5/5/2026", "slashed_date"),
        ("iso", "14/9/2026", "slashed_date"),
        ("iso", "14/14/2026", "impossible_date"),
        ("mdy", "9/5/2026", dt.date(2026, 9, 5)),
        ("mdy", "2026-09-05", dt.date(2026, 9, 5)),
        ("mdy", "14/9/2026", "impossible_date"),
        ("dmy", "9/5/2026", dt.date(2026, 5, 9)),
        ("dmy", "9/5/26", "short_year"),
        ("iso", "1989-12-31", "unlikely_year"),
        ("iso", "2101-01-01", "unlikely_year"),
        ("iso", "2026-02-29", "impossible_date"),
        ("iso", "2028-02-29", dt.date(2028, 2, 29)),
        ("iso", "\u0662\u0660\u0662\u0666-09-05", "bad_date"),
    ],
)
def test_a_date_is_read_only_as_the_one_day_that_it_can_mean(order: str, text: str, expected: object) -> None:
    assert code(read_date(text, order)) == expected  # type: ignore[arg-type]


def test_a_date_with_one_possible_day_is_read_with_a_warning() -> None:
    doubt = read_date("14/9/2026")
    assert isinstance(doubt, Doubt)
    assert (doubt.level, doubt.value) == ("warning", dt.date(2026, 9, 14))


@pytest.mark.parametrize(
    ("order", "text", "expected"),
    [
        ("iso", "2026-09-14", "2026-09-14"),
        ("iso", "2026-09-14 15:20", "2026-09-14 15:20:00"),
        ("iso", "2026-09-14T15:20:05", "2026-09-14 15:20:05"),
        ("iso", "2026-09-14T15:20:05.123Z", "2026-09-14 15:20:05"),
        ("iso", "2026-09-14 15:20-05:00", "2026-09-14 15:20:00"),
        ("iso", "2026-09-14 3:20 PM", "2026-09-14 15:20:00"),
        ("iso", "2026-09-14 12:05 a.m.", "2026-09-14 00:05:00"),
        ("mdy", "9/5/2026 15:20", "2026-09-05 15:20:00"),
        ("iso", "9/5/2026 15:20", "ambiguous_date"),
        ("iso", "9/14/2026 15:20", "slashed_date"),
        ("iso", "2026-02-30 15:20", "impossible_date"),
        ("iso", "2026-09-14 25:20", "bad_time"),
        ("iso", "2026-09-14 15:20 PM", "bad_time"),
        ("iso", "15:20", "bad_date"),
        ("iso", "yesterday", "bad_date"),
    ],
)
def test_a_moment_is_a_date_or_a_date_and_the_time_that_the_clock_showed(
    order: str, text: str, expected: object
) -> None:
    assert str(code(read_moment(text, order))) == expected  # type: ignore[arg-type]


def test_a_moment_with_one_possible_day_keeps_its_time() -> None:
    doubt = read_moment("9/14/2026 3:20 PM")
    assert isinstance(doubt, Doubt)
    assert (doubt.level, str(doubt.value)) == ("warning", "2026-09-14 15:20:00")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("1.23457E+11", "error"), ("1e+15", "error"), ("1234567890123450", "warning"), ("12345678901234500", "warning"),
    ],
)  # fmt: skip
def test_an_id_that_a_spreadsheet_damaged_is_said(text: str, level: str) -> None:
    doubt = cell_reader(Column("id", "made up"))(text)
    assert isinstance(doubt, Doubt)
    assert (doubt.code, doubt.level) == ("damaged_id", level)
    assert doubt.value == (text if level == "warning" else None)
    listed = cell_reader(Column("ids", "made up"))(f"P01; {text}")
    assert isinstance(listed, Doubt)
    assert (listed.level, listed.value) == (level, ("P01", text) if level == "warning" else None)


@pytest.mark.parametrize("text", ["1E11", "E+11", "123456789012345", "1234567890123456", "123456789012345A0", "0000"])
def test_an_id_that_nothing_damaged_is_kept(text: str) -> None:
    assert cell_reader(Column("id", "made up"))(text) == text


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("minutes", "30", 30),
        ("minutes", "30.0", 30),
        ("minutes", " 0 ", 0),
        ("minutes", "1e3", "not_a_number"),
        ("minutes", "-0.5", "negative"),
        ("minutes", "\u0663\u0660", "not_a_number"),
        ("count", "0", "too_small"),
        ("time", "9:30", 570),
        ("time", "09:30:00", 570),
        ("time", "9:30 pm", 1290),
        ("time", "12:05 AM", 5),
        ("time", "12:05 p.m.", 725),
        ("time", "13:05 PM", "bad_time"),
        ("time", "24:00", "bad_time"),
        ("weekday", "Thurs", 3),
        ("weekday", "mi\u00e9rcoles", 2),
        ("weekday", "S\u00c1BADO", 5),
        ("weekday", "Mon.", 0),
        ("yes_no", "TRUE", True),
        ("yes_no", "0", False),
        ("money", "62", 6200),
        ("money", "$62.5", 6250),
        ("money", "62.505", "bad_money"),
        ("words", "speech; ot ;", ("speech", "ot")),
        ("words", ";", None),
        ("id", " 00471 ", "00471"),
        ("id", "=1+1", "=1+1"),
        ("text", 'O\'Neil, "A"', 'O\'Neil, "A"'),
        ("text", "   ", None),
    ],
)
def test_each_kind_of_cell_is_read_or_doubted(kind: str, text: str, expected: object) -> None:
    assert code(cell_reader(Column(kind, "made up"))(text)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["make_up", "Make-up", "MAKE UP"])
def test_a_choice_may_be_written_with_blanks_and_capitals(text: str) -> None:
    assert cell_reader(Column("text", "made up", choices=("make_up",)))(text) == "make_up"
