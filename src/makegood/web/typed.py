"""What people type into a form: days, times and minutes; None where it cannot be read."""

import datetime as dt
import re
from typing import Final

_SLASHED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})")
_MOST: Final = 600
_LAST_HOUR: Final = 24
_MINUTES: Final = 60


def day_in(text: str) -> dt.date | None:
    """Return the day that a date field sends, or that was typed month first as people in the United States do."""
    found = _SLASHED.fullmatch(text.strip())
    if not found:
        return iso_day(text.strip())
    try:
        return dt.date(int(found[3]), int(found[1]), int(found[2]))
    except ValueError:
        return None


def iso_day(text: str) -> dt.date | None:
    """Return the day that a date field sends."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def clock_in(text: str) -> int | None:
    """Return minutes after midnight of a time field."""
    found = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2])) if found else (_LAST_HOUR, 0)
    return hour * _MINUTES + minute if hour < _LAST_HOUR and minute < _MINUTES else None


def minutes_in(text: str) -> int | None:
    """Return a number of minutes, up to ten hours."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and int(plain) <= _MOST else None
