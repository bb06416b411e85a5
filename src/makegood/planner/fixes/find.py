"""What each way to more time would settle, the plan kept as it is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Protocol

from makegood.planner.cover import contractor_rate, is_contractor, price
from makegood.planner.explain.meetings import Meetings
from makegood.planner.fixes.extra import Extra, weeks_without_school
from makegood.planner.fixes.fix import Fix, Kind
from makegood.planner.fixes.rest import Rest, after, everywhere, part, rests
from makegood.planner.misses import key_of
from makegood.plans.instance import Availability, Instance, Provider, Session

THREADS: Final = 2
"""Trials at a time: their loops are compiled and run beside each other."""
_PLACES: Final = 3
_PROVIDERS: Final = 4
_HOUR: Final = 60
_DAY: Final = dt.timedelta(1)
LATER: Final = dt.timedelta(weeks=4)
"""How far after a plan its rest is looked for a place."""
NEW_PERSON: Final = "one more"
"""The id of a person who is not there yet."""


class Solved(Protocol):
    """What a solver gives back."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Return the sessions, those that were agreed among them."""


class Solve(Protocol):
    """What makes a plan."""

    def __call__(self, instance: Instance, *, trial: bool) -> Solved:
        """Return a plan of an instance; one for a trial is counted and not held."""


def fixes(
    instance: Instance,
    sessions: Sequence[Session],
    solve: Solve,
    *,
    places: int = _PLACES,
    later: Instance | None = None,
) -> tuple[Fix, ...]:
    """Return what more time would settle, for the schools and services with the most minutes left.

    Every session stays as it is; only the time that is added is planned. Schools and services come with the most
    minutes left first, then the four weeks after as they are, then the kinds, providers with the most minutes settled
    first. The search of each is counted in stages, so the same facts give the same figures.

    Args:
        instance: The facts.
        sessions: The whole plan, pinned sessions included.
        solve: What plans the rest.
        places: How many schools and services are looked at.
        later: The same facts up to four weeks after the plan, with that time's calendar, slots and absences; without
            them nothing is said of those weeks.
    """
    with ThreadPoolExecutor(THREADS) as pool:
        try:
            tried = list(_tried(pool, instance, sessions, solve, places=places, later=later))
            return tuple(fix for each in tried for fix in each.found())
        finally:
            # Whoever interrupts waits only for the trials that run.
            pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Tried:
    """The trials of one school and service, while they run."""

    waits: "Future[Fix | None]"
    hours: "list[Future[Fix | None]]"
    ways: "list[Future[Fix | None]]"

    def found(self) -> Iterator[Fix]:
        """Yield what they found: the weeks after as they are, hours with the most minutes first, other ways."""
        hours = sorted((fix for each in self.hours if (fix := each.result())), key=lambda fix: -fix.minutes)
        ways = (each.result() for each in self.ways)
        yield from (fix for fix in (self.waits.result(), *hours, *ways) if fix)


