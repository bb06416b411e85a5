"""What each service promises in each week to come, and who gives it."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from makegood.calendars import SchoolCalendar, date_of, day_number, monday_of, periods_of
from makegood.ledger.coding.cast import Cast, cast_of
from makegood.planner.capacity.slots import Slot, Slots
from makegood.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWeek:
    """One service in one week.

    Attributes:
        school_id: The student's school; empty where the records name none.
        provider_id: Who gives it: whom the week's slots name, else whom the service names; None for nobody.
        monday: The week.
        days: The days with school that it may be given on.
        promised: Minutes: what its periods promise, shared over their days with school, half up.
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
    cast = cast_of(records)
    table = records.services
    shares, slots = _Shares(day_number(first), day_number(last)), Slots(records)
    for place, owner in enumerate(cast.owners()):
        row, calendar = cast.services[place], cast.calendars[cast.calendar[owner]]
        for monday, (days, promised) in shares.of(cast, place, calendar).items():
            found = slots.of(table.service_id[row], table.provider_id[row], days)
            yield ServiceWeek(
                service_id=table.service_id[row],
                student_id=table.student_id[row],
                service_type=table.service_type[row],
                school_id=records.students.school_id[cast.students[owner]] or "",
                provider_id=_who(table.provider_id[row], found or ()),
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


@dataclass(slots=True)
class _Shares:
    """Promises shared over days with school; services alike share theirs."""

    first: int
    last: int
    known: dict[tuple[object, ...], _Weeks] = field(default_factory=dict)
    counted: dict[tuple[int, str], list[int]] = field(default_factory=dict)

    def of(self, cast: Cast, place: int, calendar: SchoolCalendar) -> _Weeks:
        table, row = cast.records.services, cast.services[place]
        per, esy, every = table.per[row] or "", table.esy[row], table.every[row]
        start, end = cast.start[place], cast.end[place]
        whole = table.whole(row)
        key = (id(calendar), per, esy, every, start, end, whole)
        if key not in self.known:
            days = self._counted(calendar, "any" if per == "cycle" else "esy" if esy else "year")
            weeks: _Weeks = {}
            for period in periods_of(calendar, per, every, start, end, esy=esy):
                lasting = _between(days, period.first, period.last)
                held = _between(lasting, max(start, self.first), min(end, self.last))
                for monday in dict.fromkeys(map(monday_of, held)):
                    here = _between(held, monday, monday + 6)
                    before, minutes = weeks.get(monday, ([], 0))
                    weeks[monday] = (before + here, minutes + half_up(whole, len(here), len(lasting)))
            self.known[key] = weeks
        return self.known[key]

    def _counted(self, calendar: SchoolCalendar, kind: str) -> list[int]:
        """Return the days with school that lie in the terms of a kind."""
        key = (id(calendar), kind)
        if key not in self.counted:
            spans = [(term.start, term.end) for term in calendar.terms if term.kind == kind]
            self.counted[key] = [
                day for day in calendar.school_days if kind == "any" or any(a <= day <= b for a, b in spans)
            ]
        return self.counted[key]


def _between(days: list[int], first: int, last: int) -> list[int]:
    return days[bisect_left(days, first) : bisect_right(days, last)]
