"""The weekly slots of the schedule that lie in the days of a plan."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

from makegood.calendars import date_of, day_number
from makegood.calendars.days import WEEK
from makegood.log import Log, Slot
from makegood.log.services import ServiceFacts
from makegood.planner.gather.people import People
from makegood.plans.instance import Regular, Student
from makegood.records import Records


def slots_of(
    records: Records,
    people: People,
    *,
    owed: Collection[str],
    bases: Mapping[str, str | None],
    first: dt.date,
    last: dt.date,
) -> dict[Regular, Student]:
    """Return the slots that keep a student with open minutes, or a provider with time for make-ups, and whose each is.

    Args:
        records: The records.
        people: The students.
        owed: The students to whom minutes are owed.
        bases: The providers who have time for make-ups, each with the school where they are based.
        first: The first day of the plan.
        last: The last.
    """
    services, log = records.services, Log(records)
    slots: dict[Regular, Student] = {}
    others = _Others(day_number(first), day_number(last))
    for place, student_id in enumerate(services.student_id):
        facts = log.services.of(place)
        for slot in log.slots.of(facts) if facts else ():
            provider_id = slot.provider_id or services.provider_id[place]
            if student_id not in owed and provider_id not in bases:
                continue
            student = people.in_the_way(student_id, bases.get(provider_id or ""))
            if student is None:
                continue
            closed = others.of(facts) if facts else ()
            span = max(slot.first, day_number(first)), min(slot.last, day_number(last))
            for begin, end in _spans(slot, log.slots.cycle_days(facts, slot) if facts else {}, closed, *span):
                regular = Regular(
                    student_id=student_id,
                    weekday=date_of(begin).weekday() if slot.weekday is None else slot.weekday,
                    start=slot.start_time,
                    minutes=slot.minutes,
                    first=date_of(begin),
                    last=date_of(end),
                    provider_id=provider_id,
                )
                slots[regular] = student
    return slots


class _Others:
    """Days with school that are none of a service's own: those of summer for one of the year, and the reverse."""

    def __init__(self, first: int, last: int) -> None:
        """Look at the days from first to last (day numbers)."""
        self._first, self._last = first, last
        self._known: dict[tuple[int, bool], tuple[int, ...]] = {}

    def of(self, facts: ServiceFacts) -> tuple[int, ...]:
        """Return such days of a service, ascending."""
        key = (id(facts.calendar), facts.esy)
        if key not in self._known:
            days = (day for day in facts.calendar.school_days if self._first <= day <= self._last)
            self._known[key] = tuple(day for day in days if not facts.is_school_day(day))
        return self._known[key]


def _spans(
    slot: Slot, cycle_days: dict[int, int], closed: Sequence[int], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield the days on which a slot holds as spans of its weekday; one a day where it leaves weeks out."""
    if slot.weekday is None or slot.every != 1:
        yield from ((day, day) for day in slot.days(cycle_days, last) if day >= first and day not in closed)
        return
    if last < first:
        return
    held = [day for day in closed if first <= day <= last and slot.falls_on(day, cycle_days)]
    for begin, end in zip((first, *(day + 1 for day in held)), (*(day - 1 for day in held), last), strict=True):
        if not held or any(slot.falls_on(day, cycle_days) for day in range(begin, min(end + 1, begin + WEEK))):
            yield begin, end
