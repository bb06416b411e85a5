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
        in_time: What a minute in time is worth.
        late: What a minute after its deadline is worth.
        extra: By miss, a little more, for the older ones.
        miss: By miss, the price of a minute.
        week: By student and week, the price of a minute of the student's limit.
        day: By student and day, the same.
        lonely: By miss, the price of a piece that leaves too little for another.
        best: The lowest bound so far.
    """

    room: Room
    in_time: float
    late: float
    extra: Array
    miss: Array = field(init=False)
    week: Array = field(init=False)
    day: Array = field(init=False)
    lonely: Array = field(init=False)
    best: float = field(init=False, default=np.inf)
    _value: Array = field(init=False)
    _size: Array = field(init=False)
    _stale: Array = field(init=False)
    _best_of: Array = field(init=False)
    _worth_of_gap: Array = field(init=False)
    _use: list[tuple[Array, Array, Array]] = field(init=False)
    _parts: list[tuple[Array, Array]] = field(init=False)
    _caps: tuple[float, float] = field(init=False)
    _slope: tuple[Array, ...] = field(init=False, default=())
    _active: Array = field(init=False)
    kept: Array = field(init=False)

    def __post_init__(self) -> None:
        """Begin at no price at all."""
        board = self.room.board
        misses, students, days = len(board.debts.open), len(board.students), len(board.days)
        self.miss, self.lonely, self.kept = np.zeros(misses), np.zeros(misses), np.zeros(misses)
        self.week = np.zeros((students, int(board.week.max(initial=0)) + 1))
        self.day = np.zeros((students, days))
        self._value = np.zeros((len(board.debts.student), days, len(board.widths) + 1), np.float32)
        schools = len(board.schools)
        self._size, self._stale, self._best_of = np.ones(schools), np.zeros(schools), np.full(schools, np.inf)
        self._worth_of_gap = np.zeros(len(board.gaps.day))
        self._use = [(np.zeros(misses), np.zeros((students, days)), np.zeros(misses)) for _ in range(THREADS)]
        self._caps = (float(board.caps[0]), float(board.caps[1]))
        self._active = np.zeros(schools, bool)
        self._parts = []

    @property
    def settled(self) -> bool:
        """Whether no school's prices move any more."""
        return bool(self._size.max(initial=0) <= FINEST_STEP)

    def above(self, settled: Array) -> Array:
        """Return by school how far its bound lies above what is settled there, in minutes."""
        above: Array = np.maximum(0.0, np.where(np.isfinite(self._best_of), self._best_of, settled) - settled)
        return above

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
        self._parts = list(zip(np.array_split(pairs, THREADS), np.array_split(gaps, THREADS), strict=True))

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
        worth = np.stack([self.in_time + self.extra - self.miss, self.late + self.extra - self.miss])
        rents = self.week[:, board.week] + self.day

        def work(thread: int) -> None:
            z = self.room.broad[thread]
            value_pairs(
                c, self.room.wide, self._parts[thread][0], worth, rents, self.lonely, z.sack, z.took, self._value
            )  # fmt: skip

        def price(thread: int) -> None:
            z = self.room.broad[thread]
            for use in self._use[thread]:
                use[:] = 0
            price_gaps(
                c, self.room.wide, self.room.used, self.room.held, z, self._parts[thread][1], self._value, worth, rents,
                self.lonely, self._worth_of_gap, *self._use[thread],
            )  # fmt: skip

        together(work)
        together(price)

    def _step(self, settled: Array) -> None:
        room, board = self.room, self.room.board
        schools = len(board.schools)
        use, time, lonely = (sum(parts) for parts in zip(*self._use, strict=True))
        by_week = np.zeros_like(self.week)
        for day, week in enumerate(board.week):
            by_week[:, week] += time[:, day]
        priced = np.bincount(room.school_of_miss, self.miss * board.debts.open + self.lonely, schools)
        priced += np.bincount(
            room.school_of_student, self.week.sum(1) * self._caps[1] + self.day.sum(1) * self._caps[0], schools
        )
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
        self._stale = np.where(better, 0, self._stale + 1)
        tired = self._stale > PATIENCE
        self._size = np.where(tired, self._size * SHRINK, self._size)
        self._stale = np.where(tired, 0, self._stale)

        raw = (use - board.debts.open, by_week - self._caps[1], time - self._caps[0], lonely - 1.0)
        if self._slope:
            raw = tuple(KEPT * before + (1 - KEPT) * now for before, now in zip(self._slope, raw, strict=True))
        self._slope = raw
        slopes = (
            _held_down(raw[0], self.miss),
            _held_down(raw[1], self.week),
            _held_down(raw[2], self.day),
            _held_down(raw[3], self.lonely) * LONELY_SCALE,
        )
        steep = np.bincount(room.school_of_miss, slopes[0] ** 2 + slopes[3] ** 2, schools)
        steep += np.bincount(room.school_of_student, (slopes[1] ** 2).sum(1) + (slopes[2] ** 2).sum(1), schools)
        above = np.maximum(of_school - settled, CLOSE * of_school)
        step = np.divide(self._size * above, steep, out=np.zeros(schools), where=steep > 0)
        self._size = np.where(self._active & (steep <= 0), 0.0, self._size)
        # A school that is left as it is keeps the prices that its gaps were last weighed at.
        step = np.where(self._active & (self._size > FINEST_STEP), step, 0.0)
        of_miss, of_student = step[room.school_of_miss], step[room.school_of_student][:, None]
        self.miss = np.maximum(0, self.miss + of_miss * slopes[0])
        self.week = np.maximum(0, self.week + of_student * slopes[1])
        self.day = np.maximum(0, self.day + of_student * slopes[2])
        self.lonely = np.maximum(0, self.lonely + of_miss * slopes[3] * LONELY_SCALE)

    def _shared(self, worth: Array, schools: int) -> Array:
        """Return each school's part of the gaps that can be spent at several: equal parts will do for a step's size."""
        gaps = self.room.board.gaps
        which = np.flatnonzero(self.room.school_of_gap < 0)
        booths = [np.unique(gaps.place[gaps.booth[gap] : gaps.booth[gap + 1]]) for gap in which] if len(which) else []
        found = np.zeros(schools)
        for places, each in zip(booths, worth, strict=True):
            found[places] += each / len(places)
        return found


def _held_down(slope: Array, price: Array) -> Array:
    """Return the slope where a price can follow it: none falls under nothing."""
    return np.where((price <= 0) & (slope < 0), 0.0, slope)


def together(work: Callable[[int], None]) -> None:
    """Do the threads' work side by side."""
    threads = [Thread(target=work, args=(thread,)) for thread in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
