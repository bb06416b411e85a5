"""The periods in which a promise falls due (ledger.md, 1 and 2)."""

import datetime as dt
from dataclasses import dataclass

from makegood.calendars.days import WEEK, date_of, day_number, monday_of
from makegood.calendars.school_calendar import SchoolCalendar, Term

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, first to last (day numbers), in which minutes x sessions fall due once."""

    first: int
    last: int


def periods_of(
    calendar: SchoolCalendar, per: str, every: int, start: int, end: int, *, esy: bool = False
) -> list[Period]:
    """Return the periods that have a day in a service's start to end, in order, unclipped.

    Args:
        calendar: The student's calendar.
        per: day, week, cycle, month, quarter, semester, year (with `esy`: the esy terms) or iep.
        every: Weeks, months or school days in a block.
        start: The service's first day, as a day number.
        end: Its last day.
        esy: Whether it is a service of the `esy` term.
    """
    if end < start:
        return []
    if per == "day":
        return [Period(number, number) for number in range(start, end + 1)]
    if per == "iep":
        return [Period(start, end)]
    if per == "week":
        step = WEEK * every
        return [Period(first, first + step - 1) for first in range(monday_of(start), end + 1, step)]
    if per == "month":
        return _months(start, end, every)
    if per == "year" and esy:
        per = "esy"
    if per == "cycle":
        spans = _cycles(calendar, every, "esy" if esy else "year")
    else:
        spans = [Period(term.start, term.end) for term in calendar.terms if term.kind == per]
    return [span for span in spans if span.last >= start and span.first <= end]


def _months(start: int, end: int, every: int) -> list[Period]:
    """Return blocks of months from the month of the start on."""
    months = []
    first = date_of(start).replace(day=1)
    while day_number(first) <= end:
        count = first.year * MONTHS + first.month - 1 + every
        following = dt.date(count // MONTHS, count % MONTHS + 1, 1)
        months.append(Period(day_number(first), day_number(following) - 1))
        first = following
    return months


def _cycles(calendar: SchoolCalendar, every: int, kind: str) -> list[Period]:
    """Return blocks of school days, begun anew with each term; the last of a term may be short.

    A day in two terms counts to the one that begins first.
    """
    cycles: list[Period] = []
    for term in (term for term in calendar.terms if term.kind == kind):
        taken = max((cycle.last for cycle in cycles), default=term.start - 1)
        firsts = [day for day in _school_days(calendar, term) if day > taken][::every]
        lasts = [following - 1 for following in firsts[1:]] + [term.end]
        cycles += [Period(first, last) for first, last in zip(firsts, lasts, strict=False)]
    return cycles


def _school_days(calendar: SchoolCalendar, term: Term) -> list[int]:
    return [day for day in calendar.school_days if term.start <= day <= term.end]
