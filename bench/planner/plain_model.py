"""The plain model of make-ups for CP-SAT: every place that a session could have is a yes or no.

`x[miss, provider, day, start]` says that minutes of a miss are made up there; it is tied to the session
`y[provider, day, start, length, service, band, size]` that is opened there, for a band of grades and for so many
students at most. Starts are ten minutes apart from where a provider's time begins.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any, Final

from bench.planner.places import Meetings, MissKey, miss_key
from ortools.sat.python import cp_model

from makegood.planner.grades import grade_of
from makegood.plans.instance import Miss

STEP: Final = 10
MOST: Final = 150_000
"""Of more `x` than this no model is built: it would not fit into memory, nor be solved in an hour."""

_IN_TIME: Final = 3
_LATE: Final = 2


class TooLargeError(Exception):
    """An instance with more places than the plain model can take."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where and when a session could begin."""

    date: dt.date
    start: int
    school_id: str
    provider_id: str
    service_type: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The `y`: a session that could be opened at a place; `band` is the lowest grade of a group, None for one alone."""

    minutes: int
    band: int | None
    size: int
    chosen: Any


@dataclass(frozen=True, slots=True)
class Part:
    """The `x`, and how many minutes."""

    miss: Miss
    chosen: Any
    minutes: Any


@dataclass(frozen=True, slots=True)
class Seat:
    """A student at a place: for how long they are open there, how long they come, and what is made up.

    Attributes:
        run: Minutes.
        comes: By length of the session, whether they come to it.
        parts: What may be made up.
    """

    run: int
    comes: dict[int, Any]
    parts: list[Part] = field(default_factory=list)


class PlainModel:
    """The model.

    Raises:
        TooLargeError: If there are more places than it can take.
    """

    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings
        self.model = cp_model.CpModel()
        self.seats: dict[Place, dict[str, Seat]] = defaultdict(dict)
        self.opened: dict[Place, list[Opened]] = {}
        self._lengths = self._all_lengths()
        offers = list(self._offers())
        if sum(len(misses) for *_, misses in offers) > MOST:
            raise TooLargeError
        for place, student_id, run, misses in offers:
            self.seats[place][student_id] = self._seat(run, misses)
        for place, seats in self.seats.items():
            self.opened[place] = self._open(seats)
            self._tie(place, seats)
        self._pay_once()
        self._one_place_each()
        self._ways()
        self._keep_limits()
        self.model.maximize(sum(self._worth(place, part) * part.minutes for place, _, part in self.parts()))

    def parts(self) -> Iterator[tuple[Place, str, Part]]:
        """Yield every `x` with its place and student."""
        for place, seats in self.seats.items():
            for student_id, seat in seats.items():
                for part in seat.parts:
                    yield place, student_id, part

    def _worth(self, place: Place, part: Part) -> int:
        return _IN_TIME if part.miss.due_by is None or place.date <= part.miss.due_by else _LATE

    def _all_lengths(self) -> list[int]:
        """Return the lengths that sessions may have: those of the misses, the shortest, and every ten minutes."""
        least, most = self._meetings.shortest, self._meetings.longest
        misses = {left for left in self._meetings.left.values() if left > 0}
        tens = range(STEP, max(misses, default=0), STEP)
        return sorted({min(max(minutes, least), most) for minutes in (*misses, *tens, least)})

    def _offers(self) -> Iterator[tuple[Place, str, int, list[Miss]]]:
        """Yield where each student could be, for how many minutes at most, and for which misses."""
        owed: dict[tuple[str, str], list[Miss]] = defaultdict(list)
        for miss in self._meetings.instance.misses:
            if self._meetings.left[miss_key(miss)] > 0:
                owed[miss.student_id, miss.service_type].append(miss)
        for (student_id, service_type), misses in owed.items():
            school = self._meetings.times.student[student_id].school_id
            for date in self._meetings.days:
                now = [miss for miss in misses if miss.missed_on <= date]
                for provider_id in self._meetings.providers(service_type, school, date) if now else ():
                    for start, run in self._starts(student_id, date, provider_id, school):
                        yield Place(date, start, school, provider_id, service_type), student_id, run, now

    def _starts(self, student_id: str, date: dt.date, provider_id: str, school: str) -> Iterator[tuple[int, int]]:
        opened = self._meetings.open(student_id, date, provider_id)
        for begin, stop in self._meetings.free(provider_id, date, school):
            for start in range(begin, stop, STEP):
                run = max((min(end, stop) - start for since, end in opened if since <= start), default=0)
                if run >= self._meetings.shortest:
                    yield start, run

    def _seat(self, run: int, misses: list[Miss]) -> Seat:
        model = self.model
        seat = Seat(run, {length: model.new_bool_var("") for length in self._lengths if length <= run})
        comes = sum(seat.comes.values())
        for miss in misses:
            most = min(self._meetings.left[miss_key(miss)], max(seat.comes))
            part = Part(miss, model.new_bool_var(""), model.new_int_var(0, most, ""))
            model.add(part.minutes >= self._meetings.piece(miss) * part.chosen)
            model.add(part.minutes <= most * part.chosen)
            model.add(part.chosen <= comes)
            seat.parts.append(part)
        model.add_at_most_one(seat.comes.values())
        lasts = sum(length * chosen for length, chosen in seat.comes.items())
        model.add(sum(part.minutes for part in seat.parts) <= lasts)
        return seat

    def _open(self, seats: dict[str, Seat]) -> list[Opened]:
        """Return what may be opened at a place; at most one of it is."""
        sizes = sorted({part.miss.group_max for seat in seats.values() for part in seat.parts} - {1})
        bands = sorted({band for student_id in seats for band in self._bands(student_id)})
        groups = [(None, 1), *(product(bands, sizes) if len(seats) > 1 else ())]
        run = max(seat.run for seat in seats.values())
        opened = [
            Opened(minutes, band, size, self.model.new_bool_var(""))
            for minutes, (band, size) in product(self._lengths, groups)
            if minutes <= run
        ]
        self.model.add_at_most_one(each.chosen for each in opened)
        return opened

    def _bands(self, student_id: str) -> list[int]:
        """Return the bands of grades that a student may be in, by their lowest grade."""
        span = self._meetings.instance.limits.grade_span
        grade = grade_of(self._meetings.times.student[student_id].grade)
        if span is None:
            return [0]
        return [] if grade is None else list(range(grade - span, grade + 1))

    def _tie(self, place: Place, seats: dict[str, Seat]) -> None:
        """Tie the students at a place, and their misses, to the session that is opened there."""
        opened = self.opened[place]
        for student_id, seat in seats.items():
            bands = {None, *self._bands(student_id)}
            fits = [each for each in opened if each.minutes <= seat.run and each.band in bands]
            for length, comes in seat.comes.items():
                self.model.add(comes <= sum(each.chosen for each in fits if each.minutes == length))
            for part in seat.parts:
                small = [each.chosen for each in fits if each.size <= part.miss.group_max]
                self.model.add(part.chosen <= sum(small))
        for length in {each.minutes for each in opened}:
            together = sum(seat.comes[length] for seat in seats.values() if length in seat.comes)
            self.model.add(together <= sum(each.size * each.chosen for each in opened if each.minutes == length))

    def _pay_once(self) -> None:
        paid: dict[MissKey, list[Any]] = defaultdict(list)
        for _, _, part in self.parts():
            paid[miss_key(part.miss)].append(part.minutes)
        for key, minutes in paid.items():
            self.model.add(sum(minutes) <= self._meetings.left[key])

    def _one_place_each(self) -> None:
        """At every minute at which something begins, a provider and a student are in one place at most."""
        spans: dict[Any, list[tuple[int, int, Any]]] = defaultdict(list)
        for place, seats in self.seats.items():
            spans["provider", place.provider_id, place.date] += [
                (place.start, place.start + each.minutes, each.chosen) for each in self.opened[place]
            ]
            for student_id, seat in seats.items():
                spans["student", student_id, place.date] += [
                    (place.start, place.start + length, comes) for length, comes in seat.comes.items()
                ]
        for ones in spans.values():
            for at in sorted({start for start, _, _ in ones}):
                self.model.add_at_most_one(chosen for start, end, chosen in ones if start <= at < end)

    def _ways(self) -> None:
        """Leave time for the way between two schools."""
        days: dict[Any, list[Place]] = defaultdict(list)
        for place in self.opened:
            days[place.provider_id, place.date].append(place)
        for places in days.values():
            for one, two in combinations(sorted(places), 2):
                if one.school_id == two.school_id:
                    continue
                way = self._meetings.times.places.between(one.provider_id, one.school_id, two.school_id)
                second = sum(each.chosen for each in self.opened[two])
                for each in self.opened[one]:
                    if way is None or two.start < one.start + each.minutes + way:
                        self.model.add(each.chosen + second <= 1)

    def _keep_limits(self) -> None:
        limits = self._meetings.instance.limits
        minutes: dict[tuple[str, str, dt.date], list[Any]] = defaultdict(list)
        caps = {
            "student": (limits.student_day, limits.student_week),
            "provider": (limits.provider_day, limits.provider_week),
        }
        for place, seats in self.seats.items():
            for student_id, seat in seats.items():
                minutes["student", student_id, place.date] += [n * comes for n, comes in seat.comes.items()]
            minutes["provider", place.provider_id, place.date] += [
                each.minutes * each.chosen for each in self.opened[place]
            ]
        for session in self._meetings.instance.pinned:
            minutes["provider", session.provider_id, session.date].append(session.minutes)
            for student in session.students:
                minutes["student", student.student_id, session.date].append(session.minutes)
        weeks: dict[tuple[str, str, Any], list[Any]] = defaultdict(list)
        for (who, id_, date), each in minutes.items():
            weeks[who, id_, date.isocalendar()[:2]] += each
        for at, spans in enumerate((minutes.items(), weeks.items())):
            for (who, _, _), each in spans:
                cap = caps[who][at]
                if cap is not None and any(not isinstance(one, int) for one in each):
                    self.model.add(sum(each) <= cap)
