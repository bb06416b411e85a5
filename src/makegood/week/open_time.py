"""When students may be taken for a regular session, and when therapists may give one, by weekday."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Final

from makegood.planner.spans import Spans, common, joined, without
from makegood.planner.times import Day, day_of
from makegood.plans.instance import Bell, StudentTime
from makegood.week.pattern import SCHOOL_WEEK

MAY_BE_TAKEN: Final = ("open", "class")
"""Uses of a student's time that a regular session may take."""
Rows = list[tuple[Day, int, int, str]]
"""Weekday or day of a cycle, start, end, use."""


class OpenTime:
    """Looks up students' and schools' time; what is asked for twice is worked out once."""

    def __init__(self, times: Sequence[StudentTime], bell: Iterable[Bell]) -> None:
        """Sort the rows by whose time they are about."""
        self.bell = {(row.school_id, row.weekday): (row.start, row.end) for row in bell}
        self._own: dict[str, Rows] = defaultdict(list)
        self._school: dict[tuple[str, str | None], Rows] = defaultdict(list)
        for row in times:
            rows = self._own[row.student_id] if row.student_id else self._school[row.school_id or "", row.grade]
            rows.append((day_of(row), row.start, row.end, row.use))
        self.cycles = frozenset(row.cycle for row in times if row.cycle is not None)
        """The lengths of the cycles by whose days rows hold."""
        self._known: dict[tuple[str, str | None, int, Day | None], Spans] = {}

    def has_bell(self, school_id: str) -> bool:
        """Return whether anybody said when a school is open."""
        return any((school_id, weekday) in self.bell for weekday in range(SCHOOL_WEEK))

    def of_student(
        self, student_id: str, school_id: str, grade: str | None, weekday: int, on: tuple[int, int] | None = None
    ) -> Spans:
        """Return when a student may be taken at a school: never core, lunch, recess, specials or protected time.

        With a row `open` the student is open in rows `open` and `class` only; else between the bells. Any day of a
        cycle can fall on a weekday, so only time counts that is free on each of them.

        Args:
            student_id: The student.
            school_id: The school.
            grade: The student's grade there.
            weekday: 0 for Monday.
            on: The length of a cycle and a day of it: on such a weekday only.
        """
        own = self._own.get(student_id)
        key = (school_id, grade, weekday, on)
        if own is None and key in self._known:
            return self._known[key]
        of_school = self._school.get((school_id, None), [])
        rows = [*(own or ()), *of_school, *(self._school.get((school_id, grade), ()) if grade else ())]
        today = [(start, end, use) for day, start, end, use in rows if day in (weekday, on)]
        others = [row for row in rows if isinstance(row[0], tuple) and (on is None or row[0][0] != on[0])]
        kept = [(start, end) for start, end, use in today if use not in MAY_BE_TAKEN]
        kept += [(start, end) for _, start, end, use in others if use not in MAY_BE_TAKEN]
        if any(use == "open" for *_, use in rows):
            opened = [(start, end) for start, end, use in today if use in MAY_BE_TAKEN]
            open_ = joined([*opened, *_on_every_day(others)])
        else:
            bell = self.bell.get((school_id, weekday))
            open_ = (bell,) if bell else ()
        found = without(open_, kept)
        if own is None:
            self._known[key] = found
        return found


def _on_every_day(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield the time that may be taken on each day of a cycle, for rows that hold on days of cycles."""
    opened: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for day, start, end, use in rows:
        if isinstance(day, tuple) and use in MAY_BE_TAKEN:
            opened[day[0] or 0][day[1] or 0].append((start, end))
    for cycle, days in opened.items():
        if len(days) == cycle:
            yield from reduce(common, map(joined, days.values()))
