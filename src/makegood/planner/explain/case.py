"""Minutes of one miss that no session settles, with everything that could have settled them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from makegood.planner.explain.joinable import Joinable
from makegood.planner.explain.meetings import Meeting, Meetings
from makegood.planner.explain.supply import Supply
from makegood.planner.explain.used import Used
from makegood.planner.lengths import least_of, least_session
from makegood.planner.misses import key_of, settled
from makegood.plans.instance import Bell, Instance, Miss, Session, Student

_DAY: Final = 24 * 60


class Book:
    """What the reasons look up: the facts, the plan, and both together."""

    def __init__(self, instance: Instance, sessions: Sequence[Session]) -> None:
        """Sort the facts and the plan; `sessions` holds the pinned ones too."""
        self.instance = instance
        self.sessions = sessions
        self.meetings = Meetings(instance, sessions)
        self.used = Used(instance.limits, sessions)
        self.settled = settled(sessions)
        self.pinned = settled(instance.pinned)
        self.due_by = {key_of(miss): miss.due_by for miss in instance.misses}
        self.joinable = Joinable(instance, sessions)
        self.held = defaultdict[tuple[str, dt.date], list[Session]](list)
        for session in sessions:
            self.held[session.provider_id, session.date].append(session)
        self.owed: Counter[tuple[str, str]] = Counter()
        self.left: Counter[tuple[str, str]] = Counter()
        for miss in instance.misses:
            place = (self.meetings.times.student[miss.student_id].school_id, miss.service_type)
            self.owed[place] += miss.minutes
            self.left[place] += miss.minutes - self.settled[key_of(miss)]

    @cached_property
    def with_bells(self) -> Meetings:
        """Return who would meet whom if each weekday without a row of `bell` were open from midnight to midnight."""
        schools = {student.school_id for student in self.instance.students}
        known = {(row.school_id, row.weekday) for row in self.instance.bell}
        more = [
            Bell(school_id=school, weekday=weekday, start=0, end=_DAY)
            for school in sorted(schools)
            for weekday in range(7)
            if (school, weekday) not in known
        ]
        return Meetings(replace(self.instance, bell=(*self.instance.bell, *more)), self.sessions)

    def least(self, miss: Miss) -> int:
        """Return the fewest minutes of a miss that a session may settle."""
        return least_of(self.instance.limits, miss, self._to_plan(miss))

    def shortest(self, miss: Miss) -> int:
        """Return the minutes of the shortest session for a miss."""
        return least_session(self.instance.limits, miss, self._to_plan(miss))

    def _to_plan(self, miss: Miss) -> int:
        """Return what agreed make-ups leave of a miss; all of it where they leave nothing."""
        return miss.minutes - self.pinned[key_of(miss)] or miss.minutes


@dataclass(frozen=True, slots=True)
class Case:
    """Minutes of one miss that no session settles.

    Attributes:
        minutes: How many.
        shortest: Minutes of the shortest session for the miss.
        supply: Who could serve the student's school.
        all_meetings: When the student and any of them both have time, from the day of the miss on.
        usable: Those with a stretch that is long enough for a session.
    """

    book: Book
    miss: Miss
    student: Student
    minutes: int
    shortest: int
    supply: Supply
    all_meetings: tuple[Meeting, ...]
    usable: tuple[Meeting, ...]

    @property
    def least(self) -> int:
        """Return the fewest minutes of this miss that a session may settle."""
        return self.book.least(self.miss)

    @property
    def people(self) -> list[str]:
        """Return the providers who have usable time in common with the student."""
        return list(dict.fromkeys(meeting.provider_id for meeting in self.usable))


def case_of(book: Book, miss: Miss, minutes: int) -> Case:
    """Return the case of a miss with so many minutes unsettled."""
    shortest = book.shortest(miss)
    meetings = book.meetings.of(miss.student_id, miss.service_type)
    usable = book.meetings.usable(miss.student_id, miss.service_type, shortest)
    if miss.missed_on > book.instance.first:
        meetings = tuple(meeting for meeting in meetings if meeting.date >= miss.missed_on)
        usable = tuple(meeting for meeting in usable if meeting.date >= miss.missed_on)
    return Case(
        book=book,
        miss=miss,
        student=book.meetings.times.student[miss.student_id],
        minutes=minutes,
        shortest=shortest,
        supply=book.meetings.supply(miss.student_id, miss.service_type),
        all_meetings=meetings,
        usable=usable,
    )
