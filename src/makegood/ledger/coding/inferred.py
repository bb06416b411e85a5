"""Gaps that only the schedule tells of: a slot on which nothing was logged (ledger.md, 3)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from makegood.calendars import SchoolCalendar, date_of, day_number
from makegood.ledger.coding.cast import Cast
from makegood.ledger.columns import NONE
from makegood.records import Records
from makegood.terms.reasons import OTHER

_WEEK = 7


class Slot(NamedTuple):
    """A slot with nothing on record: a gap that is inferred, never logged."""

    service: int  # the service's place in the cast
    day: int
    start_time: int  # minutes after midnight
    minutes: int
    reason: str


def inferred_gaps(cast: Cast, logged: Iterable[tuple[int, int]], until: int | None = None) -> list[Slot]:
    """Return the slots without a session row that day, by service, date and start_time.

    Args:
        cast: Who and what is accounted for.
        logged: The service (place in the cast) and day number of each row that counts.
        until: The last day (a day number) whose slots are looked at; None for all.
    """
    schedule = cast.records.schedule
    if not len(schedule):
        return []
    place_of = {cast.records.services.service_id[row]: place for place, row in enumerate(cast.services)}
    absences, slot_days = _Absences(cast.records), _SlotDays(cast, until)
    seen = set(logged)
    student_of = cast.owners()
    gaps = []
    for slot, service_id in enumerate(schedule.service_id):
        service = place_of.get(service_id, NONE)
        if service == NONE:
            continue
        calendar = cast.calendars[cast.calendar[student_of[service]]]
        usual = cast.records.services.provider_id[cast.services[service]]
        student_id = cast.records.services.student_id[cast.services[service]]
        school_days = slot_days.school(calendar)
        for day in slot_days.of(service, slot, calendar):
            if (service, day) not in seen:
                provider_id = schedule.provider_id[slot] or usual
                reason = absences.reason(student_id, provider_id, day) if day in school_days else "no_school"
                gaps.append(Slot(service, day, schedule.start_time[slot], schedule.minutes[slot], reason))
    return sorted(gaps)


class _SlotDays:
    """The days of slots: those of its weekday that the promise counts, or with school."""

    def __init__(self, cast: Cast, until: int | None) -> None:
        self._cast = cast
        self._until = until
        self._school: dict[int, frozenset[int]] = {}
        self._counted: dict[int, frozenset[int]] = {}

    def school(self, calendar: SchoolCalendar) -> frozenset[int]:
        key = id(calendar)
        if key not in self._school:
            self._school[key] = frozenset(calendar.school_days)
        return self._school[key]

    def of(self, service: int, slot: int, calendar: SchoolCalendar) -> Iterator[int]:
        schedule, services = self._cast.records.schedule, self._cast.records.services
        first, last = self._cast.start[service], self._cast.end[service]
        begin, until = schedule.from_[slot], schedule.until[slot]
        first = max(first, day_number(begin)) if begin else first
        last = min(last, day_number(until)) if until else last
        last = last if self._until is None else min(last, self._until)
        row = self._cast.services[service]
        sums = calendar.esy if services.esy[row] else calendar.year
        if services.per[row] == "cycle":
            sums = calendar.school
        counted = self._days(calendar, sums)
        weekday = schedule.weekday[slot]
        if weekday is None:
            return iter(())
        first += (weekday - date_of(first).weekday()) % _WEEK
        return (day for day in range(first, last + 1, _WEEK) if day in counted)

    def _days(self, calendar: SchoolCalendar, sums: list[int]) -> frozenset[int]:
        """Return the days that sums of a calendar count, and those with school."""
        key = id(sums)
        if key not in self._counted:
            counted = (day for day, (before, then) in enumerate(pairwise(sums), calendar.first) if before < then)
            self._counted[key] = self.school(calendar).union(counted)
        return self._counted[key]


class _Absences:
    """Who was away on a day, as the tables of absences say."""

    def __init__(self, records: Records) -> None:
        students, providers = records.student_absences, records.provider_absences
        self._students = _days_away(students.student_id, students.date, students.until)
        self._providers = _days_away(providers.provider_id, providers.date, providers.until)

    def reason(self, student_id: str, provider_id: str | None, day: int) -> str:
        """Return why nothing was held on a day with school, as far as the records say."""
        if (student_id, day) in self._students:
            return "student_absent"
        if (provider_id, day) in self._providers:
            return "provider_absent"
        return OTHER


def _days_away(ids: list[str], firsts: list[dt.date], untils: list[dt.date | None]) -> set[tuple[str | None, int]]:
    return {
        (id_, day)
        for id_, first, until in zip(ids, firsts, untils, strict=True)
        for day in range(day_number(first), day_number(until or first) + 1)
    }
