"""Sessions of contractors, laid into the open time that a plan leaves to the students."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from makegood.planner.explain.meetings import Meetings
from makegood.planner.explain.minutes import bits_of, in_a_row, spans_of
from makegood.planner.explain.used import Used
from makegood.planner.grades import may_be_together
from makegood.plans.instance import Instance, Session

_DAY: Final = 24 * 60
_DAYS_TRIED: Final = 6
"""Days on which a group is looked for, and others who are asked: more of both find hardly larger groups."""
_OTHERS_TRIED: Final = 24


@dataclass(slots=True)
class Need:
    """What one student still needs of one service; `seats` is the largest group for it."""

    student_id: str
    seats: int
    since: dt.date
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A contractor's session, and the minutes that it settles of each need."""

    date: dt.date
    start: int
    minutes: int
    together: list[tuple[Need, int]]


class Packing:
    """Lays sessions into open time, first come first served."""

    def __init__(self, instance: Instance, sessions: Sequence[Session]) -> None:
        meetings = Meetings(instance, sessions)
        # Nobody but a contractor is asked here, whose days no limit of a provider reaches.
        self.used = Used(replace(instance.limits, provider_day=None, provider_week=None), sessions)
        self.shortest = instance.limits.shortest or 1
        self.longest = instance.limits.longest
        self.span = instance.limits.grade_span
        self.grade = {student.student_id: student.grade for student in instance.students}
        self._meetings = meetings
        self._left: dict[str, dict[dt.date, int]] = {}

    def settle(self, needs: list[Need]) -> list[Choice]:
        """Return sessions for the needs of one school and service; what they settle is taken off the needs."""
        held = []
        # The longest first: whoever needs less may sit with them, and nobody's rest is cut into short pieces.
        needs = sorted(needs, key=lambda need: -need.minutes)
        for n, need in enumerate(needs):
            others = [other for other in needs[n + 1 :] if other.seats > 1] if need.seats > 1 else []
            while need.minutes:
                choice = self._choose(need, others)
                if choice is None:
                    break
                held.append(choice)
                for each, settled in choice.together:
                    each.minutes -= settled
                    self.left(each.student_id)[choice.date] &= ~bits_of([(choice.start, choice.start + choice.minutes)])
                    self.used.add("student", each.student_id, choice.date, choice.minutes)
        return held

    def left(self, student_id: str) -> dict[dt.date, int]:
        """Return the open minutes that are left to a student, by day."""
        if student_id not in self._left:
            taken = self._meetings.taken
            self._left[student_id] = {
                date: bits & ~taken(student_id, date) for date, bits in self._meetings.open(student_id).items()
            }
        return self._left[student_id]

    def _choose(self, need: Need, others: list[Need]) -> Choice | None:
        """Return the session that settles most for a need and whoever may share it; the earliest of equals."""
        asked = [other for other in others if other.minutes][:_OTHERS_TRIED]
        choices = (self._together(need, asked, date, minutes) for date, minutes in self._days(need, len(asked)))
        return max(choices, key=lambda choice: sum(settled for _, settled in choice.together), default=None)

    def _days(self, need: Need, others: int) -> Iterator[tuple[dt.date, int]]:
        """Yield days and the length of a session there, those that settle all at once first."""
        rooms = []
        for date, bits in self.left(need.student_id).items():
            usable = in_a_row(bits, self.shortest) if date >= need.since else 0
            if usable:
                room = max(end - start for start, end in spans_of(usable))
                minutes = self._length(need.minutes, min(room, self._most(need.student_id, date)))
                if minutes >= self.shortest:
                    rooms.append((date, minutes))
        rooms.sort(key=lambda each: (-each[1], each[0]))
        yield from rooms[: _DAYS_TRIED if others else 1]

    def _most(self, student_id: str, date: dt.date) -> int:
        """Return the longest session that the limits leave to a student on a day."""
        limits = (self.used.left("student_day", student_id, date), self.used.left("student_week", student_id, date))
        return min((limit for limit in (*limits, self.longest) if limit is not None), default=_DAY)

    def _length(self, minutes: int, room: int) -> int:
        """Return how long a session is best, so that what stays over fills another one."""
        length = min(max(minutes, self.shortest), room)
        over = minutes - length
        return (
            length - (self.shortest - over) if 0 < over < self.shortest <= length - (self.shortest - over) else length
        )

    def _together(self, need: Need, others: list[Need], date: dt.date, minutes: int) -> Choice:
        bits = in_a_row(self.left(need.student_id)[date], minutes)
        group, seats = [(need, min(need.minutes, minutes))], need.seats
        for other in others:
            if len(group) >= seats:
                break
            shared = in_a_row(bits & self.left(other.student_id).get(date, 0), minutes)
            settled = self._length(other.minutes, minutes)
            if (
                shared
                and date >= other.since
                and len(group) < other.seats
                and self._most(other.student_id, date) >= minutes
                and self._may_join(other, group)
            ):
                group.append((other, min(other.minutes, settled)))
                seats, bits = min(seats, other.seats), shared
        return Choice(date, spans_of(bits)[0][0], minutes, group)

    def _may_join(self, other: Need, group: list[tuple[Need, int]]) -> bool:
        ids = [other.student_id, *(need.student_id for need, _ in group)]
        return len(set(ids)) == len(ids) and may_be_together([self.grade[id_] for id_ in ids], self.span)
