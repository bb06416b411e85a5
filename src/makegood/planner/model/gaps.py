"""The gaps in providers' days, and who could come into them."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from makegood.planner.model.board import Debts, Gaps
from makegood.planner.model.openings import Array, Openings, runs_of
from makegood.planner.model.rooms import RoomInDay, rooms_of, stands_of, together, without_short_cuts
from makegood.planner.model.ticks import ticks_of
from makegood.planner.times import Times
from makegood.plans.instance import Instance, Provider


@dataclass(slots=True)
class GapsBuilder:
    """Finds the gaps of an instance, provider by provider and day by day.

    Attributes:
        instance: The facts.
        times: Who is free when.
        openings: When each student may be taken.
        debts: What is owed.
        students: The students who are owed something, by place.
        types: The service types, by place.
        lengths: Minutes of the sessions that are planned, ascending.
    """

    instance: Instance
    times: Times
    openings: Openings
    debts: Debts
    students: tuple[str, ...]
    types: tuple[str, ...]
    lengths: tuple[int, ...]
    schools: tuple[str, ...] = field(init=False)
    _pairs: dict[tuple[int, int], Array] = field(init=False)
    _since: Array = field(init=False)
    _rows: dict[str, list[Any]] = field(init=False, default_factory=lambda: defaultdict(list))
    _turns: dict[int, dict[int, int]] = field(init=False, default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    _sizes: dict[str, int] = field(init=False, default_factory=lambda: defaultdict(int))

    def __post_init__(self) -> None:
        """Sort the debts by school and service type."""
        debts = self.debts
        self.schools = tuple(sorted({student.school_id for student in self.instance.students}))
        at = {id_: place for place, id_ in enumerate(self.schools)}
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for pair, (student, type_) in enumerate(zip(debts.student, debts.type, strict=True)):
            found[at[self.times.student[self.students[student]].school_id], int(type_)].append(pair)
        self._pairs = {key: np.array(held, np.int64) for key, held in found.items()}
        ranges = zip(debts.first, debts.last, strict=True)
        self._since = np.array([debts.since[first:last].min() for first, last in ranges], np.int64)

    def gaps(self) -> Gaps:
        """Return the gaps in which at least one student could come."""
        grid = self.openings.grid
        if not self.lengths:
            return self._columns()
        for place, provider in enumerate(self.instance.providers):
            if not any(name in self.types for name in provider.service_types):
                continue
            for day, date in enumerate(grid.days):
                if self.instance.first <= date <= self.instance.last:
                    self._day(place, provider, day, date)
        return self._columns()

    def _day(self, place: int, provider: Provider, day: int, date: dt.date) -> None:
        grid = self.openings.grid
        dated = self.times.has_dated(provider.provider_id, date)
        rooms = list(rooms_of(self.times, grid, provider.provider_id, date, self.schools))
        found = [(room, self._booths(provider, day, room, dated=dated)) for room in rooms]
        wanted: dict[int, int] = defaultdict(int)
        for _, booths in found:
            for school, _, pairs, _ in booths:
                wanted[school] += int(
                    sum(self.debts.open[self.debts.first[p] : self.debts.last[p]].sum() for p in pairs)
                )
        may = set(wanted)
        engaged: dict[str, int] = {}
        for start, end, school_id in self.times.engaged(provider.provider_id, date):
            engaged[school_id] = min(end - start, engaged.get(school_id, end - start))
        if len(engaged.keys() | {self.schools[school] for school in wanted}) > 1:
            # Days are shared out among schools that are not on one day, in proportion to what is wanted (D'Hondt).
            turns = self._turns[place]
            order = sorted(wanted, key=lambda school: ((turns[school] + 1) / max(1, wanted[school]), school))
            names = [self.schools[school] for school in order]
            kept = together(self.times, provider.provider_id, names, engaged)
            may = {school for school in wanted if self.schools[school] in kept}
            for school in may:
                turns[school] += 1
        for room, booths in found:
            if booths:
                self._add(place, provider.provider_id, day, room, booths, may=may)

    def _booths(
        self, provider: Provider, day: int, room: RoomInDay, *, dated: bool
    ) -> list[tuple[int, int, Array, Array]]:
        """Return school, service type, pairs and the rows of their openings, where somebody could come."""
        openings, debts = self.openings, self.debts
        booths = []
        for school, marks in sorted(room.schools.items()):
            for type_ in sorted(self.types.index(name) for name in set(provider.service_types) & set(self.types)):
                pairs = self._pairs.get((school, type_))
                if pairs is None:
                    continue
                pairs = pairs[self._since[pairs] <= day]
                if not len(pairs):
                    continue
                if dated:
                    with_dates = [openings.row_with(int(s), day, provider.provider_id) for s in debts.student[pairs]]
                    rows = np.array(with_dates, np.int64)
                else:
                    rows = openings.of_day[debts.student[pairs], day]
                span = slice(room.start, room.end)
                stay = runs_of(marks[span])
                fits = (np.minimum(openings.runs[rows, span], stay) >= self.lengths[0]).any(axis=1)
                if fits.any():
                    booths.append((school, type_, pairs[fits], rows[fits]))
        return booths

    def _add(
        self,
        place: int,
        provider_id: str,
        day: int,
        room: RoomInDay,
        booths: list[tuple[int, int, Array, Array]],
        *,
        may: set[int],
    ) -> None:
        rows, sizes = self._rows, self._sizes
        own = sorted({self.schools[school] for school, *_ in booths})
        stands, ways = stands_of(self.times, provider_id, own)
        stays = {school: runs_of(room.schools[school][room.start : room.end]) for school, *_ in booths}
        ticks = self._ticks(room, booths, stays, ways)
        rows["gap"].append((place, day, sizes["ticks"], len(ways), len(rows["booth"]), len(rows["ways"])))
        rows["ticks"].append(ticks + room.start)
        sizes["ticks"] += len(ticks)
        for row, slow in zip(ways, without_short_cuts(ways), strict=True):
            rows["ways"] += row
            rows["slow"] += slow
        local: dict[int, int] = {}
        for school, type_, pairs, candidates in booths:
            rows["booth"].append(
                (stands[self.schools[school]], school, type_, sizes["runs"], sizes["candidates"], school in may)
            )
            rows["runs"].append(stays[school][ticks[:-1]])
            rows["pair"].append(pairs)
            rows["row"].append(candidates)
            rows["local"].append(np.array([local.setdefault(int(s), len(local)) for s in self.debts.student[pairs]]))
            sizes["runs"] += len(ticks) - 1
            sizes["candidates"] += len(pairs)

    def _ticks(
        self,
        room: RoomInDay,
        booths: list[tuple[int, int, Array, Array]],
        stays: dict[int, Array],
        ways: list[list[int]],
    ) -> Array:
        """Return the minutes of a gap at which a session may begin."""
        grain = self.openings.grid.grain
        begins = np.zeros(room.end - room.start, bool)
        begins[0] = True
        for stay in stays.values():
            begins[1:] |= (stay[1:] > 0) & (stay[:-1] == 0)
        for *_, candidates in booths:
            begins |= self.openings.begins[candidates, room.start : room.end].any(axis=0)
        odd = {each for row in (*ways, self.lengths) for each in row if each % grain}
        return ticks_of(begins, 1 if self.lengths[0] < grain else grain, sorted(odd))

    def _columns(self) -> Gaps:
        rows = self._rows
        gap = np.array(rows["gap"], np.int64).reshape(-1, 6).T.copy()
        booth = np.array(rows["booth"], np.int64).reshape(-1, 6).T.copy()

        def flat(name: str) -> Array:
            return np.concatenate(rows[name]).astype(np.int64) if rows[name] else np.zeros(0, np.int64)

        return Gaps(
            provider=gap[0],
            day=gap[1],
            tick=np.append(gap[2], self._sizes["ticks"]),
            ticks=flat("ticks"),
            schools=gap[3],
            booth=np.append(gap[4], len(rows["booth"])),
            way=gap[5],
            ways=np.array(rows["ways"], np.int64),
            slow=np.array(rows["slow"], np.int64),
            school=booth[0],
            place=booth[1],
            type=booth[2],
            run=booth[3],
            runs=flat("runs"),
            candidate=np.append(booth[4], self._sizes["candidates"]),
            may=booth[5],
            pair=flat("pair"),
            row=flat("row"),
            local=flat("local"),
        )
