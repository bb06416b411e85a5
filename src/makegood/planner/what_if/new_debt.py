"""Minutes that a what-if leaves without anybody: regular sessions, not make-ups."""

import datetime as dt
from collections.abc import Iterator

from makegood.planner.capacity import service_weeks
from makegood.planner.capacity.promised import half_up
from makegood.planner.times import Times
from makegood.plans.instance import Instance
from makegood.records import Records

_Gone = set[tuple[str | None, dt.date]]


def new_debt(before: Instance, after: Instance, records: Records | None = None) -> int:
    """Return the minutes promised to students that nobody holds after the changes and somebody holds before.

    Nothing of it is planned. Whether it will be owed is the policy's word, once it is missed.

    Args:
        before: The facts as they are.
        after: The facts as changed.
        records: Also count services without weekly slots: of these, a day away takes its share of the week,
            half up. Without records only the weekly slots that the facts know are counted.
    """
    gone = _gone(before, after)
    if not gone:
        return 0
    times = Times(before)
    return sum(_by_slots(before, times, gone) if records is None else _by_services(records, before, times, gone))


def _gone(before: Instance, after: Instance) -> _Gone:
    """Return who is away on which day after the changes and not before."""
    known = {provider.provider_id for provider in before.providers}
    was, is_ = (
        {
            (row.id, day)
            for row in instance.provider_away
            if row.id in known
            for day in _days(max(row.first, before.first), min(row.last, before.last))
        }
        for instance in (before, after)
    )
    return {(id_, day) for id_, day in is_ - was}


def _by_slots(before: Instance, times: Times, gone: _Gone) -> Iterator[int]:
    for slot in before.regular:
        for day in _days(max(slot.first, before.first), min(slot.last, before.last)):
            held = day.weekday() == slot.weekday and times.has_school(slot.student_id, day)
            if held and (slot.provider_id, day) in gone and not times.is_away("student", slot.student_id, day):
                yield slot.minutes


def _by_services(records: Records, before: Instance, times: Times, gone: _Gone) -> Iterator[int]:
    for week in service_weeks(records, before.first, before.last):
        if not week.scheduled:
            away = sum((week.provider_id, day) in gone for day in week.days)
            yield half_up(week.promised, away, len(week.days))
        for slot in week.slots:
            if (slot.provider_id, slot.date) in gone and not times.is_away("student", week.student_id, slot.date):
                yield slot.end - slot.start


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    yield from (first + dt.timedelta(n) for n in range((last - first).days + 1))
