"""The promises of a simulated bucket: students, and the services of their IEPs."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from makegood.simulation.year import CALENDARS, END, START

Array = np.ndarray[Any, np.dtype[np.int32]]

TYPES: Final = (
    "speech", "occupational_therapy", "physical_therapy", "counseling", "specialized_instruction", "vision"
)  # fmt: skip
_TYPE_SHARES: Final = (0.42, 0.2, 0.08, 0.12, 0.16, 0.02)
PERS: Final = ("week", "month", "day", "quarter", "cycle", "iep", "week of four")
_PER_SHARES: Final = (0.83, 0.1, 0.01, 0.02, 0.015, 0.01, 0.015)
_WEEKS: Final = 37
_SCHOOLS: Final = 60
_ONE_SERVICE, _THIRD_SERVICE, _AMENDED = 0.35, 0.12, 0.08


@dataclass(frozen=True, slots=True)
class Promises:
    """Services by student, as arrays of one length (students' have their own).

    Attributes:
        weekly: Sessions that stand in the schedule each week.
        minutes: Minutes of one session or, for totals, of the period.
        planned: Minutes of one session in the schedule.
    """

    student_school: Array
    student_calendar: Array
    student: Array
    type: Array
    per: Array
    minutes: Array
    sessions: Array
    every: Array
    weekly: Array
    planned: Array
    start: Array
    end: Array


def promised(students: int, rng: np.random.Generator) -> Promises:
    """Draw the promises of so many students."""
    school = rng.integers(0, _SCHOOLS, students).astype(np.int32)
    draw = rng.random(students)
    count = 1 + (draw > _ONE_SERVICE).astype(np.int32) + (draw > 1 - _THIRD_SERVICE)
    student = np.repeat(np.arange(students, dtype=np.int32), count)
    first_of = np.repeat(np.cumsum(count) - count, count)
    # A student's services are of different types, unless one amends the other.
    kind = rng.choice(len(TYPES), students, p=_TYPE_SHARES)
    type_ = (kind[student] + np.arange(len(student)) - first_of) % len(TYPES)
    return _amended(school, student, type_.astype(np.int32), rng)


def _amended(school: Array, student: Array, type_: Array, rng: np.random.Generator) -> Promises:
    """Let some services be amended in mid-year: the old line ends, a new one begins."""
    copies = 1 + (rng.random(len(student)) < _AMENDED).astype(np.int32)
    student, type_ = np.repeat(student, copies), np.repeat(type_, copies)
    size = len(student)
    is_new = np.zeros(size, bool)
    is_new[1:] = (student[1:] == student[:-1]) & (type_[1:] == type_[:-1])
    is_old = np.append(is_new[1:], False)
    change = rng.integers(START + 30, END - 40, size).astype(np.int32)
    late = np.where(rng.random(size) < 0.1, rng.integers(1, 60, size), 0)  # noqa: PLR2004
    start = np.where(is_new, np.append(0, change[:-1]), START + late).astype(np.int32)
    end = np.where(is_old, np.maximum(change - 1, start), END).astype(np.int32)
    per = rng.choice(len(PERS), size, p=_PER_SHARES).astype(np.int32)
    weekly = rng.choice(np.array([1, 2, 3], np.int32), size, p=(0.42, 0.48, 0.1))
    weekly = np.where(per == PERS.index("day"), 5, weekly).astype(np.int32)
    planned = rng.choice(np.array([15, 20, 30, 45, 60], np.int32), size, p=(0.05, 0.15, 0.6, 0.1, 0.1))
    one_total = planned * weekly
    shape = [per == place for place in range(len(PERS))]
    return Promises(
        student_school=school,
        student_calendar=(school % CALENDARS).astype(np.int32),
        student=student,
        type=type_,
        per=per,
        minutes=np.select(
            shape, [planned, one_total * 4, planned, one_total * 9, planned, one_total * _WEEKS, planned]
        ),
        sessions=np.select(shape, [weekly, 1, 1, 1, weekly, 1, weekly * 3]),
        every=np.select(shape, [1, 1, 1, 1, 5, 1, 4]),
        weekly=weekly,
        planned=planned,
        start=start,
        end=end,
    )
