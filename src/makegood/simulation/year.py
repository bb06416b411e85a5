"""The school year of a simulated state: a few calendars, each with its own snow."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from makegood.calendars import CalendarDay, SchoolCalendar, Term, day_number

Array = np.ndarray[Any, np.dtype[np.int32]]

START: Final = day_number(dt.date(2025, 8, 25))
END: Final = day_number(dt.date(2026, 6, 5))
CALENDARS: Final = 4
"""Calendars in each bucket: that many districts, or kinds of school."""

_SNOW_DAYS: Final = 5
_HOLIDAYS: Final = (
    ("holiday", dt.date(2025, 9, 1), dt.date(2025, 9, 1)),
    ("in_service", dt.date(2025, 10, 10), dt.date(2025, 10, 10)),
    ("holiday", dt.date(2025, 11, 11), dt.date(2025, 11, 11)),
    ("break", dt.date(2025, 11, 26), dt.date(2025, 11, 28)),
    ("break", dt.date(2025, 12, 22), dt.date(2026, 1, 2)),
    ("holiday", dt.date(2026, 1, 19), dt.date(2026, 1, 19)),
    ("holiday", dt.date(2026, 2, 16), dt.date(2026, 2, 16)),
    ("break", dt.date(2026, 3, 30), dt.date(2026, 4, 3)),
    ("holiday", dt.date(2026, 5, 25), dt.date(2026, 5, 25)),
)
_TERMS: Final = (
    ("year", dt.date(2025, 8, 25), dt.date(2026, 6, 5)),
    ("semester", dt.date(2025, 8, 25), dt.date(2026, 1, 16)),
    ("semester", dt.date(2026, 1, 17), dt.date(2026, 6, 5)),
    ("quarter", dt.date(2025, 8, 25), dt.date(2025, 10, 31)),
    ("quarter", dt.date(2025, 11, 1), dt.date(2026, 1, 16)),
    ("quarter", dt.date(2026, 1, 17), dt.date(2026, 3, 20)),
    ("quarter", dt.date(2026, 3, 21), dt.date(2026, 6, 5)),
)


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar, and the days on which sessions are planned there.

    Attributes:
        planned: Weekdays on which a session stands in somebody's schedule: school days and snow days.
        closed: For each of these, whether snow closed the school.
        school: The school days.
    """

    calendar: SchoolCalendar
    planned: Array
    closed: Array
    school: Array

    @classmethod
    def drawn(cls, name: str, rng: np.random.Generator) -> "Year":
        """Draw a calendar: the usual holidays, and a few snow days in winter."""
        terms = [Term(kind, day_number(first), day_number(last)) for kind, first, last in _TERMS]
        usual = [CalendarDay(kind, day_number(first), day_number(last)) for kind, first, last in _HOLIDAYS]
        open_days = np.array(SchoolCalendar.of(name, terms, usual).school_days, np.int32)
        winter = open_days[
            (open_days > day_number(dt.date(2025, 12, 1))) & (open_days < day_number(dt.date(2026, 3, 15)))
        ]
        snow = np.sort(rng.choice(winter, _SNOW_DAYS, replace=False))
        closures = [CalendarDay("weather_closure", int(day), int(day)) for day in snow]
        calendar = SchoolCalendar.of(name, terms, usual + closures)
        school = np.array(calendar.school_days, np.int32)
        return cls(calendar, open_days, np.isin(open_days, snow).astype(np.int32), school)
