"""The four weeks of every made-up instance, and the weeks before in which sessions were missed."""

import datetime as dt
from typing import Final

FIRST: Final = dt.date(2027, 3, 15)
LAST: Final = dt.date(2027, 4, 11)
YEAR: Final = (dt.date(2026, 8, 31), dt.date(2027, 6, 11))
"""The school year, in which regular slots hold."""

_HOLIDAY: Final = dt.date(2027, 3, 26)
_UPPER_DAY_OFF: Final = dt.date(2027, 4, 5)
_PAST: Final = (dt.date(2027, 1, 11), dt.date(2027, 3, 12))
WEEKDAYS: Final = range(5)


def school_days() -> dict[str, tuple[dt.date, ...]]:
    """Return the days with school by calendar: the upper schools have a day off more."""
    lower = tuple(day for day in _weekdays(FIRST, LAST) if day != _HOLIDAY)
    return {"lower": lower, "upper": tuple(day for day in lower if day != _UPPER_DAY_OFF)}


def past_days() -> tuple[dt.date, ...]:
    """Return the days on which a session can have been missed."""
    return _weekdays(*_PAST)


def _weekdays(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    days = (first + dt.timedelta(days=each) for each in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() in WEEKDAYS)
