"""On which days a regular session is held: a weekday, each so-many-th week of it, or a day of a cycle."""

from math import gcd
from typing import Final, NamedTuple

from makegood.terms.weekdays import WEEKDAYS

SCHOOL_WEEK: Final = 5
"""Monday to Friday: the days on which regular sessions are placed."""
DAYS: Final = WEEKDAYS[:5]
"""Their names."""


class Pattern(NamedTuple):
    """The days of one regular session.

    Attributes:
        day: 0 for Monday to 4 for Friday; with a cycle, the day of it, from 1 on.
        cycle: How many school days the cycle has; 0 where the session goes by weekdays.
        every: It is held in `held` of each so many weeks; 1 is every week.
        held: In how many weeks on end of these.
        phase: The first of them, counted in weeks from the week of the first day.
    """

    day: int
    cycle: int = 0
    every: int = 1
    held: int = 1
    phase: int = 0

    def in_week(self, week: int) -> bool:
        """Return whether it is held in a week, counted from the week of the first day."""
        return (week - self.phase) % self.every < self.held

    def phases(self) -> tuple[int, ...]:
        """Return the weeks of its block in which it is held, each from 0 to `every` - 1."""
        return tuple(sorted((self.phase + n) % self.every for n in range(self.held)))

    @property
    def share(self) -> float:
        """How many times a week it is held."""
        return SCHOOL_WEEK / self.cycle if self.cycle else self.held / self.every


def meet(one: Pattern, other: Pattern) -> bool:
    """Return whether two sessions can fall on one day.

    A day of a cycle falls on every weekday in its turn, so it can meet any weekday and any day of another cycle.
    """
    if one.cycle and other.cycle and one.cycle == other.cycle:
        return one.day == other.day
    if one.cycle or other.cycle:
        return True
    if one.day != other.day:
        return False
    common = gcd(one.every, other.every)
    return any((a - b) % common == 0 for a in one.phases() for b in other.phases())
