"""The shortest honest fix: hours of a contractor that would settle what a plan leaves, and their price."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from makegood.planner.explain.case import key_of
from makegood.planner.explain.joinable import may_be_together
from makegood.planner.explain.meetings import Meetings
from makegood.planner.explain.minutes import bits_of, in_a_row, spans_of
from makegood.planner.explain.used import Used
from makegood.planner.instance import Instance, Provider, Session
from makegood.planner.plan import Cover, Unplanned

_HOUR: Final = 60
_DAYS_TRIED: Final = 6
"""Days on which a group is looked for, and others who are asked: more of both find hardly larger groups."""
_OTHERS_TRIED: Final = 24


def cover(instance: Instance, sessions: Sequence[Session], unplanned: Sequence[Unplanned]) -> tuple[Cover, ...]:
    """Return hours of a contractor by school and service, in that order.

    The hours are packed into the open time that the plan leaves to the students on days with school, as many
    contractors side by side as that takes; groups, lengths and the students' limits are kept. A rest below the
    shortest session takes a session of that length. Minutes for which a student has no open time are left out.
    """
    packing = _Packing(instance, sessions)
    school = {student.student_id: student.school_id for student in instance.students}
    most = {key_of(miss): miss.group_max for miss in instance.misses}
    needs: dict[tuple[str, str], dict[tuple[str, int, dt.date], _Need]] = defaultdict(dict)
    for row in unplanned:
        since = max(row.missed_on, instance.first)
        seats = most[row.service_id, row.session_id, row.missed_on]
        place = needs[school[row.student_id], row.service_type]
        need = place.setdefault((row.student_id, seats, since), _Need(row.student_id, seats, since))
        need.minutes += row.minutes
    found = []
    for (school_id, service_type), place in sorted(needs.items(), key=lambda item: item[0]):
        owed = sum(need.minutes for need in place.values())
        held = sum(choice.minutes for choice in packing.settle(list(place.values())))
        if held:
            rate = contractor_rate(instance.providers, service_type)
            found.append(
                Cover(
                    school_id=school_id,
                    service_type=service_type,
                    hours=round(held / _HOUR, 2),
                    cost=None if rate is None else price(held, rate),
                    minutes=owed - sum(need.minutes for need in place.values()),
                )
            )
    return tuple(found)


def contractor_rate(providers: Sequence[Provider], service_type: str) -> int | None:
    """Return the lowest hourly cost of the service, in cents: a contractor's if any is known, else anybody's."""
    known = [each for each in providers if service_type in each.service_types and each.hourly_cost is not None]
    outside = [each for each in known if (each.employer or "district").strip().casefold() not in {"", "district"}]
    return min((each.hourly_cost or 0 for each in outside or known), default=None)


def price(minutes: int, rate: int) -> int:
    """Return what minutes cost at an hourly rate, in whole cents, half up."""
    return (2 * minutes * rate + _HOUR) // (2 * _HOUR)


@dataclass(slots=True)
class _Need:
    """What one student still needs of one service; `seats` is the largest group for it."""

    student_id: str
    seats: int
    since: dt.date
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class _Choice:
    date: dt.date
    start: int
    minutes: int
    together: list[_Need]

    @property
    def settles(self) -> int:
        return sum(min(need.minutes, self.minutes) for need in self.together)


class _Packing:
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

    def settle(self, needs: list[_Need]) -> list[_Choice]:
        """Return sessions for the needs of one school and service; what they settle is taken off the needs."""
        held = []
        for n, need in enumerate(needs):
            others = [other for other in needs[n + 1 :] if other.seats > 1] if need.seats > 1 else []
            while need.minutes:
                choice = self._choose(need, others)
                if choice is None:
                    break
                held.append(choice)
                for each in choice.together:
                    each.minutes -= min(each.minutes, choice.minutes)
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

    def _choose(self, need: _Need, others: list[_Need]) -> _Choice | None:
        """Return the session that settles most for a need and whoever may share it; the earliest of equals."""
        asked = [other for other in others if other.minutes][:_OTHERS_TRIED]
        choices = (self._together(need, asked, date, minutes) for date, minutes in self._days(need, len(asked)))
        return max(choices, key=lambda choice: choice.settles, default=None)

    def _days(self, need: _Need, others: int) -> Iterator[tuple[dt.date, int]]:
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
        return min((limit for limit in (*limits, self.longest) if limit is not None), default=24 * _HOUR)

    def _length(self, minutes: int, room: int) -> int:
        """Return how long a session is best, so that what stays over fills another one."""
        length = min(max(minutes, self.shortest), room)
        over = minutes - length
        return (
            length - (self.shortest - over) if 0 < over < self.shortest <= length - (self.shortest - over) else length
        )

    def _together(self, need: _Need, others: list[_Need], date: dt.date, minutes: int) -> _Choice:
        bits = in_a_row(self.left(need.student_id)[date], minutes)
        group, seats = [need], need.seats
        for other in others:
            if len(group) >= seats:
                break
            shared = in_a_row(bits & self.left(other.student_id).get(date, 0), minutes)
            over = other.minutes - minutes
            if (
                shared
                and date >= other.since
                and len(group) < other.seats
                and not 0 < over < self.shortest
                and all(other.student_id != each.student_id for each in group)
                and self._most(other.student_id, date) >= minutes
                and may_be_together([self.grade[each.student_id] for each in (*group, other)], self.span)
            ):
                group, seats, bits = [*group, other], min(seats, other.seats), shared
        return _Choice(date, spans_of(bits)[0][0], minutes, group)
