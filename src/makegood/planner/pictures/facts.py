"""The facts behind the pictures, sorted once by person."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from makegood.planner.pictures.timetable import Block, Kind
from makegood.planner.times import Times, day_of
from makegood.plans.instance import Instance, Regular, Session, StudentTime
from makegood.plans.plan import Plan

DAYS: int = 7


class Facts:
    """An instance and a plan, looked up by person and day."""

    def __init__(self, instance: Instance, plan: Plan) -> None:
        """Sort the rows."""
        self.plan = plan
        self.times = Times(instance)
        self.school_days = frozenset(day for days in instance.school_days.values() for day in days)
        self.pinned = frozenset(_key(session) for session in instance.pinned)
        self._of_provider: dict[str, list[Regular]] = defaultdict(list)
        self._of_student: dict[str, list[Regular]] = defaultdict(list)
        for slot in instance.regular:
            self._of_student[slot.student_id].append(slot)
            if slot.provider_id is not None:
                self._of_provider[slot.provider_id].append(slot)
        self._kept: dict[tuple[str | None, str | None, str | None], list[StudentTime]] = defaultdict(list)
        for row in instance.student_times:
            if row.use != "open":
                self._kept[row.student_id, row.school_id, row.grade].append(row)

    def regular(self, date: dt.date, *, provider_id: str | None = None, student_id: str | None = None) -> set[Block]:
        """Return the regular sessions of a provider or a student on a day; a group's are one block."""
        slots = self._of_provider[provider_id] if provider_id is not None else self._of_student[student_id or ""]
        return {
            Block(date, slot.start, slot.start + slot.minutes, "regular")
            for slot in slots
            if slot.weekday == date.weekday()
            and slot.first <= date <= slot.last
            and self.times.has_school(slot.student_id, date)
        }

    def kept(self, student_id: str, date: dt.date) -> Iterator[Block]:
        """Yield the time of a student's day that is never taken, labelled with what it is for."""
        if not self.times.has_school(student_id, date):
            return
        student = self.times.student[student_id]
        keys = {(student_id, None, None), (None, student.school_id, None), (None, student.school_id, student.grade)}
        # A row of one student may name the school as well.
        keys.add((student_id, student.school_id, None))
        for row in (row for key in keys for row in self._kept.get(key, ())):
            if day_of(row) in self.times.days(student_id, date):
                yield Block(date, row.start, row.end, "kept", row.use)

    def blocks(self, sessions: Sequence[Session], labels: Sequence[str]) -> list[Block]:
        """Return make-up sessions as blocks: agreed ones, and those of the plan."""
        return [
            Block(session.date, session.start, session.start + session.minutes, self.kind(session), label)
            for session, label in zip(sessions, labels, strict=True)
        ]

    def kind(self, session: Session) -> Kind:
        """Return whether a make-up is agreed already or new."""
        return "agreed" if _key(session) in self.pinned else "make_up"


def week(monday: dt.date) -> list[dt.date]:
    """Return the days of a week, Monday to Sunday."""
    return [monday + dt.timedelta(n) for n in range(DAYS)]


def _key(session: Session) -> tuple[str, dt.date, int]:
    return session.provider_id, session.date, session.start
