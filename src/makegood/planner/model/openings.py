"""When each student may be taken, as rows of steps."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from makegood.planner.instance import Instance
from makegood.planner.model.grid import Grid
from makegood.planner.spans import Spans
from makegood.planner.times import Times

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(slots=True)
class Openings:
    """Rows of yes and no, one per student and day, and one more for each provider with hours of a date's own.

    Attributes:
        times: Who is free when.
        grid: Days and steps.
        students: The students' ids, by place.
        days: By row of a student and day: place x days + day.
    """

    times: Times
    grid: Grid
    students: tuple[str, ...]
    days: Array
    more: list[Array] = field(default_factory=list)
    _known: dict[tuple[int, int, str], int] = field(default_factory=dict)

    def row(self, student: int, day: int) -> int:
        """Return the row of a student's day."""
        return student * len(self.grid.days) + day

    def row_with(self, student: int, day: int, provider_id: str) -> int:
        """Return the row of a student's day with what a provider's row for that date opens outside the bell."""
        key = (student, day, provider_id)
        if key not in self._known:
            spans = self.times.open_time(self.students[student], self.grid.days[day], provider_id)
            self._known[key] = len(self.days) + len(self.more)
            self.more.append(marked(spans, self.grid))
        return self._known[key]

    def of(self, row: int) -> Array:
        """Return a row: by step, whether the student may be taken."""
        found: Array = self.days[row] if row < len(self.days) else self.more[row - len(self.days)]
        return found

    def runs(self) -> Array:
        """Return, by row and step, for how many steps from there on the student may be taken."""
        every = np.vstack([self.days, *self.more]) if self.more else self.days
        return runs_of(every)


def runs_of(marks: Array) -> Array:
    """Return for each step of each row how many steps are marked from there on without a break."""
    runs = np.zeros((marks.shape[0], marks.shape[1] + 1), np.int16)
    for at in range(marks.shape[1] - 1, -1, -1):
        runs[:, at] = np.where(marks[:, at], runs[:, at + 1] + 1, 0)
    return runs


def steps(start: int, end: int, grid: Grid) -> slice:
    """Return the whole steps that lie in a span of minutes."""
    first = max(0, -(-(start - grid.origin) // grid.step))
    return slice(first, max(first, min(grid.size, (end - grid.origin) // grid.step)))


def touched(start: int, end: int, grid: Grid) -> slice:
    """Return the steps that a span of minutes touches."""
    first = max(0, (start - grid.origin) // grid.step)
    return slice(first, max(first, min(grid.size, -(-(end - grid.origin) // grid.step))))


def marked(spans: Spans, grid: Grid) -> Array:
    """Return a row with the whole steps of some spans marked."""
    row = np.zeros(grid.size, bool)
    for start, end in spans:
        row[steps(start, end, grid)] = True
    return row


def openings_of(instance: Instance, times: Times, grid: Grid, students: tuple[str, ...]) -> Openings:
    """Return the openings of the students that have debts."""
    rows = np.zeros((len(students), len(grid.days), grid.size), bool)
    at = {id_: place for place, id_ in enumerate(students)}
    _open(rows, times, grid, students)
    _take_regular(rows, instance, grid, at)
    for session in instance.pinned:
        span = touched(session.start, session.start + session.minutes, grid)
        for attends in session.students:
            if attends.student_id in at:
                rows[at[attends.student_id], grid.days.index(session.date), span] = False
    for away in instance.student_away:
        if away.id in at:
            rows[at[away.id], [away.first <= date <= away.last for date in grid.days]] = False
    return Openings(times, grid, students, rows.reshape(len(students) * len(grid.days), grid.size))


def _open(rows: Array, times: Times, grid: Grid, students: tuple[str, ...]) -> None:
    """Mark what the week opens for each student on days with school."""
    weekday = np.array([day.weekday() for day in grid.days], np.int64)
    never = np.zeros(len(grid.days), bool)
    school = {key: np.array([day in days for day in grid.days], bool) for key, days in times.school_days.items()}
    for place, id_ in enumerate(students):
        in_school = school.get(times.student[id_].calendar, never)
        for each in np.unique(weekday[in_school]):
            spans = times.week_open(id_, int(each))
            if spans:
                rows[place, in_school & (weekday == each)] = marked(spans, grid)


def _take_regular(rows: Array, instance: Instance, grid: Grid, at: dict[str, int]) -> None:
    """Take the regular sessions out."""
    for slot in instance.regular:
        if slot.student_id in at:
            held = [
                day
                for day, date in enumerate(grid.days)
                if date.weekday() == slot.weekday and slot.first <= date <= slot.last
            ]
            rows[at[slot.student_id], held, touched(slot.start, slot.start + slot.minutes, grid)] = False
