"""Weeks of which nothing is on record: a pace counts them as not given, and says how many they are."""

from collections.abc import Collection, Iterable

from makegood.calendars import day_number
from makegood.ledger import Miss, PeriodAccount
from makegood.log import ServiceFacts
from makegood.terms.reasons import UNRECORDED

_MONDAY = 3
"""Day 0 is a Thursday: so many days later a new week begins."""


def explained_days(misses: Iterable[Miss]) -> set[int]:
    """Return the days of misses whose reason is on record: by the log, the calendar or a table of absences."""
    return {day_number(miss.missed_on) for miss in misses if miss.reason != UNRECORDED}


def silent_weeks(
    facts: ServiceFacts, known: Collection[int], periods: Iterable[PeriodAccount], span: tuple[int, int], today: int
) -> int:
    """Return in how many weeks of a span, Monday to Sunday, nothing of a service is on record.

    Counted is a week with school whose last school day has come, without any row of the log and any known absence, in
    a period that lacks minutes: the ledger calls them unrecorded, or they are still due.

    Args:
        facts: Where and when the service is held.
        known: Days of rows of the log, and of misses whose reason is on record.
        periods: The service's periods so far.
        span: Its first and its last day.
        today: The day that is counted to.
    """
    lacking = [(day_number(p.first), day_number(p.last)) for p in periods if p.unrecorded or p.still_due]
    if not lacking:
        return 0
    told = {_week(day) for day in known}
    days: dict[int, list[int]] = {}
    for day in facts.calendar.days_of(facts.school_days):
        if span[0] <= day <= span[1] and _week(day) not in told:
            days.setdefault(_week(day), []).append(day)
    return sum(
        own[-1] <= today and any(begin <= own[-1] and own[0] <= end for begin, end in lacking) for own in days.values()
    )


def _week(day: int) -> int:
    return (day + _MONDAY) // 7
