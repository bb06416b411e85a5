"""What each service promises in each week to come, and who gives it."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from makegood.calendars import date_of, day_number, monday_of
from makegood.ledger import ledger_of
from makegood.log import Log, ServiceFacts
from makegood.planner.capacity.slots import Slot, WeekSlots
from makegood.records import Determinations, Offers, Records, Sessions, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWeek:
    """One service in one week.

    Attributes:
        school_id: The student's school; empty where the records name none.
        provider_id: Who gives it: whom the week's slots name, else whom the service names; None for nobody.
        monday: The week.
        days: The days with school that it may be given on.
        promised: Minutes: what the ledger says is due in its periods, shared over their days with school, half up.
        scheduled: Whether the schedule has slots for it; else nobody knows when in the week it is given.
        slots: Those of them that lie on days with school.
    """

    service_id: str
    student_id: str
    service_type: str
    school_id: str
    provider_id: str | None
    monday: dt.date
    days: tuple[dt.date, ...]
    promised: int
    scheduled: bool
    slots: tuple[Slot, ...]


def service_weeks(records: Records, first: dt.date, last: dt.date) -> Iterator[ServiceWeek]:
    """Yield each service's weeks from first to last, those without a day with school left out.

    Args:
        records: Records that the ledger accounts for.
        first: The first day; what a week promises is counted from it on.
        last: The last.
    """
    log, table, students = Log(records), records.services, records.students
    shares, slots = _Shares(_due_of(records, last), day_number(first), day_number(last)), WeekSlots(log)
    school_of = dict(zip(students.student_id, students.school_id, strict=True))
    for place in sorted(range(len(table)), key=lambda i: (table.student_id[i], table.service_id[i])):
        facts = log.services.of(place)
        if facts is None:
            continue
        for monday, (days, promised) in shares.of(table.service_id[place], facts).items():
            found = slots.of(facts, days)
            yield ServiceWeek(
                service_id=table.service_id[place],
                student_id=table.student_id[place],
                service_type=table.service_type[place],
                school_id=table.school_id[place] or school_of[table.student_id[place]] or "",
                provider_id=_who(table.provider_id[place], found or ()),
                monday=date_of(monday),
                days=tuple(map(date_of, days)),
                promised=promised,
                scheduled=found is not None,
                slots=found or (),
            )


def half_up(amount: int, share: int, whole: int) -> int:
    """Return amount x share / whole to the nearest minute, half up."""
    return (2 * amount * share + whole) // (2 * whole)


def _who(usual: str | None, slots: tuple[Slot, ...]) -> str | None:
    named = sorted({slot.provider_id for slot in slots if slot.provider_id is not None})
    return named[0] if len(named) == 1 else usual or (named[0] if named else None)


_Weeks = dict[int, tuple[list[int], int]]
"""By Monday: the days (day numbers) and the minutes promised on them."""

_T = TypeVar("_T", bound=Table)
_Due = list[tuple[int, int, int]]
"""A service's periods: the first and last day (day numbers), and the minutes due."""


def _due_of(records: Records, last: dt.date) -> dict[str, _Due]:
    """Return what the ledger says is due of each service. It does not depend on what was held, so no log is read."""
    bare = replace(records, sessions=_empty(Sessions), determinations=_empty(Determinations), offers=_empty(Offers))
    due: dict[str, _Due] = {}
    for period in ledger_of(bare, last).periods:
        span = day_number(period.first), day_number(period.last)
        due.setdefault(period.service_id, []).append((*span, period.due))
    return due


def _empty(table: type[_T]) -> _T:
    return table.of({name: [] for name in table.columns()}, [])


@dataclass(slots=True)
class _Shares:
    """What is due, shared over days with school; services alike share theirs."""

    due: dict[str, _Due]
    first: int
    last: int
    known: dict[tuple[object, ...], _Weeks] = field(default_factory=dict)
    counted: dict[tuple[int, bool], list[int]] = field(default_factory=dict)

    def of(self, service_id: str, facts: ServiceFacts) -> _Weeks:
        due = self.due.get(service_id, [])
        key = (id(facts.calendar), facts.esy, facts.start, facts.end, *due)
        if key not in self.known:
            days = self._school_days(facts)
            weeks: _Weeks = {}
            for first, last, minutes in due:
                lasting = _between(days, max(first, facts.start), min(last, facts.end))
                held = _between(lasting, self.first, self.last)
                for monday in dict.fromkeys(map(monday_of, held)):
                    here = _between(held, monday, monday + 6)
                    before, sum_ = weeks.get(monday, ([], 0))
                    weeks[monday] = (before + here, sum_ + half_up(minutes, len(here), len(lasting)))
            self.known[key] = weeks
        return self.known[key]

    def _school_days(self, facts: ServiceFacts) -> list[int]:
        """Return the service's school days."""
        key = (id(facts.calendar), facts.esy)
        if key not in self.counted:
            self.counted[key] = facts.calendar.days_of(facts.school_days)
        return self.counted[key]


def _between(days: list[int], first: int, last: int) -> list[int]:
    return days[bisect_left(days, first) : bisect_right(days, last)]
