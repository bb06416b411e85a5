"""The best plan of a tiny instance, to the minute: sessions that may begin and end at any minute, by CP-SAT.

When a student or a provider can be somewhere is asked of `slow_verify`, minute by minute; nothing here knows of the
planner's grid, gaps or prices.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Any

from ortools.sat.python import cp_model
from tests.plans.slow_verify import (
    minute_open,
    provider_minutes,
    provider_of,
    school_day,
    slot_minutes,
    student_of,
    way,
)

from makegood.plans.instance import Attends, Instance, Miss, Session, Settles

GRADES = {"PK": -1, "K": 0} | {str(grade): grade for grade in range(1, 13)}
DAY = 24 * 60
NEVER = 10 * DAY


@dataclass(frozen=True, slots=True)
class Best:
    """The best plan found, what it settles (in time, if that was asked for), and whether none can settle more."""

    sessions: tuple[Session, ...]
    minutes: int
    proven: bool


def best_plan(
    instance: Instance, *, in_time: bool = False, step: int = 1, piece: int = 1, effort: float = 4, sessions: int = 3
) -> Best:
    """Return the plan that settles most.

    Args:
        instance: A tiny one.
        in_time: Count only what is settled in time.
        step: Sessions begin and end at multiples of so many minutes.
        piece: A session settles multiples of so many minutes of a miss, or all of it, or the least that it may, or
            leaves the least.
        effort: CP-SAT's own measure of time, the same on every machine.
        sessions: The most sessions of one provider on one day.
    """
    return _Exact(instance, in_time=in_time, step=step, piece=piece, most=sessions).best(effort)


@dataclass(slots=True)
class _Slot:
    """One session that may be held: who comes, for what."""

    provider_id: str
    date: dt.date
    start: Any
    length: Any
    held: Any
    at: dict[tuple[str, str], Any] = field(default_factory=dict)
    comes: dict[str, Any] = field(default_factory=dict)
    pieces: dict[tuple[str, int], Any] = field(default_factory=dict)


class _Exact:
    def __init__(self, instance: Instance, *, in_time: bool, step: int, piece: int, most: int) -> None:
        self.instance, self.step, self.piece, self.most = instance, step, piece, most
        self.model = cp_model.CpModel()
        self.left = [miss.minutes - self._pinned(miss) for miss in instance.misses]
        self.slots: list[_Slot] = []
        self.spans: dict[tuple[str, dt.date], list[Any]] = defaultdict(list)
        self.paid: dict[int, list[Any]] = defaultdict(list)
        self.minutes: dict[tuple[str, str, dt.date], list[Any]] = defaultdict(list)
        days = [instance.first + dt.timedelta(days=n) for n in range((instance.last - instance.first).days + 1)]
        for provider in instance.providers:
            for date in days:
                self._day(provider.provider_id, date)
        for (student_id, _), spans in self.spans.items():
            if student_id:
                self.model.add_no_overlap(spans)
        for place, parts in self.paid.items():
            self.model.add(sum(parts) <= self.left[place])
        self._limits()
        counted = [
            part
            for slot in self.slots
            for (_, place), part in slot.pieces.items()
            if not in_time or self._in_time(instance.misses[place], slot.date)
        ]
        self.model.maximize(sum(counted))
        self.agreed = sum(
            part.minutes
            for session in instance.pinned
            for row in session.students
            for part in row.settles
            if not in_time or self._in_time(self._miss(part), session.date)
        )

    def best(self, effort: float) -> Best:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_deterministic_time = effort
        status = solver.solve(self.model)
        found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
        made = [*self.instance.pinned, *(self._sessions(solver) if found else ())]
        made.sort(key=lambda one: (one.date, one.start, one.school_id, one.provider_id))
        minutes = self.agreed + (round(solver.objective_value) if found else 0)
        return Best(tuple(made), minutes, status == cp_model.OPTIMAL)

    @staticmethod
    def _in_time(miss: Miss, date: dt.date) -> bool:
        return miss.due_by is None or date <= miss.due_by

    def _miss(self, part: Settles) -> Miss:
        name = (part.service_id, part.session_id, part.missed_on)
        return next(m for m in self.instance.misses if (m.service_id, m.session_id, m.missed_on) == name)

    def _pinned(self, miss: Miss) -> int:
        parts = [part for one in self.instance.pinned for row in one.students for part in row.settles]
        return sum(part.minutes for part in parts if self._miss(part) is miss)

    def _reach(self, provider_id: str, start: str, end: str) -> int | None:
        provider = provider_of(self.instance, provider_id)
        return 0 if start == end or (provider and provider.remote) else way(self.instance, start, end)

    def _engaged(self, provider_id: str, date: dt.date) -> Iterator[tuple[set[int], str]]:
        for slot in self.instance.regular:
            student = student_of(self.instance, slot.student_id)
            if slot.provider_id == provider_id and student and (minutes := slot_minutes(self.instance, slot, date)):
                yield minutes, student.school_id
        for one in self.instance.pinned:
            if (one.provider_id, one.date) == (provider_id, date):
                yield set(range(one.start, one.start + one.minutes)), one.school_id

    def _open(self, provider_id: str, date: dt.date, student_id: str) -> list[tuple[int, int]]:
        """Return when a provider and a student can be together on a day."""
        instance, student = self.instance, student_of(self.instance, student_id)
        away = [(row.id, row.first, row.last) for row in (*instance.provider_away, *instance.student_away)]
        if student is None or any(id_ in {provider_id, student_id} and a <= date <= b for id_, a, b in away):
            return []
        asked = Session(
            date=date, start=0, minutes=1, school_id=student.school_id, provider_id=provider_id, service_type="",
            students=(),
        )  # fmt: skip
        minutes = provider_minutes(instance, asked, dated=True)
        if school_day(instance, student_id, date):
            minutes |= provider_minutes(instance, asked, dated=False)
        for taken, school_id in self._engaged(provider_id, date):
            there = self._reach(provider_id, student.school_id, school_id)
            back = self._reach(provider_id, school_id, student.school_id)
            if there is None or back is None:
                return []
            minutes -= set(range(min(taken) - there, max(taken) + 1 + back))
        for slot in instance.regular:
            if slot.student_id == student_id:
                minutes -= slot_minutes(instance, slot, date)
        for one in instance.pinned:
            if one.date == date and student_id in {row.student_id for row in one.students}:
                minutes -= set(range(one.start, one.start + one.minutes))
        refused = [hour for hour in instance.declined if (hour.student_id, hour.date) == (student_id, date)]
        minutes -= {minute for hour in refused for minute in range(hour.start, hour.start + hour.minutes)}
        found = sorted(minute for minute in minutes if minute_open(instance, student, asked, minute))
        cuts = [0, *(place for place in range(1, len(found)) if found[place] != found[place - 1] + 1), len(found)]
        return [(found[a], found[b - 1] + 1) for a, b in pairwise(cuts) if a < b]

    def _day(self, provider_id: str, date: dt.date) -> None:
        provider = provider_of(self.instance, provider_id)
        types = set(provider.service_types) if provider else set()
        owed = {
            place: miss
            for place, miss in enumerate(self.instance.misses)
            if self.left[place] > 0 and miss.service_type in types and miss.missed_on <= date
        }
        open_ = {id_: self._open(provider_id, date, id_) for id_ in sorted({m.student_id for m in owed.values()})}
        open_ = {id_: spans for id_, spans in open_.items() if spans}
        owed = {place: miss for place, miss in owed.items() if miss.student_id in open_}
        if not owed:
            return
        slots = [self._slot(provider_id, date, open_, owed) for _ in range(self.most)]
        for one, two in pairwise(slots):
            self.model.add_implication(two.held, one.held)
        for one, two in combinations(slots, 2):
            self.model.add(one.start + one.length <= two.start).only_enforce_if(two.held)
            for (here, first), (there, second) in ((a, b) for a in one.at.items() for b in two.at.items()):
                needed = self._reach(provider_id, here[0], there[0])
                if needed:
                    both = self.model.add(one.start + one.length + needed <= two.start)
                    both.only_enforce_if(first, second)
                elif needed is None:
                    self.model.add_bool_or(~first, ~second)
        self.slots += slots

    def _slot(
        self, provider_id: str, date: dt.date, open_: dict[str, list[tuple[int, int]]], owed: dict[int, Miss]
    ) -> _Slot:
        model, limits = self.model, self.instance.limits
        slot = _Slot(provider_id, date, self._time(), self._time(), model.new_bool_var(""))
        model.add(slot.length >= (limits.shortest or 1)).only_enforce_if(slot.held)
        if limits.longest is not None:
            model.add(slot.length <= limits.longest)
        model.add(slot.length == 0).only_enforce_if(~slot.held)
        student = {id_: student_of(self.instance, id_) for id_ in open_}
        kinds = {(str(s.school_id), m.service_type) for m in owed.values() if (s := student[m.student_id])}
        slot.at = {kind: model.new_bool_var("") for kind in sorted(kinds)}
        model.add(sum(slot.at.values()) == slot.held)
        for id_, spans in open_.items():
            self._seat(slot, id_, spans, {place: miss for place, miss in owed.items() if miss.student_id == id_})
        together = sum(slot.comes.values())
        model.add(together >= slot.held)
        for (_, place), part in slot.pieces.items():
            some = model.new_bool_var("")
            model.add(part >= 1).only_enforce_if(some)
            model.add(part == 0).only_enforce_if(~some)
            model.add(part >= min(self._shortest(), self.left[place])).only_enforce_if(some)
            model.add(together <= self.instance.misses[place].group_max).only_enforce_if(some)
        for one, two in combinations(slot.comes, 2):
            if not self._may_join(one, two):
                model.add_bool_or(~slot.comes[one], ~slot.comes[two])
        self.minutes["provider", provider_id, date].append(slot.length)
        return slot

    def _seat(self, slot: _Slot, id_: str, spans: list[tuple[int, int]], owed: dict[int, Miss]) -> None:
        model = self.model
        comes = slot.comes[id_] = model.new_bool_var("")
        chosen = [model.new_bool_var("") for _ in spans]
        model.add(sum(chosen) == comes)
        for (start, end), here in zip(spans, chosen, strict=True):
            model.add(slot.start >= start).only_enforce_if(here)
            model.add(slot.start + slot.length <= end).only_enforce_if(here)
        student = student_of(self.instance, id_)
        for place, miss in owed.items():
            part = slot.pieces[id_, place] = model.new_int_var_from_domain(self._pieces(self.left[place]), "")
            model.add(part == 0).only_enforce_if(~comes)
            model.add(part == 0).only_enforce_if(~slot.at[student.school_id if student else "", miss.service_type])
            self.paid[place].append(part)
        whole = sum(slot.pieces[id_, place] for place in owed)
        model.add(whole <= slot.length)
        model.add(whole >= 1).only_enforce_if(comes)
        for (school_id, _), here in slot.at.items():
            if student and school_id != student.school_id:
                model.add_bool_or(~here, ~comes)
        stays = model.new_int_var(0, DAY, "")
        model.add(stays >= slot.length).only_enforce_if(comes)
        self.minutes["student", id_, slot.date].append(stays)
        end = model.new_int_var(0, 2 * DAY, "")
        self.spans[id_, slot.date].append(model.new_optional_interval_var(slot.start, slot.length, end, comes, ""))

    def _shortest(self) -> int:
        """Return the minutes of the shortest piece of a longer miss: without a limit 15, if other limits leave room."""
        limits = self.instance.limits
        others = (limits.longest, limits.student_day, limits.student_week, limits.provider_day, limits.provider_week)
        return limits.shortest or min(15, *(minutes or 15 for minutes in others))

    def _pieces(self, left: int) -> Any:
        least = min(self._shortest(), left)
        values = {0, left, left - least, least, *range(self.piece, left + 1, self.piece)}
        return cp_model.Domain.from_values(sorted(values))

    def _time(self) -> Any:
        var = self.model.new_int_var(0, DAY, "")
        if self.step > 1:
            whole = self.model.new_int_var(0, DAY // self.step, "")
            self.model.add(var == self.step * whole)
        return var

    def _may_join(self, one: str, two: str) -> bool:
        span = self.instance.limits.grade_span
        here = [student_of(self.instance, id_) for id_ in (one, two)]
        grades = [GRADES.get(student.grade or "") for student in here if student]
        if span is None:
            return True
        return None not in grades and abs((grades[0] or 0) - (grades[1] or 0)) <= span

    def _limits(self) -> None:
        for one in self.instance.pinned:
            self.minutes["provider", one.provider_id, one.date].append(one.minutes)
            for row in one.students:
                self.minutes["student", row.student_id, one.date].append(one.minutes)
        weeks: dict[tuple[str, str, Any], list[Any]] = defaultdict(list)
        for (who, id_, date), each in self.minutes.items():
            weeks[who, id_, date.isocalendar()[:2]] += each
        for name, sums in (("day", self.minutes), ("week", weeks)):
            for (who, _, _), each in sums.items():  # type: ignore[attr-defined]
                cap = getattr(self.instance.limits, f"{who}_{name}")
                if cap is not None and any(not isinstance(one, int) for one in each):
                    self.model.add(sum(each) <= cap)

    def _sessions(self, solver: Any) -> Iterator[Session]:
        for slot in self.slots:
            if solver.value(slot.held):
                school_id, service_type = next(kind for kind, here in slot.at.items() if solver.value(here))
                yield Session(
                    date=slot.date,
                    start=solver.value(slot.start),
                    minutes=solver.value(slot.length),
                    school_id=school_id,
                    provider_id=slot.provider_id,
                    service_type=service_type,
                    students=tuple(
                        self._attends(slot, id_, solver) for id_, comes in slot.comes.items() if solver.value(comes)
                    ),
                )

    def _attends(self, slot: _Slot, student_id: str, solver: Any) -> Attends:
        settles = [
            Settles(
                service_id=(miss := self.instance.misses[place]).service_id,
                session_id=miss.session_id,
                missed_on=miss.missed_on,
                minutes=solver.value(part),
            )
            for (id_, place), part in slot.pieces.items()
            if id_ == student_id and solver.value(part)
        ]
        return Attends(student_id=student_id, settles=tuple(settles))
