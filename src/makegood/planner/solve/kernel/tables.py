"""What the inner loops read and write: tables whose rows have named fields, so that few arrays are handed on."""

from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

BANDS = 24
"""Grades from PK on, with room for any span."""
PIECES = 12
"""Misses of one student that one session settles at most."""
HELD = 8
"""Make-up sessions of one student on one day at most."""
NOT_YET = -1e30


def _row(*fields: str, **others: type) -> np.dtype[Any]:
    """Return what a table's row holds: whole numbers, but for `others`."""
    return np.dtype([*((name, np.int64) for name in fields), *others.items()], align=True)


PAIR = _row("student", "miss", "miss_end", "unit", "most")
"""What one student is owed of one service type, as far as it may be settled in a group of some size. `unit`: minutes of
which all its pieces are multiples; `most`: those of the longest session for the student."""
MISS = _row("due", "since", "own", "least", "parts")
"""`least`: the fewest minutes that a session may settle of it; `parts`: how many pieces of that size it has."""
GAP = _row(
    "provider", "day", "week", "tick", "steps", "schools", "way", "booth", "booth_end", "candidate", "candidate_end"
)
"""`week`: the column of the week in `Used`, after those of the days; `steps`: from tick to tick, up to its end."""
BOOTH = _row("school", "run", "may", "candidate", "candidate_end", "together")
"""`together`: the largest group in which any of its candidates may be."""
CANDIDATE = _row("pair", "student", "together", "grade", "row", "local")
"""`together`, `grade`: those of the pair; `row`: of `Columns.free`; `local`: the student among the gap's own."""
SESSION = _row("at", "minutes", "booth", "size")
"""Its first minute, how many it takes, booth, and how many come."""
COMER = _row("who", "pieces")
"""A candidate who comes to a session, and how many misses are settled."""
PIECE = _row(miss=np.int32, minutes=np.int32)
BUSY = _row("at", "minutes")
PART = _row("minutes", "units", worth=np.float64, alone=np.float64, lost=np.float64, cut=np.float64)
"""Minutes of a miss that a session may settle, what they are worth, and what is taken from that: the price of a piece
after which nothing can follow, of a rest that is too little, and of a piece and a cut."""
STATE = _row("from_step", "from_school", "from_booth", "length", "size", worth=np.float64)
"""The best way to a tick and school: its worth, where it comes from, which length the session that ends there has
(a place among `Rules.lengths`), and how many come to it."""
TURN = _row("school", "student", "shake", "single", "whole")
"""How a gap is planned this time: which school (-1 for all) and student (-1) go first, by which number the worth of
students is shaken (0 for not at all), whether each walk through it keeps one session only,
and whether no miss is to be cut."""
SEEN = _row("call", "most")
"""For which call of `best_group` a student counts already, and in groups of how many at most."""
BAND = _row("count", worth=np.float64)
"""A group that begins at a grade: who is in it so far, and what it is worth."""


class Columns(NamedTuple):
    """The board; `model.board` says what each field holds.

    Attributes:
        pairs: Rows of PAIR.
        misses: Rows of MISS.
        open: By miss, the minutes that no pinned session settles.
        gaps: Rows of GAP.
        ticks: Minutes at which a session may begin, gap by gap.
        ways: Minutes on the way between a gap's schools.
        slow: The same, long enough for no stop on the way to make another one shorter.
        booths: Rows of BOOTH.
        runs: By tick of a booth, for how many minutes the provider can stay.
        candidates: Rows of CANDIDATE.
        free: By row and minute, for how many minutes the student may be taken.
        none: By miss, zeros: a price that nobody asks.
    """

    pairs: Array
    misses: Array
    open: Array
    gaps: Array
    ticks: Array
    ways: Array
    slow: Array
    booths: Array
    runs: Array
    candidates: Array
    free: Array
    none: Array


