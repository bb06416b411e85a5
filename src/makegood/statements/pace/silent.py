"""Weeks of which nothing is on record: a pace counts them as not given, and says how many they are."""

from collections.abc import Collection, Iterable

from makegood.calendars import day_number
from makegood.ledger import Miss
from makegood.log import Log, ServiceFacts
from makegood.terms.reasons import UNRECORDED

_MONDAY = 3
"""Day 0 is a Thursday: so many days later a new week begins."""


def known_days(log: Log, service: int, misses: Iterable[Miss]) -> set[int]:
    """Return the days of which something is on record of a service.

    Args:
        log: The log.
        service: The service's place in its table.
        misses: Its misses; the reason of one is known by the log, the calendar or a table of absences.
    """
    explained = {day_number(miss.missed_on) for miss in misses if miss.reason != UNRECORDED}
    return explained | {log.days[row] for row in log.sessions_of.get(service, ())}


def silent_weeks(
    facts: ServiceFacts, known: Collection[int], lacking: list[tuple[int, int]], span: tuple[int, int], today: int
) -> int:
    """Return in how many weeks of a span, Monday to Sunday, nothing of a service is on record.

    Counted is a week with school whose last school day has come, without any row of the log and any known absence, in
    a period that lacks minutes: the ledger calls them unrecorded, or they are still due.

    Args:
        facts: Where and when the service is held.
        known: Days of which something is on record.
        lacking: The first and last days of the service's periods that lack minutes, nothing on record or still due.
        span: Its first and its last day.
        today: The day that is counted to.
    """
    on_record = {_week(day) for day in known}
    days: dict[int, list[int]] = {}
    for day in facts.calendar.days_of(facts.school_days):
        if span[0] <= day <= span[1] and _week(day) not in on_record:
            days.setdefault(_week(day), []).append(day)
    return sum(
        own[-1] <= today and any(begin <= own[-1] and own[0] <= end for begin, end in lacking) for own in days.values()
    )


def _week(day: int) -> int:
    return (day + _MONDAY) // 7
