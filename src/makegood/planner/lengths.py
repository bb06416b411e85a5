"""How long make-ups last where no limit says so."""

from typing import Final

from makegood.plans.instance import Limits, Miss

SHORTEST: Final = 15
"""Minutes of the shortest piece of a longer miss where no limit says so: less is hardly worth the way there."""


def shortest_of(limits: Limits) -> int:
    """Return the minutes of the shortest piece of a longer miss: by the limit, else 15, or less by another limit."""
    if limits.shortest is not None:
        return limits.shortest
    others = (
        limits.longest, limits.student_day, limits.student_week, limits.provider_day, limits.provider_week,
    )  # fmt: skip
    return min([SHORTEST, *(limit for limit in others if limit)])


def least_of(limits: Limits, miss: Miss, left: int) -> int:
    """Return the fewest minutes that a session may settle of a miss of which so many are left to plan."""
    least = min(shortest_of(limits), left)
    return least if limits.shortest else min(least, miss.usual or least)


def least_session(limits: Limits, miss: Miss, left: int) -> int:
    """Return the minutes of the shortest session for such a miss: a limit holds for what is shorter too."""
    return limits.shortest or least_of(limits, miss, left)


def longest_for(limits: Limits, miss: Miss) -> int | None:
    """Return the minutes of the longest session for a miss: by the limit, else as long as the child is used to."""
    if limits.longest or miss.usual is None:
        return limits.longest
    return max(miss.usual, limits.shortest or 0)
