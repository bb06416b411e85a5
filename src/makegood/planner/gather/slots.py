"""The weekly slots of the schedule that lie in the days of a plan."""

import datetime as dt
from collections.abc import Collection, Mapping

from makegood.calendars import date_of
from makegood.planner.gather.people import People
from makegood.planner.instance import Regular, Student
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
    schedule, services = records.schedule, records.services
    place = services.index()
    slots: dict[Regular, Student] = {}
    for at, service_id in enumerate(schedule.service_id):
        service = place[service_id]
        student_id = services.student_id[service]
        provider_id = schedule.provider_id[at] or services.provider_id[service]
        if student_id not in owed and provider_id not in bases:
            continue
        student = people.in_the_way(student_id, bases.get(provider_id or ""))
        if student is None:
            continue
        begin, end = _service_dates(records, service, people, student)
        begin = max(day for day in (begin, schedule.from_[at], first) if day is not None)
        end = min(day for day in (end, schedule.until[at], last) if day is not None)
        weekday = schedule.weekday[at]
        if begin <= end and weekday is not None:
            slot = Regular(
                student_id=student_id,
                weekday=weekday,
                start=schedule.start_time[at],
                minutes=schedule.minutes[at],
                first=begin,
                last=end,
                provider_id=provider_id,
            )
            slots[slot] = student
    return slots


def _service_dates(
    records: Records, service: int, people: People, student: Student
) -> tuple[dt.date | None, dt.date | None]:
    """Return a service's first and last day; blank ones are those of the school year (ledger.md, 1)."""
    start, end = records.services.start[service], records.services.end[service]
    years = [term for term in people.calendar(student).terms if term.kind == "year"]
    if years:
        start = start or date_of(years[0].start)
        end = end or date_of(max(term.end for term in years))
    return start, end
