"""Solving an instance: a plan, and what no plan can exceed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import gcd
from typing import Final

import numpy as np

from makegood.planner.model import Board, board_of
from makegood.planner.solve.improve import Search
from makegood.planner.solve.nobody_left_out import nobody_left_out
from makegood.planner.solve.oldest_first import oldest_first
from makegood.planner.solve.prices import Prices
from makegood.planner.solve.result import sessions_of
from makegood.planner.solve.room import Room
from makegood.planner.solve.within_limits import most_within_limits
from makegood.planner.times import Times
from makegood.plans.instance import Instance, Session

STAGES: Final = 24
"""Stages of the search at most: prices, then passes over every gap. They are counted, not timed, so that the same input
gives the same plan."""
TRIAL_STAGES: Final = 3
"""The same for a trial: the first stage finds nearly all, and what is left over may be everybody's in a district."""
PRICE_ROUNDS: Final = (48, 120)
"""Rounds of prices in a stage, in a large plan and in a small one, where they take no time."""
FIRST_ROUNDS: Final = 12
"""The same in the first stage, so that whoever stops the search early has a plan that was searched for."""
PRICED: Final = 60_000
"""Gaps times rounds that a stage may take where there could be more rounds."""
PASSES: Final = 4
SMALL: Final = 2_000
"""Rounds of a pass over a small plan, however few its gaps: they take no time anyway."""
MOST: Final = 15.0
"""Rounds for each gap of a pass over a tiny one: more find nothing."""
LARGE: Final = 1.5
"""Rounds for each gap of a pass over a large one."""
PATIENCE: Final = 4
"""Stages without a minute gained, the prices at rest, after which a search has found what it can."""
SLACK: Final = 4.0
"""Minutes that a round may lose at first, so that the search does not end on the first hill."""
CALM_FROM: Final = 15
ROUNDING: Final = 1e-6
"""What the single precision of the values can take from a bound, at most, as a share of it."""
FAIR_STAGES: Final = 4
"""Stages towards the end in which students to whom more is open count more."""
WHOLE_STAGES: Final = 4
"""Stages at the end in which whole misses and a student's first session count more; they never cost a minute."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is: minutes settled so far, what no plan can exceed, and the share of the stages done."""

    planned: int
    bound: int
    owed: int
    done: float


@dataclass(frozen=True, slots=True)
class Solution:
    """What the search found.

    Attributes:
        sessions: The make-ups, pinned ones included, in order of date, start, school and provider.
        bound: Minutes that no plan can exceed; docs/decisions/0005-planner.md describes the pieces that it counts with.
        in_time_bound: Minutes that no plan can exceed in time.
        complete: Whether the search came to its end, or was stopped.
    """

    sessions: tuple[Session, ...]
    bound: int
    in_time_bound: int
    complete: bool


