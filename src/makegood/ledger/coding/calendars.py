"""Calendars as grids of numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from makegood.calendars import SchoolCalendar
from makegood.ledger.columns import NONE


class CodedCalendars(NamedTuple):
    """Calendars, the counts of their days one after the other, and their school days."""

    calendars: list[list[int]]
    days: list[list[int]]
    school_days: list[int]


def code_calendars(calendars: Sequence[SchoolCalendar]) -> CodedCalendars:
    """Lay calendars one after the other, by the columns of `Calendar` and `Day`."""
    heads: list[list[int]] = [[] for _ in range(5)]
    days: list[list[int]] = [[] for _ in range(8)]
    school_days: list[int] = []
    for calendar in calendars:
        size, begin, days_begin = len(calendar.school) - 1, len(days[0]), len(school_days)
        school_days += calendar.school_days
        head = (calendar.first, size, begin, days_begin, len(school_days))
        for column, number in zip(heads, head, strict=True):
            column.append(number)
        ends = [_term_ends(calendar, kind) for kind in ("quarter", "semester", "year")]
        sums = (calendar.year, calendar.esy, calendar.school, calendar.school_year, calendar.school_esy)
        for column, numbers in zip(days, (*sums, *ends), strict=True):
            column.extend(numbers)
    return CodedCalendars(heads, days, school_days)


def _term_ends(calendar: SchoolCalendar, kind: str) -> list[int]:
    """Return, for each covered day and one more, the last day of its term of a kind."""
    ends = [NONE] * len(calendar.school)
    for term in reversed(calendar.terms):
        if term.kind == kind:
            for day in range(term.start, term.end + 1):
                ends[day - calendar.first] = term.end
    return ends
