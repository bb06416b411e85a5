"""Make-ups that wait for one provider, taken by deadline as far as the free time goes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from makegood.planner.misses import key_of, settled
from makegood.plans.instance import Instance, Miss


def open_misses(instance: Instance) -> list[Miss]:
    """Return the misses with what is open of them, agreed make-ups taken off."""
    agreed = settled(instance.pinned)
    left = (replace(miss, minutes=miss.minutes - agreed[key_of(miss)]) for miss in instance.misses)
    return [miss for miss in left if miss.minutes > 0]


class Waiting:
    """A line of make-ups, the earliest deadline first; those without one come last."""

    def __init__(self, misses: Iterable[Miss]) -> None:
        """Put them in order."""
        ordered = sorted(
            misses,
            key=lambda miss: (miss.due_by or dt.date.max, miss.missed_on, miss.service_id, miss.session_id or ""),
        )
        self._left = [(miss, miss.minutes) for miss in ordered]

    @property
    def minutes(self) -> int:
        """How many minutes wait."""
        return sum(minutes for _, minutes in self._left)

    def take(self, free: int) -> None:
        """Let free minutes settle what comes first."""
        left = []
        for miss, minutes in self._left:
            taken = min(free, minutes)
            free -= taken
            if minutes > taken:
                left.append((miss, minutes - taken))
        self._left = left

    def past(self, day: dt.date) -> list[tuple[Miss, int]]:
        """Return what should have been held by the end of a day, and how many minutes of it are left."""
        return [(miss, minutes) for miss, minutes in self._left if miss.due_by is not None and miss.due_by <= day]
