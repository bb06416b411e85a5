"""What a search works on: the board's columns, what is used, the sessions, and room for each thread."""

from dataclasses import dataclass, field

import numpy as np

from makegood.planner.model import Board
from makegood.planner.model.board import Array
from makegood.planner.solve.kernel.tables import HELD, MOST, Columns, Held, Rules, Scratch, Used, held, scratch

VISIT, OTHER = 0.05, 0.005
"""What a pull-out and a minute with another than the usual provider count, in minutes settled: enough to choose
between plans that are else alike, too little to leave a session out."""
THREADS = 2
LARGEST_GROUP = MOST - 1
NEIGHBOURS = 6
"""Gaps that are cleared together at most."""


@dataclass(slots=True)
class Room:
    """One search.

    Attributes:
        board: The facts as numbers.
        columns: The same for the compiled loops.
        rules: Lengths, spans and small costs.
        wide: The same with the longest session that the bound reckons with.
        used: What the sessions take.
        held: The sessions by gap.
        aside: By thread, sessions set aside while their gaps are planned anew.
        scratch: By thread, room to work on one gap.
        school_of_miss: By miss, the place of its student's school.
        school_of_gap: By gap, the place of its only school, or -1 if it can be spent at several.
        kin: By booth, its kind: school and service type.
        near: Gaps by kind.
        near_at: By kind, where its gaps begin.
        none: By miss, zeros.
    """

    board: Board
    columns: Columns = field(init=False)
    rules: Rules = field(init=False)
    wide: Rules = field(init=False)
    used: Used = field(init=False)
    held: Held = field(init=False)
    aside: list[Held] = field(init=False)
    scratch: list[Scratch] = field(init=False)
    school_of_miss: Array = field(init=False)
    school_of_student: Array = field(init=False)
    school_of_gap: Array = field(init=False)
    kin: Array = field(init=False)
    near: Array = field(init=False)
    near_at: Array = field(init=False)
    none: Array = field(init=False)

    def __post_init__(self) -> None:
        """Lay the columns out."""
        board, debts, gaps = self.board, self.board.debts, self.board.gaps
        self.columns = _columns(board)
        self.rules = Rules(board.shortest, board.longest, board.span, board.step, board.shortest_minutes, VISIT, OTHER)
        self.wide = self.rules._replace(longest=board.widest)
        self.used = self._unused()
        steps = gaps.end - gaps.start
        sessions = int((steps // board.shortest).max(initial=1))
        group = int(min(LARGEST_GROUP, debts.together.max(initial=1)))
        self.held = held(len(gaps.day), sessions, group)
        self.aside = [held(NEIGHBOURS + 1, sessions, group) for _ in range(THREADS)]
        candidates = gaps.candidate[gaps.booth[1:]] - gaps.candidate[gaps.booth[:-1]]
        booths = np.diff(gaps.booth)
        self.scratch = [
            scratch(
                int(candidates.max(initial=0)), int(steps.max(initial=0)), int(gaps.schools.max(initial=0)),
                int(gaps.local.max(initial=0)) + 1, int(booths.max(initial=0)), board.widest, NEIGHBOURS,
            )
            for _ in range(THREADS)
        ]  # fmt: skip
        self.school_of_student = board.school_of_student
        self.school_of_miss = self.school_of_student[np.repeat(debts.student, np.diff(debts.first))]
        self.school_of_gap = np.array(
            [gaps.place[gaps.booth[gap]] if gaps.schools[gap] == 1 else -1 for gap in range(len(gaps.day))],
            np.int64,
        )
        kinds = gaps.place * max(1, len(board.types)) + gaps.type
        _, self.kin = np.unique(kinds, return_inverse=True)
        of_gap = np.repeat(np.arange(len(gaps.day)), booths)
        self.near = of_gap[np.argsort(self.kin, kind="stable")]
        self.near_at = np.concatenate([[0], np.cumsum(np.bincount(self.kin))]).astype(np.int64)
        self.none = np.zeros(len(debts.open))

    def _unused(self) -> Used:
        board = self.board
        weeks = int(board.week.max(initial=-1)) + 1
        students, days = len(board.students), len(board.days)
        busy = (students, days)
        by_week = np.zeros((max(1, weeks), days), np.int64)
        by_week[board.week, np.arange(days)] = 1
        return Used(
            left=board.debts.open.copy(),
            busy=np.zeros(busy, np.int32),
            busy_at=np.zeros((*busy, HELD), np.int32),
            busy_length=np.zeros((*busy, HELD), np.int32),
            student_day=board.student_day.copy(),
            student_week=board.student_day @ by_week.T,
            provider_day=board.provider_day.copy(),
            provider_week=board.provider_day @ by_week.T,
        )

    def settled_by_school(self) -> Array:
        """Return the minutes settled of each school's students."""
        done = self.board.debts.open - self.used.left
        return np.bincount(self.school_of_miss, done, len(self.board.schools))

    @property
    def settled(self) -> int:
        """The minutes that the sessions settle."""
        return int((self.board.debts.open - self.used.left).sum())


def _columns(board: Board) -> Columns:
    debts, gaps = board.debts, board.gaps
    own = {"free": board.open, "week": board.week, "caps": board.caps}
    return Columns(
        **{
            name: own[name] if name in own else getattr(debts if hasattr(debts, name) else gaps, name)
            for name in Columns._fields
        }
    )
