"""The days of a regular week as cells: each weekday of each week of the longest block, and each day of a cycle."""

from collections.abc import Iterable
from functools import cached_property
from math import lcm
from typing import Final, NamedTuple

from makegood.week.pattern import SCHOOL_WEEK, Pattern

MOST_WEEKS: Final = 12
"""A session whose block of weeks does not divide so many counts as held every week: no clash is missed, but room may
be."""


class Held(NamedTuple):
    """The cells of a session.

    Attributes:
        own: Those in which it is held.
        beside: Those that fall on the same days: what is held there is in its way.
    """

    own: tuple[int, ...]
    beside: tuple[int, ...]


class Cells:
    """The cells of some sessions."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Count the weeks and the days of cycles that these have."""
        every = {pattern.every for pattern in patterns} | {1}
        weeks = 1
        for each in sorted(every):
            weeks = lcm(weeks, each) if lcm(weeks, each) <= MOST_WEEKS else weeks
        self.weeks = weeks
        self.cycles: dict[int, int] = {}
        """Where the cells of each cycle begin."""
        self.count = SCHOOL_WEEK * weeks
        for cycle in sorted({pattern.cycle for pattern in patterns} - {0}):
            self.cycles[cycle] = self.count
            self.count += cycle
        self._known: dict[Pattern, Held] = {}

    def of(self, pattern: Pattern) -> Held:
        """Return the cells of a session."""
        if pattern not in self._known:
            self._known[pattern] = self._look_up(pattern)
        return self._known[pattern]

    @cached_property
    def of_weeks(self) -> tuple[tuple[int, ...], ...]:
        """The cells of each week, Monday first."""
        return tuple(tuple(weekday * self.weeks + week for weekday in range(SCHOOL_WEEK)) for week in range(self.weeks))

    def _look_up(self, pattern: Pattern) -> Held:
        weekdays = range(SCHOOL_WEEK * self.weeks)
        if pattern.cycle:
            own = self.cycles[pattern.cycle] + pattern.day - 1
            others = [begin + n for cycle, begin in self.cycles.items() if cycle != pattern.cycle for n in range(cycle)]
            return Held((own,), (own, *weekdays, *others))
        every_week = self.weeks % pattern.every != 0
        own_cells = tuple(
            pattern.day * self.weeks + week for week in range(self.weeks) if every_week or pattern.in_week(week)
        )
        return Held(own_cells, (*own_cells, *range(SCHOOL_WEEK * self.weeks, self.count)))
