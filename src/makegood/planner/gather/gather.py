"""What a plan is made from, gathered from a folder of records and its ledger."""

import datetime as dt

from makegood.ledger import Ledger
from makegood.planner.gather import tables
from makegood.planner.gather.misses import misses_of
from makegood.planner.gather.people import People
from makegood.planner.gather.slots import slots_of
from makegood.planner.instance import Instance, Miss
from makegood.records import Records
from makegood.terms.findings import Finding


def gather(
    records: Records, ledger: Ledger, first: dt.date, last: dt.date, *, with_team: bool = False
) -> tuple[Instance, list[Finding]]:
    """Gather the facts that a plan from first to last depends on.

    Args:
        records: The records.
        ledger: Their account; its as-of date says which agreed make-ups are behind us.
        first: The first day that may be planned.
        last: The last.
        with_team: Whether minutes that wait for the IEP team are planned too, after those owed.

    Returns:
        The facts, and what a person should look at; no plan should be made where one of the findings is an error.
    """
    people = People(records)
    findings: list[Finding] = []
    misses = [miss for miss in misses_of(records, ledger) if miss.decided or with_team]
    findings += _without_place(misses, people)
    misses = [miss for miss in misses if people.student(miss.student_id) is not None]
    availability = tables.availability_of(records, first, last)
    owed = {miss.student_id for miss in misses}
    busy = {row.provider_id for row in availability}
    regular = slots_of(records, people, owed=owed, busy=busy, first=first, last=last)
    ids = sorted(owed | {slot.student_id for slot in regular})
    students = [student for id_ in ids if (student := people.student(id_)) is not None]
    away_students, away_providers = records.student_absences, records.provider_absences
    instance = Instance(
        first=first,
        last=last,
        school_days={key: people.school_days(key, first, last) for key in sorted({s.calendar for s in students})},
        providers=tuple(tables.providers_of(records)),
        students=tuple(students),
        misses=tuple(misses),
        availability=tuple(availability),
        travel=tuple(tables.travel_of(records)),
        student_times=tuple(tables.student_times_of(records, set(ids))),
        bell=tuple(tables.bell_of(records)),
        regular=tuple(regular),
        provider_away=tuple(
            tables.away_of(away_providers.provider_id, away_providers.date, away_providers.until, first, last)
        ),
        student_away=tuple(
            away
            for away in tables.away_of(away_students.student_id, away_students.date, away_students.until, first, last)
            if away.id in set(ids)
        ),
        limits=tables.limits_of(records),
    )
    return instance, findings


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
            f"Student {student_id}: the records do not say which school or calendar the student has, so "
            f"{open_} open minutes cannot be planned.",
            "students",
            people.row(student_id),
            "school_id",
            None,
            "a school_id of the table schools",
        )
        for student_id, open_ in sorted(minutes.items())
    ]
