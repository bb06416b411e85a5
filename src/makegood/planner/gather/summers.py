"""Which days of the extended school year are days with school for whom."""

import datetime as dt
from collections import defaultdict
from functools import cached_property

from makegood.calendars import SchoolCalendar, date_of, day_number
from makegood.log.services import ServicesOfRecords
from makegood.records import Records

_Spans = list[tuple[int, int]]


class Summers:
    """Days in `esy` terms only: a student has school on those on which one of their `esy` services runs.

    Whoever has no such service is at home then, as the ledger has it: a service of the year has no school days there.
    """

    def __init__(self, records: Records, first: dt.date, last: dt.date) -> None:
        """Take the services of records, and the days that are planned."""
        self._records = records
        self._first, self._last = day_number(first), day_number(last)
        self._days: dict[int, frozenset[int]] = {}

    def is_home(self, student_id: str, calendar: SchoolCalendar, day: int) -> bool:
        """Return whether a day (a day number) has school for others of a calendar, and not for this student."""
        return day in self._days_of(calendar) and not any(
            first <= day <= last for first, last in self._spans.get(student_id, ())
        )

    def at_home(self, student_id: str, calendar: SchoolCalendar) -> tuple[dt.date, ...]:
        """Return the planned days that have school for others of a calendar, and not for this student."""
        days = (day for day in self._days_of(calendar) if self._first <= day <= self._last)
        return tuple(date_of(day) for day in sorted(days) if self.is_home(student_id, calendar, day))

    def _days_of(self, calendar: SchoolCalendar) -> frozenset[int]:
        """Return the days with school of a calendar that are in `esy` terms only."""
        if id(calendar) not in self._days:
            self._days[id(calendar)] = frozenset(calendar.school_days).difference(
                calendar.days_of(calendar.school_year)
            )
        return self._days[id(calendar)]

    @cached_property
    def _spans(self) -> dict[str, _Spans]:
        """The days of each student's `esy` services; all days where nobody knows their dates."""
        services, known = self._records.services, ServicesOfRecords(self._records)
        spans: dict[str, _Spans] = defaultdict(list)
        for place, student_id in enumerate(services.student_id):
            if services.esy[place]:
                facts = known.of(place)
                spans[student_id].append((self._first, self._last) if facts is None else (facts.start, facts.end))
        return spans
