"""Weeks of which nothing is on record: a pace counts them as not given, and says how many they are."""

from collections.abc import Collection, Iterable

from makegood.calendars import day_number, monday_of
from makegood.ledger import Miss
from makegood.log import Log, ServiceFacts
from makegood.terms.reasons import UNRECORDED


def known_days(log: Log, service: int, misses: Iterable[Miss]) -> set[int]:
    """Return the days of which something is on record of a service.

    Args:
        log: The log.
        service: The service's place in its table.
        misses: Its misses; the reason of one is known by the log, the calendar or a table of absences.
    """
    explained = {day_number(miss.missed_on) for miss in misses if miss.reason != UNRECORDED}
    return explained | {log.days[row] for row in log.sessions_of.get(service, ())}


Weeks = dict[int, tuple[int, int]]
"""The first and last school day of each week (day numbers), Monday to Sunday."""


def school_weeks(facts: ServiceFacts, first: int, last: int) -> Weeks:
    """Return the weeks of a span in which a service has school days, and the first and last of them in the span."""
    weeks: Weeks = {}
    for day in facts.calendar.days_of(facts.school_days):
        if first <= day <= last:
            weeks[monday_of(day)] = (weeks.get(monday_of(day), (day, day))[0], day)
    return weeks


def silent_weeks(weeks: Weeks, known: Collection[int], lacking: list[tuple[int, int]], today: int) -> int:
    """Return in how many weeks nothing of a service is on record.

    Counted is a week with school whose last school day has come, without any row of the log and any known absence, in
    a period that lacks minutes: the ledger calls them unrecorded, or they are still due.

    Args:
        weeks: The first and last school day of each week that is asked about.
        known: Days of which something is on record.
        lacking: The first and last days of the service's periods that lack minutes, nothing on record or still due.
        today: The day that is counted to.
    """
    on_record = {monday_of(day) for day in known}
    return sum(
        last <= today and week not in on_record and any(begin <= last and first <= end for begin, end in lacking)
        for week, (first, last) in weeks.items()
    )
