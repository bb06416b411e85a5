"""Prices of minutes, and the bound that they prove.

If every owed minute has a price, and a gap is worth what its best sessions settle less the price, then no plan settles
more than all gaps are worth together plus the price of all that is owed (Lagrange; Held and Karp 1971). Prices rise
where gaps want more minutes than a student is owed or has time for, and fall where they want less.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread

import numpy as np

from makegood.planner.model.board import Array
from makegood.planner.solve.kernel.bound import price_gaps
from makegood.planner.solve.kernel.sack import value_pairs
from makegood.planner.solve.room import THREADS, Room

LONELY_SCALE = 20.0
"""Minutes that one whole `lonely` price stands for, so that both kinds of price move alike."""
PATIENCE = 15
"""Rounds without a better bound after which a school's steps are made smaller."""
ALONE = 300
"""Gaps up to which one thread is sooner done than two are begun."""
EASY = 0.99
"""Share of what is owed at a school from which on all counts as able to be settled."""
SHRINK = 0.7
"""How much smaller."""
FINEST_STEP = 0.004
"""A school whose steps have become smaller than this is left as it is."""
CLOSE = 0.001
"""A school's step goes at least this share of its bound below it."""
KEPT = 0.3
"""Share of the last direction that the next one keeps: less to and fro."""


