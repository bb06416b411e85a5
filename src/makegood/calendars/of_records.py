"""Which calendar each student keeps."""

from dataclasses import dataclass, field

from makegood.calendars.days import day_number
from makegood.calendars.school_calendar import CalendarDay, SchoolCalendar, Term
from makegood.records import Records


@dataclass(slots=True)
class Calendars:
    """The calendars of a folder of records.

    A student's calendar is the student's own, else the school's, else the only one there is. Rows
    of the calendar that hold for some grades make a calendar of its own for these.
    """

    records: Records
    _ids: set[str] = field(init=False)
    _school_calendar: dict[str, str | None] = field(init=False)
    _grades: dict[str, set[str]] = field(init=False)
    _students: dict[str, int] = field(init=False)
    _built: dict[tuple[str, str | None], SchoolCalendar] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Look the calendars' names and graded rows up once."""
        records = self.records
        self._ids = set(records.terms.calendar_id)
        self._school_calendar = dict(zip(records.schools.school_id, records.schools.calendar_id, strict=True))
        self._students = records.students.index()
        self._grades = {}
        rows = zip(records.calendar.calendar_id, records.calendar.grades, strict=True)
        for calendar_id, grades in rows:
            self._grades.setdefault(calendar_id, set()).update(grades or ())

    def name_of(self, student_id: str) -> str | None:
        """Return the id of a student's calendar, or None if the records do not say."""
        students, place = self.records.students, self._students[student_id]
        own = students.calendar_id[place]
        school = students.school_id[place]
        name = own or (self._school_calendar.get(school) if school else None)
        if name is None and len(self._ids) == 1:
            (name,) = self._ids
        return name if name in self._ids else None

    def of_student(self, student_id: str) -> SchoolCalendar | None:
        """Return a student's calendar, or None if the records do not say which it is."""
        name = self.name_of(student_id)
        return None if name is None else self._graded(name, student_id)

    def of_service(self, place: int) -> SchoolCalendar | None:
        """Return the calendar of a service, by its place in its table.

        A service's own school comes first, then the student's own calendar, then the student's school (ledger.md, 1).
        """
        services = self.records.services
        school, student_id = services.school_id[place], services.student_id[place]
        name = self._school_calendar.get(school) if school else None
        if name is None:
            return self.of_student(student_id)
        return self._graded(name, student_id) if name in self._ids else None

    def _graded(self, name: str, student_id: str) -> SchoolCalendar:
        grade = self.records.students.grade[self._students[student_id]]
        return self.of(name, grade if grade in self._grades.get(name, ()) else None)

    def of(self, calendar_id: str, grade: str | None = None) -> SchoolCalendar:
        """Return a calendar as it holds for a grade (None: for a grade that no row names)."""
        key = (calendar_id, grade)
        if key not in self._built:
            self._built[key] = self._build(calendar_id, grade)
        return self._built[key]

    def _build(self, calendar_id: str, grade: str | None) -> SchoolCalendar:
        terms, days = self.records.terms, self.records.calendar
        return SchoolCalendar.of(
            calendar_id,
            [
                Term(terms.kind[i], day_number(terms.start[i]), day_number(terms.end[i]), name or "")
                for i, name in enumerate(terms.name)
                if terms.calendar_id[i] == calendar_id
            ],
            [
                CalendarDay(
                    days.kind[i],
                    day_number(days.date[i]),
                    day_number(days.until[i] or days.date[i]),
                    label or "",
                    days.cycle_day[i],
                )
                for i, label in enumerate(days.label)
                if days.calendar_id[i] == calendar_id and (not days.grades[i] or grade in (days.grades[i] or ()))
            ],
        )


def calendars_of(records: Records) -> Calendars:
    """Return the calendars of a folder of records."""
    return Calendars(records)