def solve(
    instance: Instance,
    *,
    seconds: float | None = None,
    trial: bool = False,
    progress: Callable[[Progress], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Solution:
    """Return the best plan found, and a bound on all plans.

    Args:
        instance: The facts.
        seconds: Stop after about this long. Without it the search takes a fixed number of steps, and gives
            the same plan for the same input on every machine.
        trial: Whether only the number of minutes is asked for, and it need not be the best: a few stages will do.
        progress: Told how far it is, a few times a second at most.
        stopped: Asked often; once it says yes, the best plan so far is returned.
    """
    begun = time.monotonic()

    def over() -> bool:
        late = seconds is not None and time.monotonic() - begun >= seconds
        return late or (stopped is not None and stopped())

    times = Times(instance)
    board = board_of(instance, times)
    pinned = sum(s.minutes for each in instance.pinned for a in each.students for s in a.settles)
    if not len(board.gaps.day):
        return Solution(sessions_of(instance, board, None), pinned, pinned, complete=True)
    owed = int(board.debts.open.sum())

    def report(course: _Course, share: float) -> None:
        if progress:
            progress(Progress(pinned + course.room.settled, pinned + course.bound, pinned + owed, share))

    course = _Course(board, over, trial=trial)
    course.most_minutes(report)
    if not trial:
        course.better_shared(report)
    complete = not over()
    in_time = int(board.debts.open[board.debts.due >= 0].sum())
    sessions = nobody_left_out(instance, times, sessions_of(instance, board, course.room.held))
    return Solution(
        oldest_first(instance, sessions),
        pinned + course.bound,
        pinned + min(course.bound, in_time),
        complete=complete,
    )


@dataclass(slots=True)
class _Course:
    """The stages of a search, one after the other.

    Attributes:
        board: The facts as numbers.
        over: Whether the search is to end now.
        trial: Whether a few stages will do.
        room: The plan so far.
    """

    board: Board
    over: Callable[[], bool]
    trial: bool
    room: Room = field(init=False)
    _run: Search = field(init=False)
    _prices: Prices = field(init=False)
    _most: int = field(init=False)
    _whole: int = field(init=False)

    def __post_init__(self) -> None:
        """Plan every gap once: a usable plan at once."""
        self.room = Room(self.board)
        self._run = Search(self.room)
        self._run.begin()
        self._prices = Prices(self.room)
        self._most = most_within_limits(self.board)
        self._whole = _grain(self.board)

    @property
    def bound(self) -> int:
        """Minutes that no plan can exceed, without what is pinned."""
        return _bound(self._prices.best, self._most, self._whole, self.room.settled)

    def most_minutes(self, report: Callable[["_Course", float], None]) -> None:
        """Look for minutes until no more are found."""
        most, stale = 0, 0
        for number in range(TRIAL_STAGES if self.trial else STAGES):
            self._stage(number, report, slack=SLACK * max(0.0, 1 - number / CALM_FROM))
            stale = stale + 1 if self._prices.settled and self.room.settled <= most else 0
            most = max(most, self.room.settled)
            best = (number or self.trial) and self.room.settled >= self.bound
            if self.over() or stale >= PATIENCE or best:
                return

    def better_shared(self, report: Callable[["_Course", float], None]) -> None:
        """Share minutes out fairly, then in whole misses and among all; the latter never costs a minute."""
        whole_from = STAGES + FAIR_STAGES
        for number in range(STAGES, whole_from):
            self._stage(number + 1, report, fair=True)
        for number in range(whole_from, whole_from + WHOLE_STAGES):
            settled, kept = self.room.settled, self.room.copied()
            self._stage(number + 1, report, fair=True, whole=True)
            if self.room.settled < settled:
                self.room.put_back(*kept)

    def _stage(
        self,
        number: int,
        report: Callable[["_Course", float], None],
        *,
        slack: float = 0.0,
        fair: bool = False,
        whole: bool = False,
    ) -> None:
        """Move the prices, search, and report how far it is."""
        room, prices = self.room, self._prices
        few = self.trial or not number
        prices.improve(FIRST_ROUNDS if few else _price_rounds(self.board), room.settled_by_school(), self.over)
        for _ in range(PASSES):
            if not self.over():
                need = prices.above(room.settled_by_school())
                rests, rounds = prices.rests(), _rounds(self.board)
                self._run.run(prices.kept, rests, rounds, need, slack=slack, fair=fair, whole=whole)
        report(self, number / (STAGES + FAIR_STAGES + WHOLE_STAGES))


def _rounds(board: Board) -> float:
    """Return how many rounds a pass takes for each gap."""
    return max(LARGE, min(MOST, SMALL / max(1, len(board.gaps.day))))


def _price_rounds(board: Board) -> int:
    """Return how many rounds of prices a stage takes."""
    return max(PRICE_ROUNDS[0], min(PRICE_ROUNDS[1], PRICED // max(1, len(board.gaps.day))))


def _grain(board: Board) -> int:
    """Return the minutes of which every plan's total is a multiple."""
    debts = board.debts
    return gcd(board.grain, *(int(minutes) for each in (debts.piece, debts.open) for minutes in each)) or 1


def _bound(best: float, most: int, grain: int, planned: int) -> int:
    """Return the bound in whole minutes: the most at all, or what the prices prove, rounded down to what can be."""
    if not np.isfinite(best):
        return most
    return max(planned, min(most, int(best * (1 + ROUNDING) + 1e-4) // grain * grain))
