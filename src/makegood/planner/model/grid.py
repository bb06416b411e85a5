"""The grid: which days can be planned, and how finely minutes are counted."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import gcd
from typing import Final

from makegood.planner.lengths import shortest_of
from makegood.planner.times import Times
from makegood.plans.instance import Instance

FINEST: Final = 5
"""Minutes. Make-ups are cut in pieces of so many, unless a small instance has finer times."""
COARSEST: Final = 15
SMALL: Final = 60
"""Rows of availability times days up to which a grain of single minutes stays quick."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Days, and the minutes of a day.

    Attributes:
        days: Dates on which a make-up could be held, ascending; all pinned ones are among them.
        grain: Minutes of which lengths are multiples. Sessions begin at any minute.
        origin: The first minute after midnight at which anybody has time.
        size: Minutes from there to the last one.
    """

    days: tuple[dt.date, ...]
    grain: int
    origin: int
    size: int

    def part(self, start: int, end: int) -> slice:
        """Return where a span of minutes after midnight lies among the minutes of a day."""
        first = min(self.size, max(0, start - self.origin))
        return slice(first, max(first, min(self.size, end - self.origin)))


def grid_of(instance: Instance, times: Times) -> Grid:
    """Return the grid that is as fine as the times of the instance, within reason."""
    keys = {student.calendar for student in instance.students}
    days = {day for key in keys for day in times.school_days.get(key, ())}
    days |= {row.date for row in instance.availability if row.date is not None}
    days = {day for day in days if instance.first <= day <= instance.last} | {s.date for s in instance.pinned}
    origin = min((row.start for row in instance.availability), default=0)
    size = max((row.end for row in instance.availability), default=0) - origin
    small = len(instance.availability) * max(1, len(days)) <= SMALL
    return Grid(tuple(sorted(days)), _grain(gcd(0, *_marks(instance)), small=small), origin, max(0, size))


def _grain(finest: int, *, small: bool) -> int:
    if finest < FINEST:
        return max(1, finest) if small else FINEST
    if finest > COARSEST:
        return next(step for step in (COARSEST, 10, FINEST, finest) if finest % step == 0)
    return finest


def _marks(instance: Instance) -> Iterator[int]:
    """Yield every time and length that a grain should meet."""
    rows: Iterable[Iterable[tuple[int, int]]] = (
        ((row.start, row.end) for row in instance.availability),
        ((row.start, row.end) for row in instance.bell),
        ((row.start, row.end) for row in instance.student_times),
        ((slot.start, slot.minutes) for slot in instance.regular),
        ((session.start, session.minutes) for session in instance.pinned),
        ((hour.start, hour.minutes) for hour in instance.declined),
    )
    for pairs in rows:
        for first, second in pairs:
            yield first
            yield second
    yield from (miss.minutes for miss in instance.misses)
    yield from (settles.minutes for s in instance.pinned for attends in s.students for settles in attends.settles)
    yield from (way.minutes for way in instance.travel)
    limits = instance.limits
    yield shortest_of(limits)
    yield from (limit for limit in (limits.longest, limits.student_day, limits.student_week) if limit)
    yield from (limit for limit in (limits.provider_day, limits.provider_week) if limit)
