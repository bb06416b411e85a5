"""Where each student is: school, grade and the calendar that holds there."""

import datetime as dt
from collections.abc import Collection, Iterator
from itertools import count

from makegood.calendars import SchoolCalendar, calendars_of, date_of, day_number
from makegood.planner.gather.summers import Summers
from makegood.plans.instance import Student
from makegood.records import Records


class People:
    """Students as the planner knows them; each is looked up once."""

    def __init__(self, records: Records, summers: Summers | None = None) -> None:
        """Take the tables of students, schools and calendars, and who has school in the extended school year."""
        self._summers = summers
        self._at_home: dict[str, tuple[dt.date, ...]] = {}
        self._table = records.students
        self._place = records.students.index()
        self._calendars = calendars_of(records)
        schools = records.schools.school_id
        # As with calendars: where there is only one school, nobody needs to say so.
        self._only_school = schools[0] if len(schools) == 1 else None
        self._known: dict[str, Student | None] = {}
        self._kept: dict[str, SchoolCalendar] = {}

    def student(self, student_id: str) -> Student | None:
        """Return a student, or None where the records name no school or no calendar."""
        if student_id not in self._known:
            self._known[student_id] = self._look_up(student_id)
        return self._known[student_id]

    def row(self, student_id: str) -> int:
        """Return the row of a student in the table of students."""
        return self._table.row[self._place[student_id]]

    def school_days(self, key: str, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
        """Return a calendar's days with school from first to last."""
        begin, end = day_number(first), day_number(last)
        home = self._at_home.get(key, ())
        days = (date_of(day) for day in self._kept[key].school_days if begin <= day <= end)
        return tuple(day for day in days if day not in home)

    def has_school(self, student: Student, date: dt.date) -> bool:
        """Return whether a student has school on a date: of an extended school year, only those with such services."""
        calendar = self._kept[student.calendar]
        home = self._summers is not None and self._summers.is_home(student.student_id, calendar, day_number(date))
        return calendar.is_school_day(date) and not home

    def cycle_days(self, key: str, cycles: Collection[int], days: Collection[dt.date]) -> dict[int, dict[dt.date, int]]:
        """Return the places that days have in a calendar's cycles, by length of the cycle."""
        found = {}
        for cycle in sorted(cycles):
            places = self._kept[key].cycle_days(cycle)
            found[cycle] = {day: places[day_number(day)] for day in days if day_number(day) in places}
        return found

    def in_the_way(self, student_id: str, school_id: str | None) -> Student | None:
        """Return a student whose slot keeps a provider; at the provider's own school if the records say no other."""
        return self.student(student_id) or (None if school_id is None else self._at(student_id, school_id))

    def _look_up(self, student_id: str) -> Student | None:
        school_id = self._table.school_id[self._place[student_id]] or self._only_school
        return None if school_id is None else self._at(student_id, school_id)

    def _at(self, student_id: str, school_id: str) -> Student | None:
        calendar = self._calendars.of_student(student_id)
        if calendar is None:
            return None
        grade = self._table.grade[self._place[student_id]]
        key = calendar.calendar_id
        if calendar is not self._calendars.of(key):
            # Rows of the calendar name this grade, so its days are its own.
            key = f"{key} grade {grade}"
        home = () if self._summers is None else self._summers.at_home(student_id, calendar)
        if home:
            # Whoever is at home on the same days of the extended school year shares a calendar.
            key = next(name for name in self._names(key) if self._at_home.get(name, home) == home)
            self._at_home[key] = home
        self._kept[key] = calendar
        return Student(student_id=student_id, school_id=school_id, calendar=key, grade=grade)

    @staticmethod
    def _names(key: str) -> Iterator[str]:
        yield f"{key}, at home in summer"
        yield from (f"{key}, at home in summer ({n})" for n in count(2))
