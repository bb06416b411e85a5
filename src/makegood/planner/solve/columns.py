"""The board as the compiled search reads it."""

from typing import NamedTuple

from makegood.planner.model.board import Array, Board


class Columns(NamedTuple):
    """The board's columns side by side; `Debts`, `Gaps` and `Board` tell what each holds."""

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
    pair: Array
    row: Array
    local: Array
    free: Array
    week: Array
    caps: Array


def columns_of(board: Board) -> Columns:
    """Return the columns of a board."""
    debts, gaps = board.debts, board.gaps
    return Columns(
        student=debts.student,
        together=debts.together,
        grade=debts.grade,
        first=debts.first,
        open=debts.open,
        due=debts.due,
        since=debts.since,
        own=debts.own,
        piece=debts.piece,
        provider=gaps.provider,
        day=gaps.day,
        start=gaps.start,
        end=gaps.end,
        schools=gaps.schools,
        booth=gaps.booth,
        way=gaps.way,
        ways=gaps.ways,
        school=gaps.school,
        run=gaps.run,
        runs=gaps.runs,
        candidate=gaps.candidate,
        pair=gaps.pair,
        row=gaps.row,
        local=gaps.local,
        free=board.open,
        week=board.week,
        caps=board.caps,
    )
