"""When and where a provider and a student could meet, for the planners that ours is measured beside."""

import datetime as dt
from collections import defaultdict

from makegood.planner.grades import grade_of
from makegood.planner.spans import Spans, joined, without
from makegood.planner.times import Times
from makegood.plans.instance import Instance, Miss

MissKey = tuple[str, str | None, dt.date]
_DAY = 24 * 60


class Meetings:
    """The facts of an instance as the plain planners ask for them; what is asked for twice is worked out once."""

    def __init__(self, instance: Instance) -> None:
        """Sort the facts by school, service and day."""
        self.instance = instance
        self.times = Times(instance)
        self.longest = instance.limits.longest or _DAY
        self.shortest = instance.limits.shortest or 1
        days = {day for each in instance.school_days.values() for day in each}
        days |= {row.date for row in instance.availability if row.date is not None}
        self.days = sorted(day for day in days if instance.first <= day <= instance.last)
        self._free: dict[tuple[str, dt.date, str], Spans] = {}
        self._open: dict[tuple[str, dt.date, str | None], Spans] = {}
        self._schools: dict[tuple[str, dt.date], tuple[str, ...]] = {}
        self.all_schools = tuple(sorted({student.school_id for student in instance.students}))
        self.by_type: dict[str, list[str]] = defaultdict(list)
        for provider in instance.providers:
            for name in provider.service_types:
                self.by_type[name].append(provider.provider_id)
        self.left = self._left()

    def free(self, provider_id: str, date: dt.date, school_id: str) -> Spans:
        """Return when a provider could give a make-up at a school: regular and pinned sessions, and ways, taken off."""
        key = (provider_id, date, school_id)
        if key not in self._free:
            times, places = self.times, self.times.places
            rows = [
                (row.start, row.end)
                for row in times.free_time(provider_id, date)
                if places.may_be(provider_id, row.school_id, school_id)
            ]
            busy = (
                [self.kept_off(provider_id, school_id, each) for each in times.engaged(provider_id, date)]
                if rows
                else []
            )
            self._free[key] = without(joined(rows), busy)
        return self._free[key]

    def kept_off(self, provider_id: str, school_id: str, engaged: tuple[int, int, str]) -> tuple[int, int]:
        """Return what an engagement takes of a provider's time at a school, the ways there and back with it."""
        start, end, there = engaged
        back = self.times.places.between(provider_id, school_id, there)
        away = self.times.places.between(provider_id, there, school_id)
        return (0, _DAY) if back is None or away is None else (start - back, end + away)

    def open(self, student_id: str, date: dt.date, provider_id: str) -> Spans:
        """Return when a student may be taken by a provider."""
        dated = provider_id if self.times.has_dated(provider_id, date) else None
        key = (student_id, date, dated)
        if key not in self._open:
            self._open[key] = self.times.open_time(student_id, date, dated)
        return self._open[key]

    def providers(self, service_type: str, school_id: str, date: dt.date) -> list[str]:
        """Return who could give a service at a school on a day."""
        return [each for each in self.by_type[service_type] if self.free(each, date, school_id)]

    def may_join(self, students: list[str], group_max: int) -> bool:
        """Return whether these students may be together, as far as their grades and the size allow it."""
        span = self.instance.limits.grade_span
        if len(students) > group_max:
            return False
        if span is None or len(students) == 1:
            return True
        grades = [grade_of(self.times.student[each].grade) for each in students]
        known = [grade for grade in grades if grade is not None]
        return len(known) == len(grades) and max(known) - min(known) <= span

    def piece(self, miss: Miss) -> int:
        """Return the fewest minutes of a miss that a session may settle."""
        return min(self.shortest, self.left[miss_key(miss)])

    def _left(self) -> dict[MissKey, int]:
        left = {miss_key(miss): miss.minutes for miss in self.instance.misses}
        for session in self.instance.pinned:
            for student in session.students:
                for part in student.settles:
                    left[part.service_id, part.session_id, part.missed_on] -= part.minutes
        return left


def miss_key(miss: Miss) -> MissKey:
    """Return what names a miss."""
    return miss.service_id, miss.session_id, miss.missed_on
