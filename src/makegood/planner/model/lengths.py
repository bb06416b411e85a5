"""How long make-ups may be."""

from collections import Counter
from typing import Final

from makegood.planner.lengths import shortest_of
from makegood.plans.instance import Limits

LONGEST: Final = 60
"""Minutes of the longest session that is planned where no limit says so, unless the shortest is more than half of it:
two sessions one after the other are as good for a student as a longer one."""
OFTEN: Final = 20
"""Sessions may last as long as one miss in so many, though it be no multiple of the grain: lessons of 42 minutes."""


def lengths_of(limits: Limits, grain: int, owed: list[int], least: list[int], usual: int = 0) -> tuple[int, ...]:
    """Return the lengths of sessions that are planned, in minutes, ascending.

    They are the multiples of the grain that the limits allow, the limits themselves, and what many misses last.

    Args:
        limits: The shortest and the longest session.
        grain: Minutes.
        owed: The minutes of each miss that are open.
        least: The fewest minutes of each that a session may settle.
        usual: The longest session that any student is used to.
    """
    longest = limits.longest or max(LONGEST, 2 * shortest_of(limits) - grain, usual)
    often = {minutes for minutes, count in Counter(owed).items() if count * OFTEN >= len(owed)}
    shortest = limits.shortest or min([longest, *least])
    found = {*range(-(-shortest // grain) * grain, longest + 1, grain), *often, shortest}
    if limits.longest:
        found.add(longest)
    return tuple(sorted(length for length in found if shortest <= length <= longest))


def wider(lengths: tuple[int, ...], grain: int, widest: int) -> tuple[int, ...]:
    """Return lengths and longer ones, as far as `widest` minutes."""
    if not lengths:
        return ()
    return (*lengths, *range((lengths[-1] // grain + 1) * grain, widest + 1, grain))
