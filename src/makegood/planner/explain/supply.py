"""Whose time could serve a school and a service, day by day, before and after the plan."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from makegood.planner.explain.minutes import bits_of
from makegood.planner.times import Times
from makegood.plans.instance import Instance, Session


@dataclass(frozen=True, slots=True)
class Offer:
    """What one provider has for make-ups at one school on one day.

    Attributes:
        fact: Minutes they have, regular sessions and the way to them left out; nothing of the plan.
        here: Minutes that their make-ups at this school take.
        elsewhere: Minutes that their make-ups at other schools and the way there take.
        dated: Whether some of it comes of a row for that date.
    """

    provider_id: str
    fact: int
    here: int
    elsewhere: int
    dated: bool


@dataclass(frozen=True, slots=True)
class Supply:
    """Everybody who could serve one school and one service.

    Attributes:
        able: Who may give the service, wherever they are.
        there: Those of them who have a row of availability that holds at the school.
        days: For each day with any time, who has what.
    """

    able: tuple[str, ...]
    there: tuple[str, ...]
    days: tuple[tuple[dt.date, tuple[Offer, ...]], ...]


class Supplies:
    """Looks up supplies. What is asked for twice is worked out once."""

    def __init__(self, instance: Instance, sessions: Sequence[Session]) -> None:
        """Sort the plan by provider; `sessions` holds the pinned ones too."""
        self.instance = instance
        # The plan's sessions, the pinned ones among them, are taken off here, apart from the facts.
        self.times = Times(replace(instance, pinned=()))
        count = (instance.last - instance.first).days + 1
        self.dates = tuple(instance.first + dt.timedelta(days=n) for n in range(count))
        self._held: dict[tuple[str, dt.date], list[Session]] = defaultdict(list)
        for session in sessions:
            self._held[session.provider_id, session.date].append(session)
        self._able: dict[str, list[str]] = defaultdict(list)
        for provider in instance.providers:
            for service_type in provider.service_types:
                self._able[service_type].append(provider.provider_id)
        self._row_schools: dict[str, set[str | None]] = defaultdict(set)
        for row in instance.availability:
            self._row_schools[row.provider_id].add(row.school_id)
        self._offers: dict[tuple[str, dt.date, str, bool], Offer | None] = {}
        self._supplies: dict[tuple[str, str, str], Supply] = {}

    def supply(self, school_id: str, service_type: str, calendar: str) -> Supply:
        """Return who could serve the students of one school and calendar with a service."""
        key = (school_id, service_type, calendar)
        if key not in self._supplies:
            self._supplies[key] = self._supply(*key)
        return self._supplies[key]

    def _supply(self, school_id: str, service_type: str, calendar: str) -> Supply:
        able = tuple(self._able.get(service_type, ()))
        may_be = self.times.places.may_be
        there = tuple(each for each in able if any(may_be(each, row, school_id) for row in self._row_schools[each]))
        school_days = self.times.school_days.get(calendar, frozenset())
        days = []
        for date in self.dates:
            offers = [self._offer(each, date, school_id, in_school=date in school_days) for each in there]
            some = tuple(offer for offer in offers if offer is not None)
            if some:
                days.append((date, some))
        return Supply(able, there, tuple(days))

    def _offer(self, provider_id: str, date: dt.date, school_id: str, *, in_school: bool) -> Offer | None:
        key = (provider_id, date, school_id, in_school)
        if key not in self._offers:
            self._offers[key] = self._new_offer(*key)
        return self._offers[key]

    def _new_offer(self, provider_id: str, date: dt.date, school_id: str, in_school: bool) -> Offer | None:  # noqa: FBT001 - called by key
        free = [
            time
            for time in self.times.free_time(provider_id, date)
            if (time.dated or in_school) and self.times.places.may_be(provider_id, time.school_id, school_id)
        ]
        if not free:
            return None
        regular = self._kept(provider_id, school_id, self.times.engaged(provider_id, date))
        fact = bits_of((time.start, time.end) for time in free) & ~regular
        held = self._held.get((provider_id, date), ())
        here = bits_of((each.start, each.start + each.minutes) for each in held if each.school_id == school_id)
        away = [(each.start, each.start + each.minutes, each.school_id) for each in held if each.school_id != school_id]
        elsewhere = self._kept(provider_id, school_id, away)
        dated = any(time.dated for time in free)
        return Offer(provider_id, fact, here, elsewhere, dated) if fact else None

    def _kept(self, provider_id: str, school_id: str, engaged: Iterable[tuple[int, int, str]]) -> int:
        """Return the minutes in which a provider cannot be at a school, the way there and back included."""
        spans = []
        for start, end, place in engaged:
            there = self.times.places.between(provider_id, school_id, place)
            back = self.times.places.between(provider_id, place, school_id)
            if there is None or back is None:
                return -1  # no way between the two is known: not both on one day
            spans.append((max(0, start - there), end + back))
        return bits_of(spans)
