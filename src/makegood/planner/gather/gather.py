"""What a plan is made from, gathered from a folder of records and its ledger."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace

from makegood.intake.folded import folded
from makegood.ledger import Ledger
from makegood.planner.gather import tables
from makegood.planner.gather.agreed import agreed
from makegood.planner.gather.make_ups import MakeUps
from makegood.planner.gather.misses import misses_of
from makegood.planner.gather.people import People
from makegood.planner.gather.pins import Pin, sessions_of
from makegood.planner.gather.slots import slots_of
from makegood.planner.gather.standing import against
from makegood.planner.gather.summers import Summers
from makegood.planner.misses import MissKey, key_of
from makegood.plans.instance import Declined, Instance, Miss
from makegood.records import Records
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin


def gather(
    records: Records,
    ledger: Ledger,
    first: dt.date,
    last: dt.date,
    *,
    with_team: bool = False,
    more_time: Collection[str] = (),
) -> tuple[Instance, list[Finding]]:
    """Gather the facts that a plan from first to last depends on.

    Args:
        records: The records.
        ledger: Their account; its as-of date says which agreed make-ups are behind us.
        first: The first day that may be planned.
        last: The last.
        with_team: Whether minutes that wait for the IEP team are planned too, after those owed.
        more_time: Providers who are to get time that is not on record: their regular sessions are gathered too.

    Returns:
        The facts, and what a person should look at; no plan should be made where one of the findings is an error.
    """
    people = People(records, Summers(records, first, last))
    standing = agreed(records, ledger, first, people, MakeUps(records, ledger), misses=misses_of(records, ledger))
    pinned = sessions_of(pin for pin in standing.pins if first <= pin.date <= last)
    misses = list(_to_plan(standing.misses, standing.pins, first, last, with_team=with_team))
    findings = _behind_us(ledger.as_of, first) + standing.findings + _without_place(misses, people)
    misses = [miss for miss in misses if people.student(miss.student_id) is not None]
    instance = replace(
        _facts(records, people, misses, (first, last), more_time),
        pinned=tuple(session for session, _ in pinned),
        declined=tuple(_declined(standing.declined, {miss.student_id for miss in misses}, first, last)),
    )
    findings += against(instance, pinned)
    return instance, list(folded(findings))


def _to_plan(misses: list[Miss], pins: list[Pin], first: dt.date, last: dt.date, *, with_team: bool) -> Iterator[Miss]:
    """Yield the misses of a plan: without what is agreed for days before or after it.

    Of what waits for the team, unless it is asked for, only as much as is agreed for these days.
    """
    inside: dict[MissKey, int] = {}
    outside: dict[MissKey, int] = {}
    for pin in pins:
        side = inside if first <= pin.date <= last else outside
        side[pin.key] = side.get(pin.key, 0) + pin.settles
    for miss in misses:
        key = key_of(miss)
        minutes = miss.minutes - outside.get(key, 0)
        if not miss.decided and not with_team:
            minutes = inside.get(key, 0)
        if minutes:
            yield replace(miss, minutes=minutes)


def _declined(pins: list[Pin], owed: set[str], first: dt.date, last: dt.date) -> list[Declined]:
    """Return the hours of these days that families declined, of students to whom something is owed."""
    hours = (
        Declined(student_id=pin.student_id, date=pin.date, start=pin.start, minutes=pin.minutes)
        for pin in pins
        if first <= pin.date <= last and pin.student_id in owed
    )
    return list(dict.fromkeys(hours))


def _facts(
    records: Records, people: People, misses: list[Miss], span: tuple[dt.date, dt.date], more_time: Collection[str]
) -> Instance:
    """Return the instance without agreed sessions."""
    first, last = span
    providers = tables.providers_of(records)
    availability = tables.availability_of(records, first, last)
    with_time = {*more_time, *(row.provider_id for row in availability)}
    bases = {provider.provider_id: provider.school_id for provider in providers if provider.provider_id in with_time}
    owed = {miss.student_id: people.student(miss.student_id) for miss in misses}
    slots = slots_of(records, people, owed=owed, bases=bases, first=first, last=last)
    known = {student.student_id: student for student in [*slots.values(), *owed.values()] if student is not None}
    students = tuple(known[id_] for id_ in sorted(known))
    calendars = sorted({student.calendar for student in students})
    school_days = {key: people.school_days(key, first, last) for key in calendars}
    student_times = tables.student_times_of(records, known)
    cycles = {row.cycle for row in student_times if row.cycle is not None}
    absent, away = records.student_absences, records.provider_absences
    student_away = tables.away_of(absent.student_id, absent.date, absent.until, first, last)
    return Instance(
        first=first,
        last=last,
        school_days=school_days,
        providers=tuple(providers),
        students=students,
        misses=tuple(misses),
        availability=tuple(availability),
        travel=tuple(tables.travel_of(records)),
        student_times=tuple(student_times),
        bell=tuple(tables.bell_of(records)),
        regular=tuple(slots),
        provider_away=tuple(tables.away_of(away.provider_id, away.date, away.until, first, last)),
        student_away=tuple(row for row in student_away if row.id in known),
        limits=tables.limits_of(records),
        cycle_days={key: people.cycle_days(key, cycles, school_days[key]) for key in calendars} if cycles else {},
    )


def _behind_us(as_of: dt.date, first: dt.date) -> list[Finding]:
    """Tell of days of a plan that are over already: nobody can come then."""
    if first >= as_of:
        return []
    message = (
        f"The plan begins on {first}, but the account is of {as_of}: on the days between nothing can be held any more"
    )
    return [Finding("warning", "days_behind_us", f"{message}.", expected=f"--from {as_of} or later")]


def _without_place(misses: list[Miss], people: People) -> list[Finding]:
    """Tell of students of whom nobody says where they are, and of the minutes that wait for it."""
    minutes: dict[str, int] = {}
    for miss in misses:
        if people.student(miss.student_id) is None:
            minutes[miss.student_id] = minutes.get(miss.student_id, 0) + miss.minutes
    return [
        Finding(
            "warning",
            "student_without_school",
            f"Student {shown(student_id)}: the records do not say which school or calendar the student has, so "
            f"{open_} open minutes cannot be planned.",
            Origin("students", people.row(student_id), "school_id"),
            expected="a school_id of the table schools",
        )
        for student_id, open_ in sorted(minutes.items())
    ]