class Rules(NamedTuple):
    """Numbers that hold for the whole search.

    Attributes:
        lengths: Minutes of sessions, ascending, after a 0.
        settles: By length, the most minutes that a session settles of one student: the length itself, or in the bound
            whatever is shorter than the next one.
        fits: By minutes, the place of the longest length that fits in.
        span: Grades apart in a group.
        grain: Minutes of which pieces are multiples.
        least: Minutes of the shortest session that the limits allow.
        student_day: Make-up minutes that a student may have on a day.
        student_week: The same in a week.
        provider_day: Make-up minutes that a provider may hold on a day.
        provider_week: The same in a week.
        visit: What a pull-out costs, in minutes settled.
        other: What a minute with another than the usual provider costs.
        wait: What a minute costs for each day that it is held later.
        crowd: What a minute costs each student of a group for each other one.
        piece: What each piece of a miss costs.
        cut: What a miss costs of which one part is settled and another is not.
        first: What a student's first session is worth beside its minutes.
    """

    lengths: Array
    settles: Array
    fits: Array
    span: int
    grain: int
    least: int
    student_day: int
    student_week: int
    provider_day: int
    provider_week: int
    visit: float
    other: float
    wait: float
    crowd: float
    piece: float
    cut: float
    first: float


class Held(NamedTuple):
    """The sessions.

    Attributes:
        number: By gap, how many.
        sessions: By gap and session, rows of SESSION.
        comers: By gap, session and place in the group, rows of COMER.
        pieces: By gap, session, place in the group and piece, rows of PIECE.
    """

    number: Array
    sessions: Array
    comers: Array
    pieces: Array


class Used(NamedTuple):
    """What the sessions take.

    Attributes:
        left: By miss, the minutes left.
        student: By student and day, then by student and week, make-up minutes.
        provider: The same by provider.
        busy: By student and day, how many make-up sessions.
        held: By student, how many on all days, pinned ones too.
        when: By student, day and session, rows of BUSY.
    """

    left: Array
    student: Array
    provider: Array
    busy: Array
    held: Array
    when: Array


class Scratch(NamedTuple):
    """Room for one thread's work on one gap.

    Attributes:
        value: By length and candidate, what a session is worth; at length 0, whether any is.
        order: By length, the candidates of each booth, best first.
        waiting: By booth, how many of them are worth anything.
        ready: By candidate, for how many minutes they can come.
        stamp: By the gap's own student, a mark.
        states: By tick and school, rows of STATE.
        group: By tick, school and place in the group, who comes to the session that ends there.
        bands: By lowest grade and size, rows of BAND.
        seen: How often groups were looked for, then by the gap's own student: rows of SEEN.
        chosen: The candidates of a group.
        sack: By units, the most that one candidate settles.
        took: By miss and units, the minutes of it in that.
        parts: Of one miss, rows of PART.
        picked: Gaps that are planned again.
        turn: One row of TURN.
    """

    value: Array
    order: Array
    waiting: Array
    ready: Array
    stamp: Array
    states: Array
    group: Array
    bands: Array
    seen: Array
    chosen: Array
    sack: Array
    took: Array
    parts: Array
    picked: Array
    turn: Array


def table(row: np.dtype[Any], /, **fields: Array) -> Array:
    """Return a table of these fields."""
    filled = np.zeros(len(next(iter(fields.values()))), row)
    for name, values in fields.items():
        filled[name] = values
    return filled


def held(gaps: int, sessions: int, group: int) -> Held:
    """Return room for sessions in gaps."""
    return Held(
        number=np.zeros(gaps, np.int64),
        sessions=np.zeros((gaps, sessions), SESSION),
        comers=np.zeros((gaps, sessions, group), COMER),
        pieces=np.zeros((gaps, sessions, group, PIECES), PIECE),
    )


def scratch(
    *, candidates: int, steps: int, schools: int, students: int, booths: int, lengths: int, longest: int, misses: int,
    group: int, picked: int,
) -> Scratch:  # fmt: skip
    """Return room for the largest gap of a board, the lengths of sessions, a pair's misses and the largest group."""
    return Scratch(
        value=np.zeros((lengths, candidates)),
        order=np.zeros((lengths, candidates), np.int64),
        waiting=np.zeros(booths + 1, np.int64),
        ready=np.zeros(candidates, np.int64),
        stamp=np.zeros(students + 1, np.int64),
        states=np.zeros((steps + 1, schools), STATE),
        group=np.zeros((steps + 1, schools, group), np.int64),
        bands=np.zeros((BANDS, group + 1), BAND),
        seen=np.zeros(students + 2, SEEN),
        chosen=np.zeros(group, np.int64),
        sack=np.zeros(longest + 1),
        took=np.zeros((misses, longest + 1), np.int64),
        parts=np.zeros(longest + 4, PART),
        picked=np.zeros(picked + 1, np.int64),
        turn=np.zeros(1, TURN),
    )
