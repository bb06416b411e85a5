"""The minutes of a gap at which a session may begin."""

from collections.abc import Iterable

import numpy as np

from makegood.planner.model.openings import Array


def ticks_of(begins: Array, grain: int, after: Iterable[int]) -> Array:
    """Return the minutes of a gap at which sessions may begin, ascending, and at last its end.

    Whatever a plan holds in a gap can be moved forward until each session begins where open time does, or where the
    one before it ends; so sessions of other minutes need not be looked at.

    Args:
        begins: By minute of the gap, whether anybody's time begins there.
        grain: Minutes of which most sessions' lengths are multiples.
        after: The other lengths of sessions and of ways.
    """
    marks = np.zeros(len(begins) + 1, bool)
    seen: set[int] = set()
    for begin in map(int, np.flatnonzero(begins)):
        # Whatever follows a later one of the same rest follows the first.
        if begin % grain not in seen:
            seen.add(begin % grain)
            for way in (0, *after):
                marks[begin + way :: grain] = True
    marks[-1] = True
    found: Array = np.flatnonzero(marks)
    return found
