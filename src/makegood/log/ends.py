"""Where the log stops although a promise goes on: after its last row school days pass of which nothing is on record.

The rule (docs/ledger.md, "Where the log ends"): ten school days of a service have passed since the last row, without an
absence that is on record, and a whole period of its promise is over with one of them; where the service has slots, with
an empty one. So a week off, a monthly service between two months, or a therapist on leave is no end.
"""

from bisect import bisect_left
from collections.abc import Collection
from functools import cached_property
from typing import Final, NamedTuple

from makegood.calendars import day_number
from makegood.log.empty_slots import empty_slots, is_open
from makegood.log.log import Log
from makegood.log.services import ServiceFacts
from makegood.terms.reasons import UNRECORDED

SCHOOL_DAYS: Final = 10
"""Two weeks of school."""
_MONDAY: Final = 3
"""Day 0 is a Thursday: so many days later a new week begins."""


class End(NamedTuple):
    """Where a log ends.

    Attributes:
        last: The day of its last row, as a day number.
        weeks: How many later weeks have school days of which nothing is on record, up to the as-of date.
    """

    last: int
    weeks: int


class Ends:
    """Where the log of services ends, as of a day; what is asked for is worked out once."""

    def __init__(self, log: Log) -> None:
        """Take a log with an as-of date."""
        self._log = log
        self._as_of = 0 if log.as_of is None else day_number(log.as_of)

    def of(self, services: Collection[int]) -> End | None:
        """Return where the common log of some services ends; None if it goes on, or has no rows.

        Args:
            services: The places of the services, such as one, those of a provider, or all.
        """
        rows = [self._last_rows[service] for service in services if service in self._last_rows]
        if not rows:
            return None
        last = max(rows)
        silent = {day for service in services for day in self._silent_days(service, last)}
        return End(last, len({_week(day) for day in silent} - {_week(last)})) if silent else None

    @cached_property
    def _last_rows(self) -> dict[int, int]:
        """The last day of each service's rows that count (day numbers), by the service's place."""
        last: dict[int, int] = {}
        days, service_of = self._log.days, self._log.service_of
        for row in self._log.counting:
            service, day = service_of[row], days[row]
            if day > last.get(service, -1):
                last[service] = day
        return last

    def _silent_days(self, service: int, last: int) -> list[int]:
        """Return the school days of a service after a day of which nothing is on record; none if they are no end."""
        facts = self._log.services.of(service)
        if facts is None:
            return []
        first, until = max(last + 1, facts.start), min(self._as_of, facts.end)
        if facts.calendar.count(facts.school_days, first, until) < SCHOOL_DAYS:
            return []
        table, absences = self._log.records.services, self._log.absences
        who = table.student_id[service], table.provider_id[service]
        school_days = (day for day in range(first, until + 1) if facts.is_school_day(day))
        silent = [day for day in school_days if absences.reason(*who, day, facts.policy_id) is None]
        if len(silent) < SCHOOL_DAYS:
            return []
        expected = self._empty_slots(facts, first) if self._log.slots.of(facts) else silent
        return silent if self._period_over(facts, first, expected) else []

    def _empty_slots(self, facts: ServiceFacts, first: int) -> list[int]:
        """Return the days of a service's slots from a day on of which nothing is on record."""
        return [slot.day for slot in empty_slots(self._log, [facts.place], first) if slot.reason == UNRECORDED]

    def _period_over(self, facts: ServiceFacts, first: int, expected: list[int]) -> bool:
        """Return whether a period from a day on is over in which something was expected on some days."""
        for period in self._log.services.periods(facts.place):
            at = bisect_left(expected, period.first)
            if max(period.first, facts.start) >= first and at < len(expected) and expected[at] <= period.last:
                return not is_open(facts, period, self._as_of)
        return False


def _week(day: int) -> int:
    return (day + _MONDAY) // 7
