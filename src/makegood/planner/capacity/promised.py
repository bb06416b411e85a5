"""What each service promises in each week to come, and who gives it."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from makegood.calendars import date_of, day_number, monday_of
from makegood.ledger import PeriodAccount, ledger_of
from makegood.log import Log, ServiceFacts
from makegood.planner.capacity.slots import Slot, WeekSlots
from makegood.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWeek:
    """One service in one week.

    Attributes:
        school_id: The student's school; empty where the records name none.
        provider_id: Who gives it: whom the week's slots name, else whom the service names; None for nobody.
        monday: The week.
        days: The days with school that it may be given on.
        promised: Minutes: what is due in its periods, shared over their days with school, half up.
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
    slots, periods = WeekSlots(log), _periods(records, last)
    school_of = dict(zip(students.student_id, students.school_id, strict=True))
    for place in sorted(range(len(table)), key=lambda i: (table.student_id[i], table.service_id[i])):
        facts = log.services.of(place)
        if facts is None:
            continue
        shares = _shares(facts, periods.get(table.service_id[place], []), day_number(first), day_number(last))
        for monday, (days, promised) in shares.items():
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


def _periods(records: Records, last: dt.date) -> dict[str, list[PeriodAccount]]:
    """Return each service's periods up to a day, as the ledger will account for them."""
    periods: dict[str, list[PeriodAccount]] = {}
    for period in ledger_of(records, last).periods:
        periods.setdefault(period.service_id, []).append(period)
    return periods


def _who(usual: str | None, slots: tuple[Slot, ...]) -> str | None:
    named = sorted({slot.provider_id for slot in slots if slot.provider_id is not None})
    return named[0] if len(named) == 1 else usual or (named[0] if named else None)


def _shares(
    facts: ServiceFacts, periods: list[PeriodAccount], first: int, last: int
) -> dict[int, tuple[list[int], int]]:
    """Return by Monday the days with school (day numbers), and the minutes that fall on them.

    What is due in a period is shared over its days with school in the service's dates.
    """
    school_days = facts.calendar.days_of(facts.school_days)
    weeks: dict[int, tuple[list[int], int]] = {}
    for period in periods:
        begin, end = max(day_number(period.first), facts.start), min(day_number(period.last), facts.end)
        days = _between(school_days, begin, end)
        held = _between(days, first, last)
        for monday in dict.fromkeys(map(monday_of, held)):
            here = _between(held, monday, monday + 6)
            before, minutes = weeks.get(monday, ([], 0))
            weeks[monday] = (before + here, minutes + half_up(period.due, len(here), len(days)))
    return weeks


def _between(days: list[int], first: int, last: int) -> list[int]:
    return days[bisect_left(days, first) : bisect_right(days, last)]
