"""Where the log stops although a promise goes on: after its last row school days pass of which nothing is on record.

The rule (docs/ledger.md, "Where the log ends"): ten school days of a service have passed since the last row, without an
absence that is on record, and a whole period of its promise is over with one of them; where the service has slots, with
an empty one. So a week off, a monthly service between two months, or a therapist on leave is no end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from makegood.calendars import day_number, monday_of
from makegood.log.empty_slots import empty_slots, is_open
from makegood.log.log import Log
from makegood.log.services import ServiceFacts
from makegood.terms.reasons import UNRECORDED

SCHOOL_DAYS: Final = 10
"""Two weeks of school."""


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

    def __init__(self, log: Log, services: Collection[int]) -> None:
        """Take a log with an as-of date, and the places of all services that are asked about."""
        self._log = log
        self._services = services
        self._as_of = 0 if log.as_of is None else day_number(log.as_of)
        self._school_days: dict[tuple[int, bool, bool], list[int]] = {}

    def of(self, services: Collection[int]) -> End | None:
        """Return where the common log of some of the services ends; None if it goes on, or has no rows.

        Args:
            services: The places of the services, such as one, those of a provider, or all.
        """
        rows = [self._last_rows[service] for service in services if service in self._last_rows]
        if not rows:
            return None
        last = max(rows)
        silent = {day for service in services for day in self._silent_days(service, last)}
        return End(last, len(set(map(monday_of, silent)) - {monday_of(last)})) if silent else None

    @cached_property
    def _last_rows(self) -> dict[int, int]:
        """The last day of each service's rows that count (day numbers), by the service's place."""
        days = self._log.days
        return {service: days[places[-1]] for service, places in self._log.sessions_of.items()}

    def _silent_days(self, service: int, last: int) -> list[int]:
        """Return the school days of a service after a day of which nothing is on record; none if they are no end."""
        facts = self._log.services.of(service)
        school_days = [] if facts is None else self._school_days_after(facts, last)
        if facts is None or len(school_days) < SCHOOL_DAYS:
            return []
        table, absences = self._log.records.services, self._log.absences
        who = table.student_id[service], table.provider_id[service]
        silent = [day for day in school_days if absences.reason(*who, day, facts.policy_id) is None]
        if len(silent) < SCHOOL_DAYS:
            return []
        expected = self._empty_slots.get(service, []) if self._log.slots.of(facts) else silent
        return silent if self._period_over(facts, last + 1, expected) else []

    def _school_days_after(self, facts: ServiceFacts, last: int) -> list[int]:
        """Return the school days of a service after a day, up to the as-of date."""
        key = facts.terms_and_calendar
        if key not in self._school_days:
            self._school_days[key] = facts.calendar.days_of(facts.school_days)
        days = self._school_days[key]
        first, until = max(last + 1, facts.start), min(self._as_of, facts.end)
        return days[bisect_left(days, first) : bisect_right(days, until)]

    @cached_property
    def _empty_slots(self) -> dict[int, list[int]]:
        """The days of slots of which nothing is on record, by service, for those whose own log may have ended.

        They are looked for in one go: a large log is asked about all services at once.
        """
        may_have_ended: dict[int, int] = {}
        for service in self._services:
            facts = self._log.services.of(service)
            last = self._last_rows.get(service, facts.start - 1 if facts else 0)
            if facts is not None and len(self._school_days_after(facts, last)) >= SCHOOL_DAYS:
                may_have_ended[service] = last
        found: dict[int, list[int]] = {}
        if may_have_ended:
            for slot in empty_slots(self._log, may_have_ended.keys(), min(may_have_ended.values())):
                if slot.reason == UNRECORDED:
                    found.setdefault(slot.service, []).append(slot.day)
        return found

    def _period_over(self, facts: ServiceFacts, first: int, expected: list[int]) -> bool:
        """Return whether a period from a day on is over in which something was expected on some days."""
        periods = self._log.services.periods(facts.place)
        begins = bisect_left(periods, first, key=lambda period: max(period.first, facts.start))
        for period in islice(periods, begins, None):
            at = bisect_left(expected, period.first)
            if at < len(expected) and expected[at] <= period.last:
                return not is_open(facts, period, self._as_of)
        return False
