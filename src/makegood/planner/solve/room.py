"""What a search works on: the board's columns, what is used, the sessions, and room for each thread."""

from dataclasses import dataclass, field

import numpy as np

from makegood.planner.model import Board
from makegood.planner.model.board import Array
from makegood.planner.solve.kernel.tables import (
    BOOTH,
    BUSY,
    CANDIDATE,
    GAP,
    HELD,
    MISS,
    PAIR,
    Columns,
    Held,
    Rules,
    Scratch,
    Used,
    held,
    scratch,
    table,
)

VISIT, OTHER, WAIT, CROWD = 0.05, 0.005, 0.0002, 0.002
"""What a pull-out, a minute with another than the usual provider, a minute a day later, and a minute with another
student count, in minutes settled: enough to choose between plans that are else alike, too little to leave a session
out."""
THREADS = 2
LARGEST_GROUP = 8
"""More than so many are never planned together, though the bound reckons with it where a service allows more."""
NEIGHBOURS = 6
"""Gaps that are cleared together at most."""


@dataclass(slots=True)
class Room:
    """One search.

    Attributes:
        board: The facts as numbers.
        columns: The same for the compiled loops.
        rules: Lengths, spans and small costs.
        wide: The same for the bound, which reckons with longer sessions, and with all that last between two lengths.
        used: What the sessions take.
        held: The sessions by gap.
        aside: By thread, sessions set aside while their gaps are planned again.
        scratch: By thread, room to work on one gap.
        broad: The same with the largest group that the bound reckons with.
        school_of_miss: By miss, the place of its student's school.
        school_of_gap: By gap, the place of its only school, or -1 if it can be spent at several.
        kin: By booth, its kind: school and service type.
        near: Gaps by kind.
        near_at: By kind, where its gaps begin.
    """

    board: Board
    columns: Columns = field(init=False)
    rules: Rules = field(init=False)
    wide: Rules = field(init=False)
    used: Used = field(init=False)
    held: Held = field(init=False)
    aside: list[Held] = field(init=False)
    scratch: list[Scratch] = field(init=False)
    broad: list[Scratch] = field(init=False)
    school_of_miss: Array = field(init=False)
    school_of_student: Array = field(init=False)
    school_of_gap: Array = field(init=False)
    kin: Array = field(init=False)
    near: Array = field(init=False)
    near_at: Array = field(init=False)

    def __post_init__(self) -> None:
        """Lay the columns out."""
        board, debts, gaps = self.board, self.board.debts, self.board.gaps
        self.columns = _columns(board)
        self.rules, self.wide = _rules(board, board.lengths), _rules(board, board.widths)._replace(crowd=0.0)
        self.wide.settles[1:] = [*self.wide.lengths[2:] - 1, board.widest]
        self.used = self._unused()
        steps = np.diff(gaps.tick) - 1
        sessions = int((gaps.minutes // board.lengths[0]).max(initial=1))
        largest = int(min(len(board.students), debts.together.max(initial=1)))
        group = min(LARGEST_GROUP, largest)
        self.held = held(len(gaps.day), sessions, group)
        self.aside = [held(NEIGHBOURS + 1, sessions, group) for _ in range(THREADS)]
        booths = np.diff(gaps.booth)
        self.scratch, self.broad = (
            [
                scratch(
                    candidates=int((gaps.candidate[gaps.booth[1:]] - gaps.candidate[gaps.booth[:-1]]).max(initial=0)),
                    steps=int(steps.max(initial=0)),
                    schools=int(gaps.schools.max(initial=0)),
                    students=int(gaps.local.max(initial=0)) + 1,
                    booths=int(booths.max(initial=0)),
                    lengths=len(board.widths) + 1,
                    longest=int(self.wide.settles[-1]),
                    misses=int((debts.last - debts.first).max(initial=1)),
                    group=each,
                    picked=NEIGHBOURS,
                )
                for _ in range(THREADS)
            ]
            for each in (group, largest)
        )
        self.school_of_student = board.school_of_student
        self.school_of_miss = self.school_of_student[debts.whose]
        low, high = (each.reduceat(gaps.place, gaps.booth[:-1]) for each in (np.minimum, np.maximum))
        self.school_of_gap = np.where(low == high, low, -1)
        kinds = gaps.place * max(1, len(board.types)) + gaps.type
        _, self.kin = np.unique(kinds, return_inverse=True)
        of_gap = np.repeat(np.arange(len(gaps.day)), booths)
        self.near = of_gap[np.argsort(self.kin, kind="stable")]
        self.near_at = np.concatenate([[0], np.cumsum(np.bincount(self.kin))]).astype(np.int64)

    def _unused(self) -> Used:
        board = self.board
        busy = (len(board.students), len(board.days))
        return Used(
            left=board.debts.open.copy(),
            student=np.hstack([board.student_day, board.by_week(board.student_day)]),
            provider=np.hstack([board.provider_day, board.by_week(board.provider_day)]),
            busy=np.zeros(busy, np.int64),
            held=(board.student_day > 0).sum(axis=1).astype(np.int64),
            when=np.zeros((*busy, HELD), BUSY),
        )

    def settled_by_school(self) -> Array:
        """Return the minutes settled of each school's students."""
        done = self.board.debts.open - self.used.left
        return np.bincount(self.school_of_miss, done, len(self.board.schools))

    def copied(self) -> tuple[Used, Held]:
        """Return a copy of what the sessions take, and of the sessions."""
        return Used(*(each.copy() for each in self.used)), Held(*(each.copy() for each in self.held))

    def put_back(self, used: Used, held: Held) -> None:
        """Put back what was copied."""
        for to, from_ in zip((*self.used, *self.held), (*used, *held), strict=True):
            np.copyto(to, from_)

    @property
    def settled(self) -> int:
        """The minutes that the sessions settle."""
        return int((self.board.debts.open - self.used.left).sum())


def _rules(board: Board, minutes: tuple[int, ...]) -> Rules:
    lengths = np.array([0, *minutes], np.int64)
    student_day, student_week, provider_day, provider_week = (int(cap) for cap in board.caps)
    return Rules(
        lengths=lengths,
        settles=lengths.copy(),
        fits=np.searchsorted(lengths, np.arange(board.open.shape[1] + 1), side="right") - 1,
        span=board.span,
        grain=board.grain,
        least=board.shortest,
        student_day=student_day,
        student_week=student_week,
        provider_day=provider_day,
        provider_week=provider_week,
        visit=VISIT,
        other=OTHER,
        wait=WAIT,
        crowd=CROWD,
        piece=0.0,
        cut=0.0,
        first=0.0,
    )


def _units(board: Board, least: Array) -> Array:
    """Return by pair the minutes of which all its pieces are multiples: the grain, or less where something is odd."""
    debts = board.debts
    of_miss = np.gcd(np.gcd(debts.open, least), board.grain)
    ranges = zip(debts.first, debts.last, strict=True)
    return np.array([np.gcd.reduce(of_miss[first:last]) for first, last in ranges], np.int64)


def _columns(board: Board) -> Columns:
    debts, gaps = board.debts, board.gaps
    least = np.minimum(debts.piece, debts.open)
    together = np.ones(len(gaps.candidate) - 1, np.int64)
    np.maximum.at(together, np.repeat(np.arange(len(together)), np.diff(gaps.candidate)), debts.together[gaps.pair])
    return Columns(
        pairs=table(
            PAIR,
            student=debts.student,
            miss=debts.first,
            miss_end=debts.last,
            unit=_units(board, least),
            most=debts.most,
        ),
        misses=table(
            MISS,
            due=debts.due,
            since=debts.since,
            own=debts.own,
            least=least,
            parts=np.maximum(1, debts.open // np.maximum(1, least)),
        ),
        open=debts.open,
        gaps=table(
            GAP,
            provider=gaps.provider,
            day=gaps.day,
            week=len(board.days) + board.week[gaps.day],
            tick=gaps.tick[:-1],
            steps=np.diff(gaps.tick) - 1,
            schools=gaps.schools,
            way=gaps.way,
            booth=gaps.booth[:-1],
            booth_end=gaps.booth[1:],
            candidate=gaps.candidate[gaps.booth[:-1]],
            candidate_end=gaps.candidate[gaps.booth[1:]],
        ),
        ticks=gaps.ticks,
        ways=gaps.ways,
        slow=gaps.slow,
        booths=table(
            BOOTH,
            school=gaps.school,
            run=gaps.run,
            may=gaps.may,
            candidate=gaps.candidate[:-1],
            candidate_end=gaps.candidate[1:],
            together=together,
        ),
        runs=gaps.runs,
        candidates=table(
            CANDIDATE,
            pair=gaps.pair,
            student=debts.student[gaps.pair],
            together=debts.together[gaps.pair],
            grade=debts.grade[gaps.pair],
            row=gaps.row,
            local=gaps.local,
        ),
        free=board.open,
        none=np.zeros(len(debts.open)),
    )
