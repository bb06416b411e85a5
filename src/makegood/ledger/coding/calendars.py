"""Calendars as flat columns."""

from collections.abc import Sequence

from makegood.calendars import SchoolCalendar
from makegood.ledger.columns import NONE, Calendars


def code_calendars(calendars: Sequence[SchoolCalendar]) -> Calendars:
    """Lay calendars one after the other."""
    first: list[int] = []
    size: list[int] = []
    begin: list[int] = []
    year: list[int] = []
    esy: list[int] = []
    school: list[int] = []
    days: list[int] = []
    days_begin = [0]
    ends: dict[str, list[int]] = {"quarter": [], "semester": [], "year": []}
    for calendar in calendars:
        first.append(calendar.first)
        size.append(len(calendar.school) - 1)
        begin.append(len(school))
        year += calendar.year
        esy += calendar.esy
        school += calendar.school
        days += calendar.school_days
        days_begin.append(len(days))
        for kind, flat in ends.items():
            flat.extend(_term_ends(calendar, kind))
    return Calendars(
        first=first,
        size=size,
        begin=begin,
        year=year,
        esy=esy,
        school=school,
        days_begin=days_begin,
        days=days,
        quarter_end=ends["quarter"],
        semester_end=ends["semester"],
        year_end=ends["year"],
    )


def _term_ends(calendar: SchoolCalendar, kind: str) -> list[int]:
    """Return, for each covered day and one more, the last day of its term of a kind."""
    ends = [NONE] * len(calendar.school)
    for term in reversed(calendar.terms):
        if term.kind == kind:
            for day in range(term.start, term.end + 1):
                ends[day - calendar.first] = term.end
    return ends
