"""What each way to more time would settle, the plan kept as it is."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from makegood.planner.cover import contractor_rate, price
from makegood.planner.explain.case import key_of
from makegood.planner.explain.meetings import Meetings
from makegood.planner.fixes.extra import Extra, summer_days
from makegood.planner.fixes.fix import Fix, Kind
from makegood.planner.fixes.rest import Rest, everywhere, part, rests
from makegood.planner.instance import Availability, Instance, Provider, Session

_PLACES: Final = 3
_PROVIDERS: Final = 4
_HOUR: Final = 60
NEW_PERSON: Final = "one more"
"""The id of a person who is not there yet."""


class Solved(Protocol):
    """What a solver gives back."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Return the sessions, those that were agreed among them."""


class Solve(Protocol):
    """What makes a plan."""

    def __call__(self, instance: Instance, *, seconds: float | None = None) -> Solved:
        """Return a plan of an instance within some seconds."""


def fixes(
    instance: Instance, sessions: Sequence[Session], solve: Solve, *, places: int = _PLACES, seconds: float = 0.5
) -> tuple[Fix, ...]:
    """Return what more time would settle, for the schools and services with the most minutes left.

    Every session stays as it is; only the time that is added is planned. Schools and services come with the most
    minutes left first, then the kinds, providers with the most minutes settled first.

    Args:
        instance: The facts.
        sessions: The whole plan, pinned sessions included.
        solve: What plans the rest.
        places: How many schools and services are looked at.
        seconds: How long each way to more time may take.
    """
    left = rests(instance, sessions)
    meetings = Meetings(instance, sessions)
    trial = _Trial(instance, sessions, solve, seconds)
    found: list[Fix] = []
    services: set[str] = set()
    for rest in left[:places]:
        school_id, service_type = rest.school_id or "", rest.service_type
        extra = Extra(instance, meetings, rest, school_id)
        there = _there(instance, meetings, school_id, service_type)
        hours = [trial.fix("more_hours", rest, extra, extra.hour_a_day(each), who=each) for each in there[:_PROVIDERS]]
        found += sorted((fix for fix in hours if fix), key=lambda fix: -fix.minutes)
        ways = [trial.fix("one_more_fte", rest, extra, extra.school_day(NEW_PERSON, anywhere=False))]
        if service_type not in services and any(
            each.service_type == service_type and each.school_id != school_id for each in left
        ):
            whole = everywhere(left, service_type)
            day = Extra(instance, meetings, whole, school_id).school_day(NEW_PERSON, anywhere=True)
            ways.append(trial.fix("one_more_fte", whole, extra, day))
        services.add(service_type)
        ways.append(trial.fix("after_school", rest, extra, extra.after_school(there)))
        ways.append(trial.fix("summer", rest, extra, extra.summer(there)))
        found += [fix for fix in ways if fix]
    return tuple(found)


def _there(instance: Instance, meetings: Meetings, school_id: str, service_type: str) -> list[str]:
    """Return who may give a service, comes to a school and has some time in these weeks, those first based there.

    Whoever has none has left, or is not there yet: an hour more of theirs is no offer.
    """
    with_time = {
        row.provider_id
        for row in instance.availability
        if meetings.times.places.may_be(row.provider_id, row.school_id, school_id)
    }
    there = [
        each
        for each in instance.providers
        if service_type in each.service_types
        and (each.school_id == school_id or each.provider_id in with_time)
        and any(meetings.times.free_time(each.provider_id, date) for date in meetings.supplies.dates)
    ]
    return [each.provider_id for each in sorted(there, key=lambda each: each.school_id != school_id)]


@dataclass(frozen=True, slots=True)
class _Trial:
    """Plans the rest of a plan in more time."""

    instance: Instance
    sessions: Sequence[Session]
    solve: Solve
    seconds: float

    def fix(
        self, kind: Kind, rest: Rest, extra: Extra, added: Iterable[Availability], who: str | None = None
    ) -> Fix | None:
        """Return what added time would settle, or None where there is none to add."""
        rows = tuple(added)
        if not rows:
            return None
        new = kind == "one_more_fte"
        person = Provider(provider_id=NEW_PERSON, service_types=(rest.service_type,), school_id=rest.school_id)
        facts = part(self.instance, self.sessions, rest, rows, (person,) if new else ())
        if kind == "summer":
            facts = replace(facts, last=max(summer_days(self.instance.last), default=dt.date.min))
        agreed = set(facts.pinned)
        open_ = {key_of(miss) for miss in rest.misses}
        settled = [
            (attends.student_id, each.minutes)
            for session in self.solve(facts, seconds=self.seconds).sessions
            if session not in agreed
            for attends in session.students
            for each in attends.settles
            if key_of(each) in open_
        ]
        return Fix(
            kind=kind,
            provider_id=who,
            school_id=rest.school_id,
            service_type=rest.service_type,
            hours=round(extra.minutes(rows) / _HOUR, 2),
            minutes=sum(minutes for _, minutes in settled),
            children=len({student_id for student_id, _ in settled}),
            cost=self._cost(rest.service_type, extra, rows),
        )

    def _cost(self, service_type: str, extra: Extra, rows: Sequence[Availability]) -> int | None:
        """Return what the hours cost: each provider's own rate; where it is unknown, the lowest staff rate known."""
        own = {each.provider_id: each.hourly_cost for each in self.instance.providers}
        usual = _staff_rate(self.instance.providers, service_type)
        total = 0
        for provider_id in dict.fromkeys(row.provider_id for row in rows):
            rate = own.get(provider_id)
            rate = usual if rate is None else rate
            if rate is None:
                return None
            total += price(extra.minutes(row for row in rows if row.provider_id == provider_id), rate)
        return total


def _staff_rate(providers: Sequence[Provider], service_type: str) -> int | None:
    """Return the lowest hourly cost among the district's own people, else among all."""
    own = [each for each in providers if (each.employer or "district").strip().casefold() in {"", "district"}]
    rate = contractor_rate(own, service_type)
    return contractor_rate(providers, service_type) if rate is None else rate
