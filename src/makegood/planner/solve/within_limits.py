"""What the limits on make-ups a day and a week leave at most, whatever the prices say."""

import numpy as np

from makegood.planner.model import Board
from makegood.planner.model.board import NO_CAP, Array


def most_within_limits(board: Board) -> int:
    """Return minutes that no plan can exceed: of students' debts, or providers' time, what their limits leave."""
    student_day, student_week, provider_day, provider_week = (int(cap) for cap in board.caps)
    of_students = int(board.debts.open.sum())
    if min(student_day, student_week) < NO_CAP:
        time = np.full(board.student_day.shape, NO_CAP, np.int64)
        owed = np.bincount(board.debts.whose, board.debts.open, len(board.students))
        left = _left(board, time, board.student_day, student_day, student_week).sum(axis=1)
        of_students = int(np.minimum(owed, left).sum())
    if min(provider_day, provider_week) == NO_CAP:
        return of_students
    gaps = board.gaps
    time = np.zeros(board.provider_day.shape, np.int64)
    np.add.at(time, (gaps.provider, gaps.day), gaps.minutes)
    group = np.zeros(len(board.providers), np.int64)
    of_booth = np.repeat(np.arange(len(gaps.day)), np.diff(gaps.booth))
    of_candidate = np.repeat(gaps.provider[of_booth], np.diff(gaps.candidate))
    np.maximum.at(group, of_candidate, board.debts.together[gaps.pair])
    left = _left(board, time, board.provider_day, provider_day, provider_week).sum(axis=1)
    return min(of_students, int((left * np.minimum(group, len(board.students))).sum()))


def _left(board: Board, time: Array, pinned: Array, day: int, week: int) -> Array:
    """Return by person and week the minutes that two limits leave of some time by person and day."""
    of_days = board.by_week(np.minimum(time, np.maximum(0, day - pinned)))
    left: Array = np.minimum(of_days, np.maximum(0, week - board.by_week(pinned)))
    return left
