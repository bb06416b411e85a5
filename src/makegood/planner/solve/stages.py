"""Solving an instance: a plan, and what no plan can exceed."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import gcd
from typing import Final

import numpy as np

from makegood.planner.instance import Instance, Session
from makegood.planner.model import Board, board_of
from makegood.planner.solve.improve import Search
from makegood.planner.solve.nobody_left_out import nobody_left_out
from makegood.planner.solve.oldest_first import oldest_first
from makegood.planner.solve.prices import Prices
from makegood.planner.solve.result import sessions_of
from makegood.planner.solve.room import Room
from makegood.planner.solve.within_limits import most_within_limits
from makegood.planner.times import Times

STAGES: Final = 24
"""Stages of the search at most: prices, then passes over every gap. They are counted, not timed, so that the same input
gives the same plan."""
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
FAIR_STAGES: Final = 6
"""Stages at the end in which students to whom more is open count more."""


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
        bound: Minutes that no plan can exceed; docs/decisions/0005-planner.md tells of the pieces it reckons with.
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
    stages: int = STAGES,
    progress: Callable[[Progress], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Solution:
    """Return the best plan found, and a bound on all plans.

    Args:
        instance: The facts.
        seconds: Stop after about this long. Without it the search takes a fixed number of steps, and gives
            the same plan for the same input on every machine.
        stages: How many stages the search has at most: fewer for a trial that need not be the best.
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
    room = Room(board)
    run = Search(room)
    run.begin()
    prices = Prices(room)
    owed, most_at_all = int(board.debts.open.sum()), most_within_limits(board)
    whole = _grain(board)
    rounds, price_rounds = _rounds(board), _price_rounds(board)

    def stage(share: float, *, slack: float, fair: bool) -> int:
        """Move the prices, search, tell how far it is; return the bound."""
        prices.improve(price_rounds if share else FIRST_ROUNDS, room.settled_by_school(), over)
        for _ in range(PASSES):
            if not over():
                need = prices.above(room.settled_by_school())
                run.run(prices.kept, prices.rests(), rounds, need, slack=slack, fair=fair)
        bound = _bound(prices.best, most_at_all, whole, room.settled)
        if progress:
            progress(Progress(pinned + room.settled, pinned + bound, pinned + owed, share))
        return bound

    most, stale = 0, 0
    for number in range(stages):
        bound = stage(number / (stages + FAIR_STAGES), slack=SLACK * max(0.0, 1 - number / CALM_FROM), fair=False)
        stale = stale + 1 if prices.settled and room.settled <= most else 0
        most = max(most, room.settled)
        if over() or stale >= PATIENCE or (number and room.settled >= bound):
            break
    for number in range(FAIR_STAGES):
        stage((stages + number + 1) / (stages + FAIR_STAGES), slack=0.0, fair=True)
    complete = not over()
    bound = _bound(prices.best, most_at_all, whole, room.settled)
    in_time = int(board.debts.open[board.debts.due >= 0].sum())
    sessions = nobody_left_out(instance, times, sessions_of(instance, board, room.held))
    return Solution(
        oldest_first(instance, sessions),
        pinned + bound,
        pinned + min(bound, in_time),
        complete=complete,
    )


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
