"""What is promised, owed and free in the weeks to come, and which weeks cannot hold it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from makegood.planner.capacity.free import Free
from makegood.planner.capacity.load import Load
from makegood.planner.capacity.promised import ServiceWeek, service_weeks
from makegood.planner.capacity.waiting import Waiting, open_misses
from makegood.planner.capacity.week import Capacity, ServiceLine, Week
from makegood.plans.instance import Instance, Miss
from makegood.records import Records
from makegood.statements.picture.picture import monday


class _Line(NamedTuple):
    """Whom a line is about: a provider, or (with an empty id) what nobody is named for at a school."""

    provider_id: str
    school_id: str = ""
    service_type: str = ""


_Place = tuple[str, str]
"""A school and a type of service."""


def capacity_of(records: Records, instance: Instance) -> Capacity:
    """Return what the weeks of an instance must hold and can hold.

    A week holds if somebody is there for each regular session, and if the make-ups whose deadline has come fit
    the free time up to its end, taken by deadline. Make-ups are counted one student at a time.

    Args:
        records: The records.
        instance: What `gather` made of them; its misses are what waits.
    """
    return _Counting(records, instance).capacity()


class _Counting:
    """The sums on the way to a capacity."""

    def __init__(self, records: Records, instance: Instance) -> None:
        self.instance = instance
        span = (instance.last - instance.first).days + 1
        self.days = [instance.first + dt.timedelta(n) for n in range(span)]
        self.mondays = list(dict.fromkeys(map(monday, self.days)))
        self.lines: dict[_Line, dict[dt.date, Load]] = defaultdict(lambda: defaultdict(Load))
        self.places: dict[_Place, dict[dt.date, Load]] = defaultdict(lambda: defaultdict(Load))
        self.with_school: dict[str, set[dt.date]] = defaultdict(set)
        for week in service_weeks(records, instance.first, instance.last):
            self._add(week)
        self.away = {
            (row.id, day) for row in instance.provider_away for day in self.days if row.first <= day <= row.last
        }
        self.school = {student.student_id: student.school_id for student in instance.students}
        self.waiting: dict[_Line, list[Miss]] = defaultdict(list)
        for miss in open_misses(instance):
            self.waiting[self._line(miss)].append(miss)
        for row in instance.availability:
            self.lines.setdefault(_Line(row.provider_id), defaultdict(Load))
        # By school and service type, the weeks at whose end make-ups are past their deadline.
        self.overdue: dict[_Place, set[dt.date]] = defaultdict(set)

    def capacity(self) -> Capacity:
        free = Free(self.instance, self.with_school)
        lines = sorted({*self.lines, *self.waiting}, key=lambda line: (not line.provider_id, line))
        weeks = tuple(week for line in lines for week in self._weeks(line, free))
        return Capacity(
            first=self.instance.first, last=self.instance.last, weeks=weeks, services=tuple(self._services())
        )

    def _add(self, week: ServiceWeek) -> None:
        place = (week.school_id, week.service_type)
        line = _Line(week.provider_id) if week.provider_id else _Line("", *place)
        self.with_school[week.school_id].update(week.days)
        self.lines[line][week.monday].promise(week)
        self.places[place][week.monday].promise(week)
        for slot in week.slots:
            who = _Line(slot.provider_id) if slot.provider_id else _Line("", *place)
            self.lines[who][week.monday].hold(slot)
            self.places[place][week.monday].hold(slot)

    def _line(self, miss: Miss) -> _Line:
        return (
            _Line(miss.provider_id) if miss.provider_id else _Line("", self.school[miss.student_id], miss.service_type)
        )

    def _weeks(self, line: _Line, free: Free) -> Iterator[Week]:
        waiting = Waiting(self.waiting.get(line, ()))
        everywhere = set().union(*self.with_school.values())
        for start in self.mondays:
            days = [day for day in self.days if monday(day) == start]
            load = self.lines[line][start]
            with_school = load.days or {day for day in days if day in everywhere}
            minutes = free.minutes(line.provider_id, days) if line.provider_id else 0
            waits = waiting.minutes
            waiting.take(minutes)
            past = waiting.past(days[-1])
            for miss, _ in past:
                self.overdue[self.school[miss.student_id], miss.service_type].add(start)
            yield Week(
                provider_id=line.provider_id or None,
                school_id=None if line.provider_id else line.school_id,
                service_type=None if line.provider_id else line.service_type,
                monday=start,
                days=len(with_school),
                away=sum((line.provider_id, day) in self.away for day in with_school),
                promised=load.promised,
                needed=load.needed(),
                nobody_there=load.nobody_there(self.away),
                waiting=waits,
                free=minutes,
                overdue=sum(left for _, left in past),
            )

    def _services(self) -> Iterator[ServiceLine]:
        """Yield the roll-up; it reads what `_weeks` found to be past its deadline."""
        waits: dict[_Place, int] = defaultdict(int)
        for miss in (miss for misses in self.waiting.values() for miss in misses):
            waits[self.school[miss.student_id], miss.service_type] += miss.minutes
        for place in sorted({*self.places, *waits}):
            loads = self.places.get(place, {})
            lost = {start: load.nobody_there(self.away) for start, load in loads.items()}
            yield ServiceLine(
                school_id=place[0],
                service_type=place[1],
                promised=sum(load.promised for load in loads.values()),
                needed=sum(load.needed() for load in loads.values()),
                nobody_there=sum(lost.values()),
                waiting=waits[place],
                cannot_hold=tuple(sorted({start for start, minutes in lost.items() if minutes} | self.overdue[place])),
            )
