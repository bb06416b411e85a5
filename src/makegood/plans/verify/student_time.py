"""What keeps a student's time in the week, and what opens it."""

import datetime as dt
from collections import defaultdict

from makegood.plans.instance import Instance, Regular, Student
from makegood.plans.instance import StudentTime as Row
from makegood.plans.verify.spans import Span


class StudentTime:
    """Rows of student times, bells and regular slots, found by student and day."""

    def __init__(self, instance: Instance) -> None:
        self._own: dict[str, list[Row]] = defaultdict(list)
        self._shared: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
        for row in instance.student_times:
            if row.student_id is not None:
                self._own[row.student_id].append(row)
            elif row.school_id is not None:
                self._shared[row.school_id, row.grade].append(row)
        self._bell: dict[tuple[str, int], list[Span]] = defaultdict(list)
        for bell in instance.bell:
            self._bell[bell.school_id, bell.weekday].append((bell.start, bell.end))
        self._regular: dict[tuple[str, int], list[Regular]] = defaultdict(list)
        for slot in instance.regular:
            if slot.minutes > 0:
                self._regular[slot.student_id, slot.weekday].append(slot)
        self._rows: dict[str, list[Row]] = {}
        self._cycle_days = instance.cycle_days

    def kept(self, student: Student, date: dt.date) -> list[Row]:
        """Return the rows of a day with school that keep a student's time for something else."""
        rows = self._rows_of(student)
        return [row for row in rows if self._holds(row, student, date) and row.use != "open" and row.start < row.end]

    def open(self, student: Student, date: dt.date) -> list[Span]:
        """Return the open time of a day with school: the rows that say `open`, or the bell where none ever does."""
        rows = [row for row in self._rows_of(student) if row.use == "open"]
        if rows:
            return [(row.start, row.end) for row in rows if self._holds(row, student, date)]
        return self._bell.get((student.school_id, date.weekday()), [])

    def outside_bell(self, student: Student, weekday: int, spans: list[Span]) -> list[Span]:
        """Return what of some spans lies before the first or after the last bell; nothing where no bell is known."""
        bells = self._bell.get((student.school_id, weekday))
        if not bells:
            return []
        first, last = min(start for start, _ in bells), max(end for _, end in bells)
        return [(start, min(end, first)) for start, end in spans] + [(max(start, last), end) for start, end in spans]

    def regular(self, student_id: str, date: dt.date) -> list[Regular]:
        """Return the weekly slots whose weekday and span have a date; whether there is school is not asked."""
        rows = self._regular.get((student_id, date.weekday()), ())
        return [row for row in rows if row.first <= date <= row.last]

    def _holds(self, row: Row, student: Student, date: dt.date) -> bool:
        if row.weekday is not None:
            return row.weekday == date.weekday()
        places = self._cycle_days.get(student.calendar, {}).get(row.cycle or 0, {})
        return places.get(date) == row.cycle_day

    def _rows_of(self, student: Student) -> list[Row]:
        rows = self._rows.get(student.student_id)
        if rows is None:
            rows = [*self._own.get(student.student_id, ()), *self._shared.get((student.school_id, None), ())]
            if student.grade is not None:
                rows += self._shared.get((student.school_id, student.grade), ())
            self._rows[student.student_id] = rows
        return rows
