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
from makegood.planner.solve.prices import Prices
from makegood.planner.solve.result import sessions_of
from makegood.planner.solve.room import Room
from makegood.planner.times import Times

STAGES: Final = 24
"""Stages of the search: prices, then passes over every gap. The same on every machine, so that the same input gives the
same plan."""
PRICE_ROUNDS: Final = 20
PASSES: Final = 4
SMALL: Final = 4_800
"""Rounds of a pass over a small plan, however few its gaps: they take no time anyway."""
LARGE: Final = 2.0
"""Rounds for each gap of a pass over a large one."""
FAIR_FROM: Final = 16
SLACK: Final = 4.0
"""Minutes that a round may lose at first, so that the search does not end on the first hill."""
CALM_FROM: Final = 18


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
        bound: Minutes that no plan can exceed whose sessions begin on the steps of the grid.
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
    progress: Callable[[Progress], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Solution:
    """Return the best plan found, and a bound on all plans.

    Args:
        instance: The facts.
        seconds: Stop after about this long. Without it the search takes a fixed number of steps, and gives
            the same plan for the same input on every machine.
        progress: Told how far it is, a few times a second at most.
        stopped: Asked often; once it says yes, the best plan so far is returned.
    """
    begun = time.monotonic()

    def over() -> bool:
        late = seconds is not None and time.monotonic() - begun >= seconds
        return late or (stopped is not None and stopped())

    board = board_of(instance, Times(instance))
    pinned = sum(s.minutes for each in instance.pinned for a in each.students for s in a.settles)
    if not len(board.gaps.day):
        return Solution(sessions_of(instance, board, None), pinned, pinned, complete=True)
    room = Room(board)
    run = Search(room)
    run.begin()
    prices = Prices(room, 1.0, 1.0, np.zeros(len(board.debts.open)))
    owed = int(board.debts.open.sum())
    whole = _grain(board)
    rounds = _rounds(board)
    complete = True
    for stage in range(STAGES):
        prices.improve(PRICE_ROUNDS, room.settled_by_school(), over)
        for _ in range(PASSES):
            if over():
                break
            slack = SLACK * max(0.0, 1 - stage / CALM_FROM)
            run.run(prices.kept, rounds, prices.above(room.settled_by_school()), slack=slack, fair=stage >= FAIR_FROM)
        bound = _bound(prices.best, owed, whole, room.settled)
        if progress:
            progress(Progress(pinned + room.settled, pinned + bound, pinned + owed, (stage + 1) / STAGES))
        if over():
            complete = False
            break
        if room.settled >= bound and stage >= 1:
            break
    bound = _bound(prices.best, owed, whole, room.settled)
    in_time = int(board.debts.open[board.debts.due >= 0].sum())
    return Solution(
        sessions_of(instance, board, room.held), pinned + bound, pinned + min(bound, in_time), complete=complete
    )


def _rounds(board: Board) -> float:
    """Return how many rounds a pass takes for each gap."""
    return max(LARGE, SMALL / max(1, len(board.gaps.day)))


def _grain(board: Board) -> int:
    """Return the minutes of which every plan's total is a multiple."""
    return gcd(board.step, board.shortest_minutes, *(int(minutes) for minutes in board.debts.open)) or 1


def _bound(best: float, owed: int, grain: int, planned: int) -> int:
    """Return the bound in whole minutes: what is owed, or what the prices prove, rounded down to what can be."""
    if not np.isfinite(best):
        return owed
    return max(planned, min(owed, int(best + 1e-4) // grain * grain))
