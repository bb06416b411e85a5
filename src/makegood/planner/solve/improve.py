"""The search for a plan: prices show what is scarce, and few gaps at a time are planned again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from makegood.planner.model.board import NO_CAP, Array
from makegood.planner.solve.kernel.search import plan_gaps, search
from makegood.planner.solve.prices import together
from makegood.planner.solve.room import NEIGHBOURS, THREADS, Room

IN_TIME: Final = 1.25
"""What a minute in time counts for, a late one being 1. More would settle a little more in time, and several times
as much less in all: docs/decisions/0005-planner.md has the figures."""
PIECE, CUT = 0.05, 0.3
"""What each piece of a miss costs, and each miss that is settled in part, in the last passes: whole misses first, where
no minute is lost by it. Two cuts cost more than a student's first session is worth: nothing is cut to be shared."""
FIRST: Final = 0.4
"""What a student's first session is worth beside its minutes in the last passes: nobody gets nothing where something
can be shared, and no minute is lost by it."""
OLDEST: Final = 0.01
"""What the oldest debt counts more than the newest, by minute: enough to go first among equals."""
FAIR: Final = 0.1
"""What the first minute of a student counts more than the last."""
PULLS: Final = (0.0, 0.3, 0.6, 0.9)
"""How far a pass heeds the prices: from not at all to almost wholly."""
NOISE: Final = 0.3
LEAST: Final = 0.001
REST: Final = 0.9
"""What a minute counts that is too little for another session, where nothing else is as scarce as what is owed."""
LEAST_SHARE, MOST_SHARE = 0.25, 4.0
"""Of the usual number of rounds, what a school gets at least and at most."""


