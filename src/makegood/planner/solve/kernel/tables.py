"""What the inner loops read and write: arrays side by side."""

from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

BANDS = 24
"""Grades from PK on, with room for any span."""
MOST = 9
"""One more than the largest group that is looked for."""
MISSES = 40
"""Misses of one pair that are weighed against each other at a time."""
PIECES = 6
"""Misses of one student that one session settles at most."""
HELD = 8
"""Make-up sessions of one student on one day at most."""
NOT_YET = -1e30


class Columns(NamedTuple):
    """The board's columns; `model.board` tells what each holds."""

    student: Array
    together: Array
    grade: Array
    first: Array
    open: Array
    due: Array
    since: Array
    own: Array
    piece: Array
    provider: Array
    day: Array
    start: Array
    end: Array
    schools: Array
    booth: Array
    way: Array
    ways: Array
    school: Array
    run: Array
    runs: Array
    candidate: Array
    may: Array
    pair: Array
    row: Array
    local: Array
    free: Array
    week: Array
    caps: Array


class Rules(NamedTuple):
    """Numbers that hold for the whole search: steps, but for `least` and `step` in minutes."""

    shortest: int
    longest: int
    span: int
    step: int
    least: int
    visit: float
    other: float


class Held(NamedTuple):
    """Sessions by gap: how many, and for each its first step, length, minutes, booth, and who settles what."""

    count: Array
    at: Array
    length: Array
    minutes: Array
    booth: Array
    size: Array
    who: Array
    pieces: Array
    miss: Array
    piece: Array


class Used(NamedTuple):
    """What the sessions take: minutes left of each miss, students' and providers' time."""

    left: Array
    busy: Array
    busy_at: Array
    busy_length: Array
    student_day: Array
    student_week: Array
    provider_day: Array
    provider_week: Array


class Scratch(NamedTuple):
    """Room for one thread's work on one gap."""

    value: Array
    order: Array
    ready: Array
    best: Array
    from_step: Array
    from_school: Array
    from_booth: Array
    group: Array
    size: Array
    stamp: Array
    sums: Array
    counts: Array
    chosen: Array
    misses: Array
    amounts: Array
    waiting: Array
    sack: Array
    took: Array
    picked: Array


def held(gaps: int, sessions: int, group: int) -> Held:
    """Return room for sessions in gaps."""
    kinds = {"count": (gaps,), "who": (gaps, sessions, group), "pieces": (gaps, sessions, group)}
    kinds |= {"miss": (gaps, sessions, group, PIECES), "piece": (gaps, sessions, group, PIECES)}
    return Held(**{name: np.zeros(kinds.get(name, (gaps, sessions)), np.int32) for name in Held._fields})


def scratch(candidates: int, steps: int, schools: int, locals_: int, booths: int, longest: int, picked: int) -> Scratch:
    """Return room for the largest gap of a board."""
    states = (steps + 1, schools)
    return Scratch(
        value=np.zeros((longest + 1, candidates)),
        order=np.zeros((longest + 1, candidates), np.int64),
        ready=np.zeros(candidates, np.int64),
        best=np.zeros(states),
        from_step=np.zeros(states, np.int64),
        from_school=np.zeros(states, np.int64),
        from_booth=np.zeros(states, np.int64),
        group=np.zeros((*states, MOST), np.int64),
        size=np.zeros(states, np.int64),
        stamp=np.zeros(locals_ + 1, np.int64),
        sums=np.zeros((BANDS, MOST)),
        counts=np.zeros((BANDS, MOST), np.int64),
        chosen=np.zeros(MOST, np.int64),
        misses=np.zeros(PIECES, np.int32),
        amounts=np.zeros(PIECES, np.int32),
        waiting=np.zeros(booths + 1, np.int64),
        sack=np.zeros(longest + 1),
        took=np.zeros((MISSES, longest + 1), np.int64),
        picked=np.zeros(picked + 1, np.int64),
    )
