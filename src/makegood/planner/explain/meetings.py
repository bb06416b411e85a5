"""When a student and somebody who may serve them both have time, before and after the plan."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from makegood.planner.explain.minutes import bits_of, in_a_row
from makegood.planner.explain.supply import Offer, Supplies, Supply
from makegood.plans.instance import Instance, Session


@dataclass(frozen=True, slots=True)
class Meeting:
    """Minutes that one student and one provider have in common on one day.

    Attributes:
        fact: In common by the facts, before anything is planned.
        own: Those of them that the student's own make-ups take.
        offer: What the provider has at the school that day.
    """

    date: dt.date
    fact: int
    own: int
    offer: Offer

    @property
    def provider_id(self) -> str:
        """Return the provider."""
        return self.offer.provider_id

    @property
    def left(self) -> int:
        """Return the minutes that the plan leaves to both."""
        return self.fact & ~(self.own | self.offer.here | self.offer.elsewhere)


class Meetings:
    """Looks up meetings. What is asked for twice is worked out once."""

    def __init__(self, instance: Instance, sessions: Sequence[Session]) -> None:
        """Sort the plan by student; `sessions` holds the pinned ones too."""
        self.supplies = Supplies(instance, sessions)
        self.times = self.supplies.times
        self._taken: dict[tuple[str, dt.date], int] = defaultdict(int)
        for session in sessions:
            bits = bits_of([(session.start, session.start + session.minutes)])
            for attends in session.students:
                self._taken[attends.student_id, session.date] |= bits
        self._open: dict[str, dict[dt.date, int]] = {}
        self._meetings: dict[tuple[str, str], tuple[Meeting, ...]] = {}
        self._usable: dict[tuple[str, str, int], tuple[Meeting, ...]] = {}

    def supply(self, student_id: str, service_type: str) -> Supply:
        """Return who could serve a student with a service."""
        student = self.times.student[student_id]
        return self.supplies.supply(student.school_id, service_type, student.calendar)

    def open(self, student_id: str) -> dict[dt.date, int]:
        """Return a student's open minutes on each day with school that has any; nothing of the plan is left out."""
        if student_id not in self._open:
            days = self.times.open_days(student_id, self.supplies.dates)
            self._open[student_id] = {date: bits for date, spans in days.items() if (bits := bits_of(spans))}
        return self._open[student_id]

    def taken(self, student_id: str, date: dt.date) -> int:
        """Return the minutes of a day that the student's make-ups take."""
        return self._taken.get((student_id, date), 0)

    def of(self, student_id: str, service_type: str) -> tuple[Meeting, ...]:
        """Return when a student and anybody with the service both have time, by day."""
        key = (student_id, service_type)
        if key not in self._meetings:
            self._meetings[key] = self._of(*key)
        return self._meetings[key]

    def usable(self, student_id: str, service_type: str, shortest: int) -> tuple[Meeting, ...]:
        """Return those with a stretch that is long enough for a session."""
        key = (student_id, service_type, shortest)
        if key not in self._usable:
            meetings = self.of(student_id, service_type)
            self._usable[key] = tuple(each for each in meetings if in_a_row(each.fact, shortest))
        return self._usable[key]

    def _of(self, student_id: str, service_type: str) -> tuple[Meeting, ...]:
        found = []
        open_ = self.open(student_id)
        for date, offers in self.supply(student_id, service_type).days:
            in_school = open_.get(date, 0)
            for offer in offers:
                bits = in_school
                if offer.dated:
                    bits = bits_of(self.times.open_time(student_id, date, offer.provider_id))
                fact = bits & offer.fact
                if fact:
                    found.append(Meeting(date, fact, fact & self.taken(student_id, date), offer))
        return tuple(found)