@dataclass(slots=True)
class Search:
    """The search over one board.

    Attributes:
        room: What it works on.
        schools: By school, its own gaps: no other school's students or providers' limits touch them.
        shared: The other gaps.
        near: Gaps by kind, without the shared ones.
        near_at: By kind, where its gaps begin.
    """

    room: Room
    schools: list[Array] = field(init=False)
    shared: Array = field(init=False)
    near: Array = field(init=False)
    near_at: Array = field(init=False)
    _random: list[Array] = field(init=False)
    _passes: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Separate the schools' own gaps from those that several share."""
        room = self.room
        alone = (room.school_of_gap >= 0) & ~_linked(room)
        places = [np.flatnonzero(alone & (room.school_of_gap == school)) for school in range(len(room.board.schools))]
        self.schools = [gaps for gaps in places if len(gaps)]
        self.shared = np.flatnonzero(~alone)
        kinds = len(room.near_at) - 1
        kept = alone[room.near]
        self.near = room.near[kept]
        of_kind = np.repeat(np.arange(kinds), np.diff(room.near_at))[kept]
        self.near_at = np.concatenate([[0], np.cumsum(np.bincount(of_kind, minlength=kinds))]).astype(np.int64)
        self._random = [np.array([88172645463325252 + 7919 * at], np.uint64) for at in range(len(self.schools) + 1)]

    def worth(self, *, fair: bool = False) -> Array:
        """Return what a minute of each miss is worth, in time and late."""
        debts = self.room.board.debts
        worth = np.empty((2, len(debts.open)))
        worth[0], worth[1] = IN_TIME, 1.0
        worth += OLDEST * debts.age
        if fair:
            worth += FAIR * self._later()
        return worth

    def _later(self) -> Array:
        """Return by miss which share of all that its student is owed is not older: what is settled first is worth most.

        So the first minutes of one student are worth more than the last ones of another.
        """
        debts = self.room.board.debts
        student = debts.whose
        order = np.lexsort((debts.source, student))
        before = np.cumsum(debts.open[order]) - debts.open[order]
        older = np.empty(len(order))
        older[order] = before - before[np.searchsorted(student[order], student[order])]
        owed = np.bincount(student, debts.open, len(self.room.board.students))[student]
        share: Array = 1 - older / np.maximum(1, owed)
        return share

    def begin(self) -> None:
        """Plan every gap once, in order of days: a usable plan at once."""
        room = self.room
        order = np.lexsort((room.board.gaps.starts, room.board.gaps.day))
        worth = self.worth()
        plan_gaps(room.columns, room.rules, room.used, room.held, room.scratch[0], order, worth)

    def run(
        self,
        prices: Array,
        rests: Array,
        rounds: float,
        need: Array,
        *,
        slack: float = 0.0,
        fair: bool = False,
        whole: bool = False,
    ) -> None:
        """Clear and plan again, every school some rounds for each of its gaps.

        Args:
            prices: By miss, the price of a minute where a minute is worth 1.
            rests: By miss, which share of a minute's worth is lost with one that is too little for another session.
            rounds: Rounds for each gap, on the whole.
            need: By school, how many minutes it may still be from the best; more rounds go where more is to be found.
            slack: By how much worse, in minutes, a round may leave its gaps.
            fair: Whether the first minutes of a student count more than the last.
            whole: Whether whole misses, and a student's first session, count more.
        """
        room = self.room
        worth = self.worth(fair=fair)
        random = np.random.default_rng(self._passes)
        pull = PULLS[self._passes % len(PULLS)]
        self._passes += 1
        noise = random.uniform(1 - NOISE, 1 + NOISE, len(prices))
        guide = np.maximum(worth * (1 - pull * np.minimum(1, prices * noise)), LEAST)

        shares = self._shares(rounds, need)
        lost = REST * rests
        rules = room.rules._replace(first=FIRST, piece=PIECE, cut=CUT) if whole else room.rules

        def work(thread: int, turns: Sequence[tuple[int, Array]], near: Array, near_at: Array) -> None:
            for at, gaps in turns:
                search(
                    room.columns, rules, room.used, room.held, room.aside[thread], room.scratch[thread], gaps,
                    room.kin, near, near_at, guide, worth, lost, shares[at], NEIGHBOURS, slack,
                    self._random[at],
                )  # fmt: skip

        turns = sorted(enumerate(self.schools), key=lambda turn: -shares[turn[0]])
        together(lambda thread: work(thread, turns[thread::THREADS], self.near, self.near_at))
        if len(self.shared):
            work(0, [(len(self.schools), self.shared)], room.near, room.near_at)

    def _shares(self, rounds: float, need: Array) -> list[int]:
        """Share rounds out among the schools, and at last the gaps that several share."""
        of_gap = self.room.school_of_gap
        needs = [float(need[of_gap[gaps[0]]]) / len(gaps) for gaps in self.schools]
        usual = sum(needs) / max(1, len(needs))
        factors = [min(MOST_SHARE, max(LEAST_SHARE, each / usual)) if usual > 0 else 1.0 for each in needs]
        whole = sum(factor * len(gaps) for factor, gaps in zip(factors, self.schools, strict=True))
        scale = rounds * sum(map(len, self.schools)) / whole if whole else 0.0
        shares = [max(1, int(scale * factor * len(gaps))) for factor, gaps in zip(factors, self.schools, strict=True)]
        return [*shares, max(1, int(rounds * len(self.shared)))]


def _linked(room: Room) -> Array:
    """Return which gaps share a provider's limit with a gap at another school."""
    gaps, caps = room.board.gaps, room.board.caps
    linked = np.zeros(len(gaps.day), bool)
    keys: list[Array] = []
    if caps[2] < NO_CAP:
        keys.append(gaps.provider * len(room.board.days) + gaps.day)
    if caps[3] < NO_CAP:
        keys.append(gaps.provider)
    for key in keys:
        _, place = np.unique(key, return_inverse=True)
        low = np.full(place.max(initial=0) + 1, len(room.board.schools), np.int64)
        high = np.full(len(low), -1, np.int64)
        np.minimum.at(low, place, room.school_of_gap)
        np.maximum.at(high, place, room.school_of_gap)
        linked |= low[place] != high[place]
    return linked
