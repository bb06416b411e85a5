"""Calendars in a few words, for tests that count days by hand."""

import datetime as dt

from makegood.calendars import CalendarDay, SchoolCalendar, Term, date_of, day_number, periods_of

D = dt.date.fromisoformat


def calendar(*terms: str, days: tuple[str, ...] = ()) -> SchoolCalendar:
    """Build a calendar from `kind start end` and `kind date [until]`."""
    return SchoolCalendar.of(
        "C",
        [Term(kind, number(first), number(last)) for kind, first, last in map(str.split, terms)],
        [
            CalendarDay(kind, number(first), number(until[0] if until else first))
            for kind, first, *until in map(str.split, days)
        ],
    )


def number(day: str) -> int:
    """Return a day's number."""
    return day_number(D(day))


def school(kept: SchoolCalendar) -> list[str]:
    """Return a calendar's school days."""
    return [date_of(day).isoformat() for day in kept.school_days]


def periods(
    kept: SchoolCalendar, per: str, start: str, end: str, every: int = 1, *, esy: bool = False
) -> list[tuple[str, str]]:
    """Return the first and last day of each period of a service."""
    return [
        (date_of(period.first).isoformat(), date_of(period.last).isoformat())
        for period in periods_of(kept, per, every, number(start), number(end), esy=esy)
    ]