@dataclass(slots=True)
class Prices:
    """Prices under search.

    Attributes:
        room: The board.
        miss: By miss, the price of a minute.
        week: By student and week, the price of a minute of the student's limit.
        day: By student and day, the same.
        hours: By provider and week, and by provider and day, the price of a minute of the provider's limit.
        lonely: By miss, the price of a piece that leaves too little for another.
        best: The lowest bound so far.
    """

    room: Room
    miss: Array = field(init=False)
    week: Array = field(init=False)
    day: Array = field(init=False)
    hours: tuple[Array, Array] = field(init=False)
    lonely: Array = field(init=False)
    best: float = field(init=False, default=np.inf)
    _value: Array = field(init=False)
    _size: Array = field(init=False)
    _stale: Array = field(init=False)
    _best_of: Array = field(init=False)
    _worth_of_gap: Array = field(init=False)
    _use: list[tuple[Array, Array, Array, Array]] = field(init=False)
    _parts: list[tuple[Array, Array]] = field(init=False)
    _caps: tuple[Array, Array, Array, Array] = field(init=False)
    _most: Array = field(init=False)
    _school_of_provider: Array = field(init=False)
    _slope: tuple[Array, ...] = field(init=False, default=())
    _active: Array = field(init=False)
    _idle: Array = field(init=False)
    _linked: Array = field(init=False)
    _places: tuple[Array, Array] = field(init=False)
    kept: Array = field(init=False)

    def __post_init__(self) -> None:
        """Begin at no price at all."""
        board = self.room.board
        misses, students, days = len(board.debts.open), len(board.students), len(board.days)
        self.miss, self.lonely, self.kept = np.zeros(misses), np.zeros(misses), np.zeros(misses)
        providers = len(board.providers)
        self.day, hours = np.zeros((students, days)), np.zeros((providers, days))
        self.week, self.hours = board.by_week(self.day), (board.by_week(hours), hours)
        self._value = np.zeros((len(board.debts.student), days, len(board.widths) + 1), np.float32)
        schools = len(board.schools)
        self._size, self._stale, self._best_of = np.ones(schools), np.zeros(schools), np.full(schools, np.inf)
        self._worth_of_gap = np.zeros(len(board.gaps.day))
        self._use = [
            (np.zeros(misses), np.zeros((students, days)), np.zeros(misses), np.zeros((providers, days)))
            for _ in range(THREADS)
        ]
        self._caps = (
            np.maximum(0, board.caps[1] - board.by_week(board.student_day)),
            np.maximum(0, board.caps[0] - board.student_day),
            np.maximum(0, board.caps[3] - board.by_week(board.provider_day)),
            np.maximum(0, board.caps[2] - board.provider_day),
        )
        self._most = np.minimum(self._caps[1], self._caps[0][:, board.week])
        self._school_of_provider = np.zeros(providers, np.int64)
        self._school_of_provider[board.gaps.provider] = board.gaps.place[board.gaps.booth[:-1]]
        self._active, self._idle = np.zeros(schools, bool), np.zeros(schools, bool)
        gaps, several = board.gaps, np.flatnonzero(self.room.school_of_gap < 0)
        places = [np.unique(gaps.place[gaps.booth[gap] : gaps.booth[gap + 1]]) for gap in several]
        self._places = (
            np.concatenate([np.zeros(0, np.int64), *places]),
            np.array([len(each) for each in places], np.int64),
        )
        self._linked = self._shared(np.ones(int((self.room.school_of_gap < 0).sum())), schools) > 0
        self._parts = []

    @property
    def settled(self) -> bool:
        """Whether no school's prices move any more."""
        return bool(self._size.max(initial=0) <= FINEST_STEP)

    def above(self, settled: Array) -> Array:
        """Return by school how far its bound lies above what is settled there, in minutes."""
        above: Array = np.maximum(0.0, np.where(np.isfinite(self._best_of), self._best_of, settled) - settled)
        return above

    def rests(self) -> Array:
        """Return by miss which share of a minute's worth is lost with one that is too little for another session.

        It is the price of the miss; or all of it at schools where nearly all that is owed could be settled.
        """
        owed = np.bincount(self.room.school_of_miss, self.room.board.debts.open, len(self._best_of))
        easy = self._best_of >= EASY * owed
        found: Array = np.where(easy[self.room.school_of_miss], 1.0, np.minimum(1.0, self.kept))
        return found

    def _share_out(self) -> None:
        """Share the schools whose prices still move out among the threads; gaps at several schools always count."""
        active = self._size > FINEST_STEP
        if self._parts and np.array_equal(active, self._active):
            return
        self._active = active
        room = self.room
        of_pair = room.school_of_student[room.board.debts.student]
        pairs = np.flatnonzero(active[of_pair])
        gaps = np.flatnonzero((room.school_of_gap < 0) | active[room.school_of_gap])
        parts = THREADS if len(gaps) > ALONE else 1
        self._parts = list(zip(np.array_split(pairs, parts), np.array_split(gaps, parts), strict=True))

    def improve(self, rounds: int, settled: Array, stopped: Callable[[], bool]) -> None:
        """Move the prices some rounds towards the lowest bound.

        Args:
            rounds: How many.
            settled: By school, the worth of a plan that is known: what the bound cannot fall below.
            stopped: Asked before each round.
        """
        for _ in range(rounds):
            if stopped() or self.settled:
                return
            self._share_out()
            self._price()
            self._step(settled)

    def _price(self) -> None:
        board, c = self.room.board, self.room.columns
        # A minute counts as much in time as late: the bound is on all that is settled.
        worth = np.stack([1 - self.miss, 1 - self.miss])
        rents = self.week[:, board.week] + self.day
        hours = self.hours[0][:, board.week] + self.hours[1]

        for uses in self._use:
            for use in uses:
                use[:] = 0

        def work(thread: int) -> None:
            z = self.room.broad[thread]
            value_pairs(
                c, self.room.wide, self._parts[thread][0], worth, rents, self._most, self.lonely, z.sack, z.took,
                z.parts, self._value,
            )  # fmt: skip

        def price(thread: int) -> None:
            z = self.room.broad[thread]
            price_gaps(
                c, self.room.wide, self.room.used, self.room.held, z, self._parts[thread][1], self._value, worth, rents,
                self._most, self.lonely, hours, self._worth_of_gap, *self._use[thread],
            )  # fmt: skip

        together(work, len(self._parts))
        together(price, len(self._parts))

    def _step(self, settled: Array) -> None:
        room, board = self.room, self.room.board
        schools = len(board.schools)
        use, time, lonely, hours = (sum(parts) for parts in zip(*self._use, strict=True))
        priced = np.bincount(room.school_of_miss, self.miss * board.debts.open + self.lonely, schools)
        prices = (self.week, self.day, *self.hours)
        rents = [(price * cap).sum(1) for price, cap in zip(prices, self._caps, strict=True)]
        priced += np.bincount(room.school_of_student, rents[0] + rents[1], schools)
        priced += np.bincount(self._school_of_provider, rents[2] + rents[3], schools)
        own = room.school_of_gap >= 0
        of_school = priced + np.bincount(room.school_of_gap[own], self._worth_of_gap[own], schools)
        shared = self._worth_of_gap[~own]
        total = of_school.sum() + shared.sum()
        if total < self.best:
            self.best = total
            self.kept = self.miss.copy()
        of_school += self._shared(shared, schools)
        better = of_school < self._best_of * (1 - 1e-4)
        self._best_of = np.minimum(self._best_of, of_school)
        self._stale = np.where(better | self._idle, 0, self._stale + 1)
        tired = self._stale > PATIENCE
        self._size = np.where(tired, self._size * SHRINK, self._size)
        self._stale = np.where(tired, 0, self._stale)

        used = (board.by_week(time), time, board.by_week(hours), hours)
        raw = (use - board.debts.open, lonely - 1.0, *(use - cap for use, cap in zip(used, self._caps, strict=True)))
        if self._slope:
            raw = tuple(KEPT * before + (1 - KEPT) * now for before, now in zip(self._slope, raw, strict=True))
        self._slope = raw
        moved = (self.miss, self.lonely, *prices)
        slopes = [_held_down(slope, price) for slope, price in zip(raw, moved, strict=True)]
        # Among the others these count in minutes; as prices they are moved in their own measure, so twice.
        slopes[1] *= LONELY_SCALE
        whose = (room.school_of_miss,) * 2 + (room.school_of_student,) * 2 + (self._school_of_provider,) * 2
        steep = np.zeros(schools)
        for slope, school in zip(slopes, whose, strict=True):
            steep += np.bincount(school, (slope**2).reshape(len(slope), -1).sum(1), schools)
        above = np.maximum(of_school - settled, CLOSE * of_school)
        step = np.divide(self._size * above, steep, out=np.zeros(schools), where=steep > 0)
        # Where too much is asked of nothing, no price moves. At a school that shares somebody with others that may
        # change as soon as the others' prices rise, so it is left as it is only when nothing moves anywhere.
        self._idle = steep <= 0
        resting = self._idle | (self._size <= FINEST_STEP)
        self._size = np.where(self._active & self._idle & (~self._linked | resting.all()), 0.0, self._size)
        # A school that is left as it is keeps the prices that its gaps were last weighed at.
        step = np.where(self._active & (self._size > FINEST_STEP), step, 0.0)
        slopes[1] *= LONELY_SCALE
        for price, slope, school in zip(moved, slopes, whose, strict=True):
            of_row = step[school].reshape(-1, *(1 for _ in price.shape[1:]))
            np.maximum(0, price + of_row * slope, out=price)

    def _shared(self, worth: Array, schools: int) -> Array:
        """Return each school's part of the gaps that can be spent at several: equal parts will do for a step's size."""
        places, several = self._places
        found = np.zeros(schools)
        np.add.at(found, places, np.repeat(worth / several, several))
        return found


def _held_down(slope: Array, price: Array) -> Array:
    """Return the slope where a price can follow it: none falls under nothing."""
    return np.where((price <= 0) & (slope < 0), 0.0, slope)


def together(work: Callable[[int], None], parts: int = THREADS) -> None:
    """Do the parts of some work side by side."""
    if parts == 1:
        work(0)
        return
    threads = [Thread(target=work, args=(thread,)) for thread in range(parts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
