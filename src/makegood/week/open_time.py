"""When students may be taken for a regular session, and when therapists may give one, by weekday."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from makegood.planner.spans import Spans, joined, without
from makegood.plans.instance import Bell, StudentTime
from makegood.week.pattern import SCHOOL_WEEK

MAY_BE_TAKEN: Final = ("open", "class")
"""Uses of a student's time that a regular session may take."""
Rows = list[tuple[int, int, int, str]]
"""Weekday, start, end, use."""


class OpenTime:
    """Looks up students' and schools' time; what is asked for twice is worked out once."""

    def __init__(self, times: Iterable[StudentTime], bell: Iterable[Bell]) -> None:
        """Sort the rows by whose time they are about."""
        self.bell = {(row.school_id, row.weekday): (row.start, row.end) for row in bell}
        self._own: dict[str, Rows] = defaultdict(list)
        self._school: dict[tuple[str, str | None], Rows] = defaultdict(list)
        for row in times:
            rows = self._own[row.student_id] if row.student_id else self._school[row.school_id or "", row.grade]
            rows.append((row.weekday, row.start, row.end, row.use))
        self._known: dict[tuple[str, str | None, int], Spans] = {}

    def has_bell(self, school_id: str) -> bool:
        """Return whether anybody said when a school is open."""
        return any((school_id, weekday) in self.bell for weekday in range(SCHOOL_WEEK))

    def of_student(self, student_id: str, school_id: str, grade: str | None, weekday: int) -> Spans:
        """Return when a student may be taken at a school: never core, lunch, recess, specials or protected time.

        With a row `open` the student is open in rows `open` and `class` only; else between the bells.
        """
        own = self._own.get(student_id)
        key = (school_id, grade, weekday)
        if own is None and key in self._known:
            return self._known[key]
        of_school = self._school.get((school_id, None), [])
        rows = [*(own or ()), *of_school, *(self._school.get((school_id, grade), ()) if grade else ())]
        today = [(start, end, use) for day, start, end, use in rows if day == weekday]
        kept = [(start, end) for start, end, use in today if use not in MAY_BE_TAKEN]
        if any(use == "open" for *_, use in rows):
            open_ = joined((start, end) for start, end, use in today if use in MAY_BE_TAKEN)
        else:
            bell = self.bell.get((school_id, weekday))
            open_ = (bell,) if bell else ()
        found = without(open_, kept)
        if own is None:
            self._known[key] = found
        return found
