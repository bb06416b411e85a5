"""Where a provider can be in one day's gaps."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from makegood.planner.model.board import NO_WAY
from makegood.planner.model.grid import Grid
from makegood.planner.model.openings import Array
from makegood.planner.times import FreeTime, Times


@dataclass(frozen=True, slots=True)
class RoomInDay:
    """One gap between two engagements.

    Attributes:
        start: Its first minute.
        end: The minute after its last.
        schools: By place of each school where it can be spent: whether the provider can be there, by minute.
    """

    start: int
    end: int
    schools: dict[int, Array]


def rooms_of(
    times: Times, grid: Grid, provider_id: str, date: dt.date, schools: tuple[str, ...]
) -> Iterator[RoomInDay]:
    """Yield each gap of a provider's day.

    A regular or pinned session ends one gap and begins the next. The way from and to every one of the day is taken
    off; where nobody said how long it takes, the provider cannot be at that school that day.
    """
    free = times.free_time(provider_id, date)
    if not free:
        return
    engaged = times.engaged(provider_id, date)
    own = {each.school_id for each in free}
    marks = {
        place: found
        for place, school in enumerate(schools)
        if (None in own or school in own)
        and (found := _marks(times, grid, provider_id, school, free=free, engaged=engaged)).any()
    }
    cuts = [0, *(grid.part(start, start).start for start, _, _ in engaged), grid.size]
    for begin, end in pairwise(cuts):
        room = {}
        for place, found in marks.items():
            part = np.zeros(grid.size, bool)
            part[begin:end] = found[begin:end]
            if part.any():
                room[place] = part
        if room:
            used = np.flatnonzero(np.any(list(room.values()), axis=0))
            yield RoomInDay(int(used[0]), int(used[-1]) + 1, room)


def _marks(
    times: Times,
    grid: Grid,
    provider_id: str,
    school: str,
    *,
    free: tuple[FreeTime, ...],
    engaged: list[tuple[int, int, str]],
) -> Array:
    """Return by minute whether a provider can be at a school."""
    marks = np.zeros(grid.size, bool)
    ways = [
        (start, end, times.places.between(provider_id, there, school), times.places.between(provider_id, school, there))
        for start, end, there in engaged
    ]
    if any(out is None or back is None for _, _, out, back in ways):
        return marks
    for each in free:
        if not times.places.may_be(provider_id, each.school_id, school):
            continue
        start, end = each.start, each.end
        for begin, stop, out, back in ways:
            # Free time never overlaps an engagement, so each lies either behind it or before it.
            if begin >= each.end:
                end = min(end, begin - (back or 0))
            else:
                start = max(start, stop + (out or 0))
        marks[grid.part(start, end)] = True
    return marks


def together(times: Times, provider_id: str, schools: list[str], engaged: dict[str, int]) -> set[str]:
    """Return schools, the first ones first, that a provider can be at on one day, whatever the order.

    Between any two there is a way, and none that takes longer than the one over a regular or pinned session.

    Args:
        times: Who is free when, and where.
        provider_id: The provider.
        schools: Where make-ups could be held.
        engaged: The minutes of the shortest regular or pinned session of the day, by school.
    """
    every = sorted({*schools, *engaged})
    way = {(a, b): times.places.between(provider_id, a, b) for a in every for b in every}

    def linked(start: str, end: str) -> bool:
        direct = way[start, end]
        return direct is not None and all(
            out is None or on is None or direct <= out + minutes + on
            for other, minutes in engaged.items()
            if other not in {start, end}
            for out, on in ((way[start, other], way[other, end]),)
        )

    kept = sorted(engaged)
    for school in schools:
        if all(linked(school, other) and linked(other, school) for other in kept):
            kept.append(school)
    return set(kept)


def stands_of(times: Times, provider_id: str, schools: list[str]) -> tuple[dict[str, int], list[list[int]]]:
    """Return the stand of each school, and the minutes from one stand to another.

    Schools that lie no time apart, next door or on the screen, are one stand.
    """
    ways = {}
    for start in schools:
        found = (times.places.between(provider_id, start, end) for end in schools)
        ways[start] = [NO_WAY if way is None else way for way in found]
    stands: dict[str, int] = {}
    first: list[str] = []
    for place, school in enumerate(schools):
        alike = [n for n, other in enumerate(first) if ways[other] == ways[school] and not ways[other][place]]
        if not alike:
            first.append(school)
        stands[school] = alike[0] if alike else len(first) - 1
    return stands, [[ways[start][schools.index(end)] for end in first] for start in first]


def without_short_cuts(ways: list[list[int]]) -> list[list[int]]:
    """Return ways that are long enough for no stop on the way to make another one shorter.

    From E to N takes 10, from N to M 15, and from E to M 30: then N to M takes 20, as if one had come from E.
    """
    every = range(len(ways))

    def slow(a: int, b: int) -> int:
        others = (ways[c][b] - ways[c][a] for c in every if NO_WAY not in {ways[c][a], ways[c][b]})
        return max([ways[a][b], *others]) if a != b else 0

    return [[slow(a, b) for b in every] for a in every]
