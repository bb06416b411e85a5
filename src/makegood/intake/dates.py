"""Dates as people write them, and only as they can be meant."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any, Final, Literal

from makegood.intake.doubt import Doubt

DateOrder = Literal["iso", "mdy", "dmy"]
"""How slashed dates are meant: not at all, month first, or day first."""

EARLIEST: Final = 1990
LATEST: Final = 2100
_EXPECTED: Final = "a date as YYYY-MM-DD, such as 2026-09-14"
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_CLOCK: Final = re.compile(
    r"(.+?)[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s?([ap])\.?m\.?|Z|[+-]\d{2}:?\d{2})?",
    re.ASCII | re.IGNORECASE,
)
_EXPECTED_MOMENT: Final = "a date or a date and time, such as 2026-09-14 15:20"
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", re.ASCII)


def read_date(text: str, order: DateOrder = "iso") -> dt.date | Doubt:
    """Read a date; a slashed one only if it can mean one day or the caller says which it is.

    Args:
        text: The cell, outer blanks stripped.
        order: How slashed dates are meant.

    Returns:
        The date, or why it cannot be read, or the date with a warning.
    """
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
        return _within(_day(year, month, day))
    if _SHORT_YEAR.fullmatch(text):
        return Doubt("short_year", "The year has only two digits.", _EXPECTED)
    slashed = _SLASHED.fullmatch(text)
    if slashed is None:
        return Doubt("bad_date", "This is not a date as it is written here.", _EXPECTED)
    first, second, year = map(int, slashed.groups())
    month_first, day_first = _day(year, first, second), _day(year, second, first)
    if order != "iso":
        return _within(month_first if order == "mdy" else day_first)
    return _the_only(month_first, day_first)


def read_moment(text: str, order: DateOrder = "iso") -> dt.date | dt.datetime | Doubt:
    """Read a date, or a date and time as the clock showed it where it was written down.

    Args:
        text: The cell, outer blanks stripped.
        order: How slashed dates are meant.

    Returns:
        The date, or date and time without a zone; or why it cannot be read, or either with a warning.
    """
    found = _CLOCK.fullmatch(text)
    day = read_date(text if found is None else found.group(1), order)
    sure = day.value if isinstance(day, Doubt) else day
    clock = _clock(found) if found is not None and sure is not None else None
    if isinstance(clock, Doubt):
        return clock
    moment = sure if clock is None else dt.datetime.combine(sure, clock)
    return replace(day, expected=_EXPECTED_MOMENT, value=moment) if isinstance(day, Doubt) else moment


def _clock(found: re.Match[str]) -> dt.time | Doubt:
    """Return the time of day that a moment ends with."""
    hour, minute, second = (int(part or 0) for part in found.groups()[1:4])
    half = (found.group(5) or "").lower()
    if half and not 1 <= hour <= 12:  # noqa: PLR2004 - hours on a clock's face
        hour = 24
    elif half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return Doubt("bad_time", "This is not a time of day.", _EXPECTED_MOMENT)


def _the_only(month_first: dt.date | None, day_first: dt.date | None) -> dt.date | Doubt:
    """Return the one day that a slashed date can mean."""
    if month_first and day_first and month_first != day_first:
        says = (
            f"This can mean {month_first} (month first) or {day_first} (day first). "
            "Write it as YYYY-MM-DD, or say for all files which it is: --dates mdy or --dates dmy."
        )
        return Doubt("ambiguous_date", says, _EXPECTED)
    only = _within(month_first or day_first)
    if isinstance(only, Doubt):
        return only
    says = f"This can only mean {only}, and was read so."
    return Doubt("slashed_date", says, _EXPECTED, "warning", only)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _within(day: dt.date | None) -> dt.date | Doubt:
    """Return the day if it exists and lies in a year that records can have."""
    if day is None:
        return Doubt("impossible_date", "There is no such day.", _EXPECTED)
    if not EARLIEST <= day.year <= LATEST:
        says = f"The year lies outside {EARLIEST} to {LATEST}."
        return Doubt("unlikely_year", says, f"a year from {EARLIEST} to {LATEST}")
    return day


def date_cell(cell: Any) -> dt.date | Doubt:
    """Read a workbook's own date cell."""
    if isinstance(cell, dt.datetime):
        if cell.time() != dt.time():
            return Doubt("bad_date", "This date has a time of day with it.", _EXPECTED)
        cell = cell.date()
    if isinstance(cell, dt.date):
        return _within(cell)
    says = "The workbook holds a number here and not a date. Type the date again, or format the cell as a date."
    return Doubt("bad_date", says, _EXPECTED)