def _tried(
    pool: Executor,
    instance: Instance,
    sessions: Sequence[Session],
    solve: Solve,
    *,
    places: int,
    later: Instance | None,
) -> Iterator[_Tried]:
    """Yield the trials of each school and service; two run at a time, and each is the same beside any other."""
    left = rests(instance, sessions)
    meetings = Meetings(instance, sessions)
    trial = _Trial(instance, sessions, solve, later)
    services: set[str] = set()
    later_meetings = None if later is None else Meetings(later, sessions)
    without_school = [] if later is None else weeks_without_school(later, instance.last + _DAY)
    for rest in left[:places]:
        school_id, service_type = rest.school_id or "", rest.service_type
        extra = Extra(instance, meetings, rest, school_id)
        there = _there(instance, meetings, school_id, service_type)
        whole = everywhere(left, service_type)
        waits = pool.submit(trial.as_they_are, rest, whole)
        hours = [
            pool.submit(trial.fix, "more_hours", rest, extra, tuple(extra.hour_a_day(each)), who=each)
            for each in there[:_PROVIDERS]
        ]
        day = tuple(extra.school_day(NEW_PERSON, anywhere=False))
        ways = [pool.submit(trial.fix, "one_more_fte", rest, extra, day)]
        if service_type not in services and any(
            each.service_type == service_type and each.school_id != school_id for each in left
        ):
            day = tuple(Extra(instance, meetings, whole, school_id).school_day(NEW_PERSON, anywhere=True))
            ways.append(pool.submit(trial.fix, "one_more_fte", whole, extra, day))
        services.add(service_type)
        ways.append(pool.submit(trial.fix, "after_school", rest, extra, tuple(extra.after_school(there))))
        if later is not None and later_meetings is not None:
            summer = Extra(later, later_meetings, rest, school_id)
            ways.append(pool.submit(trial.fix, "summer", rest, summer, tuple(summer.summer(there, without_school))))
        yield _Tried(waits, hours, ways)


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
    later: Instance | None

    def as_they_are(self, rest: Rest, everywhere_: Rest) -> Fix | None:
        """Return what the four weeks after the plan would settle with today's hours, other schools' rests among it.

        Itinerants' hours serve several schools, so the rest of the service is planned everywhere; only what is settled
        for the school's students is counted.
        """
        if self.later is None:
            return None
        facts = after(self.later, self.instance.last + _DAY, self.sessions, everywhere_)
        agreed, school = set(facts.pinned), {each.student_id: each.school_id for each in facts.students}
        settled = [
            (attends.student_id, sum(each.minutes for each in attends.settles))
            for session in self.solve(facts, trial=True).sessions
            if session not in agreed
            for attends in session.students
            if school[attends.student_id] == rest.school_id
        ]
        return Fix(
            kind="as_they_are",
            provider_id=None,
            school_id=rest.school_id,
            service_type=rest.service_type,
            hours=0.0,
            minutes=sum(minutes for _, minutes in settled),
            children=len({student_id for student_id, _ in settled}),
            cost=0,
        )

    def fix(
        self, kind: Kind, rest: Rest, extra: Extra, rows: tuple[Availability, ...], who: str | None = None
    ) -> Fix | None:
        """Return what added time would settle, or None where there is none to add."""
        if not rows:
            return None
        new = kind == "one_more_fte"
        person = Provider(provider_id=NEW_PERSON, service_types=(rest.service_type,), school_id=rest.school_id)
        whole = self.later if kind == "summer" and self.later is not None else self.instance
        facts = part(whole, self.sessions, rest, rows, (person,) if new else ())
        agreed = set(facts.pinned)
        open_ = {key_of(miss) for miss in rest.misses}
        held = [session for session in self.solve(facts, trial=True).sessions if session not in agreed]
        settled = [
            (attends.student_id, each.minutes)
            for session in held
            for attends in session.students
            for each in attends.settles
            if key_of(each) in open_
        ]
        rows = tuple(row for row in rows if any(_in_row(session, row) for session in held))
        return Fix(
            kind=kind,
            provider_id=who,
            school_id=rest.school_id,
            service_type=rest.service_type,
            hours=round(extra.minutes(rows) / _HOUR, 2),
            minutes=sum(minutes for _, minutes in settled),
            children=len({student_id for student_id, _ in settled}),
            cost=self._cost(rest.service_type, extra, rows),
            rows=rows,
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


def _in_row(session: Session, row: Availability) -> bool:
    """Return whether a session lies in the time of a row, or in some of it."""
    day = session.date == row.date if row.date else session.date.weekday() == row.weekday
    return (
        day
        and session.provider_id == row.provider_id
        and session.start < row.end
        and row.start < session.start + session.minutes
    )


def _staff_rate(providers: Sequence[Provider], service_type: str) -> int | None:
    """Return the lowest hourly cost among the district's own people, else among all."""
    rate, _ = contractor_rate([each for each in providers if not is_contractor(each)], service_type)
    return contractor_rate(providers, service_type)[0] if rate is None else rate
