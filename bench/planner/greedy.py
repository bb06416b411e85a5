"""A greedy planner, as a patient person would plan: the oldest debt first, the best slot for it, groups if allowed."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bench.planner.places import Meetings, MissKey, miss_key

from makegood.planner.spans import Spans, common, without
from makegood.plans.instance import Attends, Instance, Miss, Session, Settles

_LOOKED_AT: Final = 8
"""For how many of the best slots it is counted who else could come."""


def greedy(instance: Instance, _seconds: float | None = None) -> tuple[Session, ...]:
    """Return a plan made in one pass over the misses, oldest first; what is once placed stays."""
    week = _Week(Meetings(instance))
    for miss in sorted(instance.misses, key=lambda miss: (not miss.decided, miss.missed_on, miss.minutes)):
        while week.place(miss):
            pass
    return week.sessions()


@dataclass(slots=True)
class _Draft:
    """A session while it is filled; `most` students may come, as every miss that it settles allows."""

    date: dt.date
    start: int
    end: int
    school_id: str
    provider_id: str
    service_type: str
    most: int
    students: dict[str, list[tuple[MissKey, int]]] = field(default_factory=dict)

    def spare(self, student_id: str) -> int:
        """Return the minutes that are not yet used for a student."""
        return self.end - self.start - sum(minutes for _, minutes in self.students.get(student_id, ()))


@dataclass(slots=True, order=True)
class _Slot:
    """A place for a new session; the greatest is the best."""

    in_time: bool
    settles: int
    own: bool
    unspoilt: int
    soon: int
    early: int
    minutes: int = field(compare=False)
    provider_id: str = field(compare=False)
    date: dt.date = field(compare=False)

    @property
    def start(self) -> int:
        """When it begins."""
        return -self.early


class _Week:
    """What is placed so far."""

    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings
        self._limits = meetings.instance.limits
        self._left = dict(meetings.left)
        self._drafts: dict[tuple[str, str], list[_Draft]] = defaultdict(list)
        self._with: dict[tuple[str, dt.date], list[tuple[int, int]]] = defaultdict(list)
        self._giving: dict[tuple[str, dt.date], list[tuple[int, int, str]]] = defaultdict(list)
        self._known: dict[tuple[str, dt.date], dict[str, Spans]] = defaultdict(dict)
        self._used: Counter[tuple[str, str, object]] = Counter()
        self._owed: dict[tuple[str, str], list[Miss]] = defaultdict(list)
        for miss in meetings.instance.misses:
            self._owed[self._school(miss), miss.service_type].append(miss)
        for session in meetings.instance.pinned:
            self._count("provider", session.provider_id, session.date, session.minutes)
            for student in session.students:
                self._count("student", student.student_id, session.date, session.minutes)

    def place(self, miss: Miss) -> bool:
        """Place a piece of a miss, if there is a place; a seat in a group that is there before a new session."""
        if self._left[miss_key(miss)] <= 0:
            return False
        seats = [
            seat for draft in self._drafts[self._school(miss), miss.service_type] for seat in self._seat(miss, draft)
        ]
        seat = max(seats, key=lambda seat: seat[:4], default=None)
        if seat is not None and seat[0]:
            return self._sit(miss, seat[4], seat[1])
        slots = sorted(self._slots(miss), reverse=True)[:_LOOKED_AT]
        if seat is not None and not (slots and slots[0].in_time):
            return self._sit(miss, seat[4], seat[1])
        if not slots:
            return False
        slots = [slot for slot in slots if (slot.in_time, slot.settles) == (slots[0].in_time, slots[0].settles)]
        slot = max(slots, key=lambda slot: (self._company(miss, slot), slot)) if miss.group_max > 1 else slots[0]
        draft = _Draft(
            slot.date,
            slot.start,
            slot.start + slot.minutes,
            self._school(miss),
            slot.provider_id,
            miss.service_type,
            miss.group_max,
        )
        self._drafts[draft.school_id, draft.service_type].append(draft)
        self._giving[slot.provider_id, slot.date].append((draft.start, draft.end, draft.school_id))
        self._known.pop((slot.provider_id, slot.date), None)
        self._count("provider", slot.provider_id, slot.date, slot.minutes)
        return self._sit(miss, draft, slot.settles)

    def sessions(self) -> tuple[Session, ...]:
        """Return the plan."""
        made = [_session(draft) for drafts in self._drafts.values() for draft in drafts]
        made += self._meetings.instance.pinned
        return tuple(sorted(made, key=lambda each: (each.date, each.start, each.school_id, each.provider_id)))

    def _seat(self, miss: Miss, draft: _Draft) -> Iterator[tuple[bool, int, int, int, _Draft]]:
        """Yield a seat in a session: in time, minutes settled, minutes not wasted (negative), the sooner the better."""
        there = miss.student_id in draft.students
        if draft.date < miss.missed_on or (not there and len(draft.students) >= min(draft.most, miss.group_max)):
            return
        if there and len(draft.students) > miss.group_max:
            return
        minutes = draft.end - draft.start
        settles = self._piece(miss, draft.spare(miss.student_id))
        if settles <= 0:
            return
        if not there and not (
            self._meetings.may_join([*draft.students, miss.student_id], min(draft.most, miss.group_max))
            and minutes <= self._allowance("student", miss.student_id, draft.date)
            and self._is_open(miss.student_id, draft.date, draft.provider_id, draft.start, draft.end)
        ):
            return
        in_time = miss.due_by is None or draft.date <= miss.due_by
        yield in_time, settles, settles - minutes, -draft.date.toordinal(), draft

    def _sit(self, miss: Miss, draft: _Draft, settles: int) -> bool:
        if miss.student_id not in draft.students:
            draft.students[miss.student_id] = []
            self._with[miss.student_id, draft.date].append((draft.start, draft.end))
            self._count("student", miss.student_id, draft.date, draft.end - draft.start)
        draft.most = min(draft.most, miss.group_max)
        draft.students[miss.student_id].append((miss_key(miss), settles))
        self._left[miss_key(miss)] -= settles
        return True

    def _slots(self, miss: Miss) -> Iterator[_Slot]:
        school = self._school(miss)
        for date in self._meetings.days:
            if date < miss.missed_on:
                continue
            for provider_id in self._meetings.providers(miss.service_type, school, date):
                if not self._gaps(provider_id, date, school):
                    continue
                most = min(
                    self._meetings.longest,
                    self._allowance("student", miss.student_id, date),
                    self._allowance("provider", provider_id, date),
                )
                if most < self._meetings.shortest:
                    continue
                for start, end, unspoilt in self._rooms(miss, provider_id, date, most):
                    yield _Slot(
                        in_time=miss.due_by is None or date <= miss.due_by,
                        settles=self._piece(miss, end - start),
                        own=provider_id == miss.provider_id,
                        unspoilt=unspoilt,
                        soon=-date.toordinal(),
                        early=-start,
                        minutes=end - start,
                        provider_id=provider_id,
                        date=date,
                    )

    def _rooms(self, miss: Miss, provider_id: str, date: dt.date, most: int) -> Iterator[tuple[int, int, int]]:
        """Yield from when until when, at either end of the time that both have, and what it spoils (negative)."""
        gaps, shortest = self._gaps(provider_id, date, self._school(miss)), self._meetings.shortest
        if not gaps:
            return
        opened = self._meetings.open(miss.student_id, date, provider_id)
        opened = without(opened, self._with[miss.student_id, date])
        for begin, stop in gaps:
            for start, end in common([(begin, stop)], opened):
                minutes = max(shortest, min(self._left[miss_key(miss)], most))
                minutes = min(minutes, end - start)
                if minutes < shortest or self._piece(miss, minutes) <= 0:
                    continue
                minutes = max(shortest, self._piece(miss, minutes))
                for at in {start, end - minutes}:
                    spoilt = sum(left for left in (at - begin, stop - at - minutes) if left < shortest)
                    yield at, at + minutes, -spoilt

    def _gaps(self, provider_id: str, date: dt.date, school_id: str) -> Spans:
        """Return what is left of a provider's time at a school on a day."""
        key = (provider_id, date)
        if school_id not in self._known[key]:
            busy = [self._meetings.kept_off(provider_id, school_id, each) for each in self._giving[key]]
            gaps = without(self._meetings.free(provider_id, date, school_id), busy)
            self._known[key][school_id] = tuple(gap for gap in gaps if gap[1] - gap[0] >= self._meetings.shortest)
        return self._known[key][school_id]

    def _company(self, miss: Miss, slot: _Slot) -> int:
        """Return how many minutes others could settle with the student in a slot, so far as there are seats."""
        each = Counter[str]()
        start, end = slot.start, slot.start + slot.minutes
        for other in self._owed[self._school(miss), miss.service_type]:
            left = self._left[miss_key(other)]
            if left <= 0 or other.group_max == 1 or other.student_id == miss.student_id:
                continue
            if self._meetings.may_join([miss.student_id, other.student_id], 2) and self._is_open(
                other.student_id, slot.date, slot.provider_id, start, end
            ):
                each[other.student_id] = min(slot.minutes, each[other.student_id] + left)
        return sum(sorted(each.values(), reverse=True)[: miss.group_max - 1])

    def _is_open(self, student_id: str, date: dt.date, provider_id: str, start: int, end: int) -> bool:
        opened = self._meetings.open(student_id, date, provider_id)
        return any(begin <= start and end <= stop for begin, stop in opened) and all(
            stop <= start or end <= begin for begin, stop in self._with[student_id, date]
        )

    def _piece(self, miss: Miss, minutes: int) -> int:
        """Return how many minutes of a miss so many minutes settle, so that what remains can be settled too."""
        left, least = self._left[miss_key(miss)], self._meetings.piece(miss)
        settles = min(left, minutes)
        if 0 < left - settles < least and left - least >= least:
            settles = left - least
        return settles if settles >= least else 0

    def _allowance(self, who: str, id_: str, date: dt.date) -> int:
        """Return how many minutes more a student or provider may have on a day."""
        caps = {
            "student": (self._limits.student_day, self._limits.student_week),
            "provider": (self._limits.provider_day, self._limits.provider_week),
        }
        return min(
            (
                cap - self._used[who, id_, span]
                for cap, span in zip(caps[who], _spans(date), strict=True)
                if cap is not None
            ),
            default=24 * 60,
        )

    def _count(self, who: str, id_: str, date: dt.date, minutes: int) -> None:
        for span in _spans(date):
            self._used[who, id_, span] += minutes

    def _school(self, miss: Miss) -> str:
        return self._meetings.times.student[miss.student_id].school_id


def _spans(date: dt.date) -> Iterable[object]:
    return date, date.isocalendar()[:2]


def _session(draft: _Draft) -> Session:
    return Session(
        date=draft.date,
        start=draft.start,
        minutes=draft.end - draft.start,
        school_id=draft.school_id,
        provider_id=draft.provider_id,
        service_type=draft.service_type,
        students=tuple(
            Attends(
                student_id=student_id,
                settles=tuple(
                    Settles(service_id=service_id, session_id=session_id, missed_on=missed_on, minutes=minutes)
                    for (service_id, session_id, missed_on), minutes in parts
                ),
            )
            for student_id, parts in sorted(draft.students.items())
        ),
    )
