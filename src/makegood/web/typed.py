"""What people type into a form: days, times and minutes; None where it cannot be read."""

import datetime as dt
import re
from typing import Final

_SLASHED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})")
_MOST: Final = 600
_LAST_HOUR: Final = 24
_MINUTES: Final = 60
_DIGITS: Final = 18
_YEARS: Final = range(1900, 2200)


def day_in(text: str) -> dt.date | None:
    """Return the day that a date field sends, or that was typed month first as people in the United States do."""
    found = _SLASHED.fullmatch(text.strip())
    if not found:
        return iso_day(text.strip())
    try:
        return _possible(dt.date(int(found[3]), int(found[1]), int(found[2])))
    except ValueError:
        return None


def iso_day(text: str) -> dt.date | None:
    """Return the day that a date field sends."""
    try:
        return _possible(dt.date.fromisoformat(text))
    except ValueError:
        return None


def _possible(day: dt.date) -> dt.date | None:
    """Return a day that a school can mean: one can count on from it and back."""
    return day if day.year in _YEARS else None


def clock_in(text: str) -> int | None:
    """Return minutes after midnight of a time field."""
    found = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2])) if found else (_LAST_HOUR, 0)
    return hour * _MINUTES + minute if hour < _LAST_HOUR and minute < _MINUTES else None


def number_in(text: str) -> int | None:
    """Return the number of a row; None for what can be none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None


def minutes_in(text: str) -> int | None:
    """Return a number of minutes, up to ten hours."""
    number = number_in(text.strip())
    return number if number is not None and number <= _MOST else None
