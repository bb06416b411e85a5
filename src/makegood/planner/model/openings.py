"""When each student may be taken, minute by minute."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from makegood.planner.model.grid import Grid
from makegood.planner.spans import Spans
from makegood.planner.times import Times

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(slots=True)
class Openings:
    """Rows of minutes: students' days that are alike share one.

    Attributes:
        times: Who is free when.
        grid: Days and minutes.
        students: The students' ids, by place.
        of_day: By student and day, the row.
        runs: By row and minute, for how many minutes from there on the student may be taken.
        begins: By row and minute, whether open time begins there.
    """

    times: Times
    grid: Grid
    students: tuple[str, ...]
    of_day: Array = field(init=False)
    runs: Array = field(init=False)
    begins: Array = field(init=False)
    _known: dict[Spans, int] = field(init=False)
    _room: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Lay out every student's days."""
        self._known = {(): 0}
        self._grow(1)
        days = self.grid.days
        self.of_day = np.zeros((len(self.students), len(days)), np.int64)
        for place, id_ in enumerate(self.students):
            open_days = self.times.open_days(id_, days)
            self.of_day[place] = [self._row(open_days.get(date, ())) for date in days]

    def row_with(self, student: int, day: int, provider_id: str) -> int:
        """Return the row of a student's day with what a provider's row for that date opens outside the bell."""
        return self._row(self.times.open_time(self.students[student], self.grid.days[day], provider_id))

    def _row(self, spans: Spans) -> int:
        row = self._known.get(spans)
        if row is None:
            row = self._known[spans] = len(self._known)
            if row >= self._room:
                self._grow(2 * self._room)
            for start, end in spans:
                part = self.grid.part(start, end)
                self.runs[row, part] = np.arange(part.stop - part.start, 0, -1)
                self.begins[row, part.start] = part.stop > part.start
        return row

    def _grow(self, room: int) -> None:
        runs, begins = np.zeros((room, self.grid.size + 1), np.int16), np.zeros((room, self.grid.size + 1), bool)
        if self._room:
            runs[: self._room], begins[: self._room] = self.runs, self.begins
        self.runs, self.begins, self._room = runs, begins, room


def runs_of(marks: Array) -> Array:
    """Return for each minute of a row how many minutes are marked from there on without a break."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], marks.astype(np.int8), [0]])))
    runs = np.zeros(len(marks), np.int16)
    for start, end in edges.reshape(-1, 2):
        runs[start:end] = np.arange(end - start, 0, -1)
    return runs
