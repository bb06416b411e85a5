"""The gaps in providers' days, and who could come into them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from makegood.planner.instance import Instance
from makegood.planner.model.board import NO_WAY, Debts, Gaps
from makegood.planner.model.grid import Grid
from makegood.planner.model.openings import Array, Openings, runs_of, steps
from makegood.planner.times import Times


@dataclass(slots=True)
class _Lists:
    """Columns while they grow."""

    gap: list[tuple[int, int, int, int, int, int, int]] = field(default_factory=list)
    ways: list[int] = field(default_factory=list)
    booth: list[tuple[int, int, int, int, int]] = field(default_factory=list)
    runs: list[Array] = field(default_factory=list)
    steps: int = 0
    pair: list[Array] = field(default_factory=list)
    row: list[Array] = field(default_factory=list)
    local: list[Array] = field(default_factory=list)
    candidates: int = 0


def gaps_of(
    instance: Instance,
    times: Times,
    grid: Grid,
    openings: Openings,
    debts: Debts,
    students: tuple[str, ...],
    types: tuple[str, ...],
    shortest: int,
) -> tuple[Gaps, tuple[str, ...]]:
    """Return the gaps in which at least one student could come, and the schools by place."""
    schools = tuple(sorted({student.school_id for student in instance.students}))
    pairs = _pairs(times, debts, students, types, schools)
    since = np.array([debts.since[first] for first in debts.first[:-1]], np.int64)
    lists = _Lists()
    for place, provider in enumerate(instance.providers):
        given = [types.index(name) for name in provider.service_types if name in types]
        for day, date in enumerate(grid.days):
            if not given or not instance.first <= date <= instance.last:
                continue
            dated = times.has_dated(provider.provider_id, date)
            for start, end, room in _rooms(times, grid, provider.provider_id, date, schools):
                booths = []
                for school, marks in room:
                    for type_ in given:
                        found = pairs.get((school, type_))
                        if found is None:
                            continue
                        found = found[since[found] <= day]
                        rows = debts.student[found] * len(grid.days) + day
                        if dated:
                            rows = np.array(
                                [openings.row_with(int(s), day, provider.provider_id) for s in debts.student[found]],
                                np.int64,
                            )
                            seen = np.array([openings.of(int(row)) for row in rows]).reshape(-1, grid.size)
                        else:
                            seen = openings.days[rows]
                        fits = runs_of(seen[:, start:end] & marks[start:end]).max(axis=1, initial=0) >= shortest
                        if fits.any():
                            booths.append((school, type_, marks, found[fits], rows[fits]))
                if booths:
                    _add(lists, times, grid, place, day, start, end, booths, schools, debts, provider.provider_id)
    return _columns(lists), schools


def _pairs(
    times: Times, debts: Debts, students: tuple[str, ...], types: tuple[str, ...], schools: tuple[str, ...]
) -> dict[tuple[int, int], Array]:
    """Return the pairs by school and service type."""
    at = {id_: place for place, id_ in enumerate(schools)}
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for pair, (student, type_) in enumerate(zip(debts.student, debts.type, strict=True)):
        found[at[times.student[students[student]].school_id], int(type_)].append(pair)
    return {key: np.array(held, np.int64) for key, held in found.items()}


def _rooms(
    times: Times, grid: Grid, provider_id: str, date: "object", schools: tuple[str, ...]
) -> Iterator[tuple[int, int, list[tuple[int, Array]]]]:
    """Yield each gap of a provider's day: first and last step, and by school the steps that can be spent there.

    A regular or pinned session ends one gap and begins the next; the way from it and to it is taken off.
    """
    free = times.free_time(provider_id, date)  # type: ignore[arg-type]
    if not free:
        return
    engaged = times.engaged(provider_id, date)  # type: ignore[arg-type]
    edges = [(None, -(10**6), None), *((school, end, start) for start, end, school in engaged)]
    for at, (left, since, _) in enumerate(edges):
        reached, until = (engaged[at][2], engaged[at][0]) if at < len(engaged) else (None, 10**6)
        room = []
        named = {each.school_id for each in free}
        for place, school in enumerate(schools):
            if None not in named and school not in named:
                continue
            out = 0 if left is None else times.places.between(provider_id, left, school)
            back = 0 if reached is None else times.places.between(provider_id, school, reached)
            if out is None or back is None:
                continue
            marks = np.zeros(grid.size, bool)
            for each in free:
                if times.places.may_be(provider_id, each.school_id, school):
                    marks[steps(max(each.start, since + out), min(each.end, until - back), grid)] = True
            if marks.any():
                room.append((place, marks))
        if room:
            used = np.flatnonzero(np.any([marks for _, marks in room], axis=0))
            yield int(used[0]), int(used[-1]) + 1, room


def _add(
    lists: _Lists,
    times: Times,
    grid: Grid,
    provider: int,
    day: int,
    start: int,
    end: int,
    booths: list[tuple[int, int, Array, Array, Array]],
    schools: tuple[str, ...],
    debts: Debts,
    provider_id: str,
) -> None:
    own = sorted({school for school, *_ in booths})
    lists.gap.append((provider, day, start, end, len(own), len(lists.booth), len(lists.ways)))
    for a in own:
        for b in own:
            way = times.places.between(provider_id, schools[a], schools[b])
            lists.ways.append(NO_WAY if way is None else -(-way // grid.step))
    place: dict[int, int] = {}
    for school, type_, marks, found, rows in booths:
        lists.booth.append((own.index(school), school, type_, lists.steps, lists.candidates))
        lists.runs.append(runs_of(marks[None, start:end])[0, : end - start])
        lists.steps += end - start
        lists.pair.append(found)
        lists.row.append(rows)
        lists.local.append(np.array([place.setdefault(int(s), len(place)) for s in debts.student[found]], np.int64))
        lists.candidates += len(found)


def _columns(lists: _Lists) -> Gaps:
    gap = np.array(lists.gap, np.int64).reshape(-1, 7).T.copy()
    booth = np.array(lists.booth, np.int64).reshape(-1, 5).T.copy()

    def flat(parts: list[Array]) -> Array:
        return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, np.int64)

    return Gaps(
        provider=gap[0],
        day=gap[1],
        start=gap[2],
        end=gap[3],
        schools=gap[4],
        booth=np.append(gap[5], len(lists.booth)),
        way=gap[6],
        ways=np.array(lists.ways, np.int64),
        school=booth[0],
        place=booth[1],
        type=booth[2],
        run=booth[3],
        runs=flat(lists.runs),
        candidate=np.append(booth[4], lists.candidates),
        pair=flat(lists.pair),
        row=flat(lists.row),
        local=flat(lists.local),
    )
