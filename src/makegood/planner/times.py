"""When students may be taken and when providers are free, day by day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from makegood.planner.places import Places
from makegood.planner.spans import Spans, common, joined, without
from makegood.plans.instance import Availability, Away, Instance, Regular, Student, StudentTime

Day = int | tuple[int | None, int | None]
"""A weekday, or the length of a cycle and a day of it."""
Days = frozenset[Day]
Use = tuple[Day, int, int, str]
"""Of a row of student times: its day, start, end and use."""
_WEEKDAYS: Final[tuple[Days, ...]] = tuple(frozenset({weekday}) for weekday in range(7))


@dataclass(frozen=True, slots=True)
class FreeTime:
    """Time that a provider has for make-ups on one day, in minutes after midnight.

    Attributes:
        school_id: The only school that it holds at, or None for every school that they reach.
        dated: Whether it comes of a row for that date, which also opens time outside the bell.
    """

    start: int
    end: int
    school_id: str | None
    dated: bool


class Times:
    """Looks up who is free when. What is asked for twice is worked out once."""

    def __init__(self, instance: Instance) -> None:
        """Sort the facts by student, provider and day."""
        self.instance = instance
        self.places = Places(instance)
        self.student = {student.student_id: student for student in instance.students}
        self.school_days = {key: frozenset(days) for key, days in instance.school_days.items()}
        self._bell = {(row.school_id, row.weekday): (row.start, row.end) for row in instance.bell}
        self._uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
        for row in instance.student_times:
            key = ("student", row.student_id) if row.student_id else ("school", f"{row.school_id}\0{row.grade or ''}")
            self._uses[key].append((day_of(row), row.start, row.end, row.use))
        self._availability: dict[str, list[Availability]] = defaultdict(list)
        for each in instance.availability:
            self._availability[each.provider_id].append(each)
        self._by_student: dict[str, list[Regular]] = defaultdict(list)
        self._by_provider: dict[str, list[Regular]] = defaultdict(list)
        for slot in instance.regular:
            self._by_student[slot.student_id].append(slot)
            if slot.provider_id:
                self._by_provider[slot.provider_id].append(slot)
        self._taken_student: dict[str, dict[dt.date, list[tuple[int, int]]]] = defaultdict(dict)
        self._pinned_provider: dict[tuple[str, dt.date], list[tuple[int, int, str]]] = defaultdict(list)
        for session in instance.pinned:
            span = (session.start, session.start + session.minutes)
            self._pinned_provider[session.provider_id, session.date].append((*span, session.school_id))
            for attends in session.students:
                self._taken_student[attends.student_id].setdefault(session.date, []).append(span)
        for hour in instance.declined:
            span = (hour.start, hour.start + hour.minutes)
            self._taken_student[hour.student_id].setdefault(hour.date, []).append(span)
        self._away = {"student": _days_away(instance.student_away), "provider": _days_away(instance.provider_away)}
        self._days: dict[tuple[str, dt.date], Days] = {
            (calendar, date): frozenset({date.weekday(), *((cycle, days.get(date)) for cycle, days in cycles.items())})
            for calendar, cycles in instance.cycle_days.items()
            for date in instance.school_days.get(calendar, ())
        }
        self._school_time: dict[tuple[str, str | None, Days], tuple[Spans, Spans]] = {}

    def has_school(self, student_id: str, date: dt.date) -> bool:
        """Return whether the student has school on a date."""
        return date in self.school_days.get(self.student[student_id].calendar, ())

    def bell(self, school_id: str, weekday: int) -> tuple[int, int] | None:
        """Return the first and last bell, or None if nobody said."""
        return self._bell.get((school_id, weekday))

    def is_away(self, who: str, id_: str, date: dt.date) -> bool:
        """Return whether a `student` or `provider` is known to be away."""
        return any(first <= date <= last for first, last in self._away[who].get(id_, ()))

    def open_time(self, student_id: str, date: dt.date, provider_id: str | None = None) -> Spans:
        """Return when a student may be taken; what is agreed already and what the family declined are left out.

        Args:
            student_id: The student.
            date: The day.
            provider_id: Also open what this provider's rows for that date open outside the bell.
        """
        if self.is_away("student", student_id, date):
            return ()
        weekday = date.weekday()
        in_school = self.has_school(student_id, date)
        open_, kept = self._uses_on(student_id, date) if in_school else ((), ())
        if provider_id is not None:
            open_ = joined((*open_, *self._by_date(student_id, date, provider_id, kept, in_school=in_school)))
        taken = list(self._taken_student.get(student_id, {}).get(date, ()))
        if in_school:
            taken += [
                (slot.start, slot.start + slot.minutes)
                for slot in self._by_student.get(student_id, ())
                if slot.weekday == weekday and slot.first <= date <= slot.last
            ]
        return without(open_, taken)

    def open_days(self, student_id: str, dates: Iterable[dt.date]) -> dict[dt.date, Spans]:
        """Return the open time of days with school; a week like the one before is not worked out again."""
        special, slots = self.special_days(student_id), self._by_student.get(student_id, ())
        known: dict[object, Spans] = {}
        days = {}
        for date in dates:
            if self.has_school(student_id, date) and not self.is_away("student", student_id, date):
                held = tuple(slot.first <= date <= slot.last for slot in slots)
                key = date if date in special else (self.days(student_id, date), held)
                if key not in known:
                    known[key] = self.open_time(student_id, date)
                days[date] = known[key]
        return days

    def special_days(self, student_id: str) -> frozenset[dt.date]:
        """Return the dates on which a pinned session or a declined hour takes of a student's open time."""
        return frozenset(self._taken_student.get(student_id, ()))

    def has_dated(self, provider_id: str, date: dt.date) -> bool:
        """Return whether a provider has a row of availability for this very date."""
        return any(row.date == date for row in self._availability.get(provider_id, ()))

    def engaged(self, provider_id: str, date: dt.date) -> list[tuple[int, int, str]]:
        """Return a provider's regular and pinned sessions of a day: start, end, school."""
        weekday = date.weekday()
        slots = {
            (slot.start, slot.start + slot.minutes, self.student[slot.student_id].school_id)
            for slot in self._by_provider.get(provider_id, ())
            if slot.weekday == weekday and slot.first <= date <= slot.last and self.has_school(slot.student_id, date)
        }
        return sorted(slots | set(self._pinned_provider.get((provider_id, date), ())))

    def free_time(self, provider_id: str, date: dt.date) -> tuple[FreeTime, ...]:
        """Return a provider's time for make-ups on a day; travel is not taken off."""
        if self.is_away("provider", provider_id, date):
            return ()
        taken = [(start, end) for start, end, _ in self.engaged(provider_id, date)]
        return tuple(
            FreeTime(start, end, row.school_id, row.date is not None)
            for row in self._availability.get(provider_id, ())
            if row.date == date or (row.date is None and row.weekday == date.weekday() and _in_force(row, date))
            for start, end in without([(row.start, row.end)], taken)
        )

    def has_open_row(self, student_id: str) -> bool:
        """Return whether a row says on any day when a student is open, so that no bell is asked."""
        rows = self._rows(self.student[student_id], self._uses.get(("student", student_id)))
        return any(use == "open" for *_, use in rows)

    def days(self, student_id: str, date: dt.date) -> Days:
        """Return what a day with school is for a student's time: its weekday, and its place in each cycle."""
        return self._days.get((self.student[student_id].calendar, date)) or _WEEKDAYS[date.weekday()]

    def _uses_on(self, student_id: str, date: dt.date) -> tuple[Spans, Spans]:
        """Return a student's open and kept time of a day with school."""
        student, days = self.student[student_id], self.days(student_id, date)
        own = self._uses.get(("student", student_id))
        key = (student.school_id, student.grade, days)
        if own is None and key in self._school_time:
            return self._school_time[key]
        rows = self._rows(student, own)
        today = [(start, end, use) for day, start, end, use in rows if day in days]
        kept = joined((start, end) for start, end, use in today if use != "open")
        bell = self.bell(student.school_id, date.weekday())
        if any(use == "open" for *_, use in rows):
            open_ = joined((start, end) for start, end, use in today if use == "open")
        else:
            open_ = (bell,) if bell else ()
        found = (without(open_, kept), kept)
        if own is None:
            self._school_time[key] = found
        return found

    def _rows(self, student: Student, own: list[Use] | None) -> list[Use]:
        """Return what the time of a student is for, who has rows of their own or not."""
        return [
            *(own or ()),
            *self._uses.get(("school", f"{student.school_id}\0"), ()),
            *(self._uses.get(("school", f"{student.school_id}\0{student.grade}"), ()) if student.grade else ()),
        ]

    def _by_date(
        self, student_id: str, date: dt.date, provider_id: str, kept: Spans, *, in_school: bool
    ) -> Iterable[tuple[int, int]]:
        """Return what a provider's rows for a date open outside the bell."""
        school = self.student[student_id].school_id
        opened = joined(
            (row.start, row.end)
            for row in self._availability.get(provider_id, ())
            if row.date == date and self.places.may_be(provider_id, row.school_id, school)
        )
        if not in_school:
            return opened
        bell = self.bell(school, date.weekday())
        return without(opened, (bell, *kept)) if bell else ()


def day_of(row: StudentTime) -> Day:
    """Return the day on which a row of student times holds."""
    return (row.cycle, row.cycle_day) if row.weekday is None else row.weekday


def _in_force(row: Availability, date: dt.date) -> bool:
    return (row.first is None or row.first <= date) and (row.last is None or date <= row.last)


def _days_away(rows: Iterable[Away]) -> dict[str, list[tuple[dt.date, dt.date]]]:
    found: dict[str, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for row in rows:
        found[row.id].append((row.first, row.last))
    return found


__all__ = ["FreeTime", "Times", "common"]
