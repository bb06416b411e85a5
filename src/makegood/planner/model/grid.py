"""The grid: which days can be planned, and how fine time is."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import gcd
from typing import Final

from makegood.planner.instance import Instance
from makegood.planner.times import Times

FINEST: Final = 5
"""Minutes. Sessions begin at such marks unless a small instance has finer times."""
COARSEST: Final = 15
SMALL: Final = 60
"""Rows of availability times days up to which a grid of single minutes stays quick."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Days and steps.

    Attributes:
        days: Dates on which a make-up could be held, ascending; all pinned ones are among them.
        step: Minutes of one step.
        origin: Minutes after midnight of the first step.
        size: Number of steps in a day.
    """

    days: tuple[dt.date, ...]
    step: int
    origin: int
    size: int


def grid_of(instance: Instance, times: Times) -> Grid:
    """Return the grid that is as fine as the times of the instance, within reason."""
    keys = {student.calendar for student in instance.students}
    days = {day for key in keys for day in times.school_days.get(key, ())}
    days |= {row.date for row in instance.availability if row.date is not None}
    days = {day for day in days if instance.first <= day <= instance.last} | {s.date for s in instance.pinned}
    finest = gcd(0, *_marks(instance))
    if finest < FINEST:
        small = len(instance.availability) * max(1, len(days)) <= SMALL
        finest = max(1, finest) if small else FINEST
    elif finest > COARSEST:
        finest = next(step for step in (COARSEST, 10, FINEST, finest) if finest % step == 0)
    shortest, longest = instance.limits.shortest, instance.limits.longest
    while shortest and longest and -(-shortest // finest) > longest // finest:
        finest -= 1
    starts = [row.start for row in instance.availability]
    ends = [row.end for row in instance.availability]
    origin = min(starts, default=0) // finest * finest
    size = max(0, -(-(max(ends, default=0) - origin) // finest))
    return Grid(tuple(sorted(days)), finest, origin, size)


def _marks(instance: Instance) -> Iterator[int]:
    """Yield every time and length that a grid should meet."""
    rows: Iterable[Iterable[tuple[int, int]]] = (
        ((row.start, row.end) for row in instance.availability),
        ((row.start, row.end) for row in instance.bell),
        ((row.start, row.end) for row in instance.student_times),
        ((slot.start, slot.minutes) for slot in instance.regular),
        ((session.start, session.minutes) for session in instance.pinned),
    )
    for pairs in rows:
        for first, second in pairs:
            yield first
            yield second
    yield from (miss.minutes for miss in instance.misses)
    yield from (settles.minutes for s in instance.pinned for attends in s.students for settles in attends.settles)
    yield from (way.minutes for way in instance.travel)
    limits = instance.limits
    yield from (limit for limit in (limits.shortest, limits.longest, limits.student_day, limits.student_week) if limit)
    yield from (limit for limit in (limits.provider_day, limits.provider_week) if limit)
