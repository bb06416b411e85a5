"""One school week by hand: school E, from 8:00 to 14:00, Monday 15 to Friday 19 March 2027."""

import datetime as dt
from typing import Any

from makegood.plans.instance import (
    Attends,
    Availability,
    Bell,
    Instance,
    Limits,
    Miss,
    Provider,
    Session,
    Settles,
    Student,
)

MONDAY = dt.date(2027, 3, 15)
WEEK = tuple(MONDAY + dt.timedelta(days=n) for n in range(5))
MISSED = dt.date(2027, 1, 20)


def clock(said: str) -> int:
    """Return "9:30" as minutes after midnight."""
    hours, minutes = said.split(":")
    return int(hours) * 60 + int(minutes)


def student(id_: str = "001", school: str = "E", grade: str | None = "2") -> Student:
    """Return a second grader at school E, unless told otherwise."""
    return Student(student_id=id_, school_id=school, calendar="CAL", grade=grade)


def miss(minutes: int = 30, who: str = "001", name: str = "L1", what: str = "speech", **more: Any) -> Miss:
    """Return open minutes of one missed session; each student has one service of a type."""
    more = {"missed_on": MISSED} | more
    return Miss(
        student_id=who, service_id=f"{what}-{who}", service_type=what, session_id=name, minutes=minutes, **more
    )  # fmt: skip


def free(day: int, start: str, end: str, who: str = "P1", school: str | None = "E") -> Availability:
    """Return time for make-ups on a weekday."""
    return Availability(provider_id=who, weekday=day, start=clock(start), end=clock(end), school_id=school)


def free_on(date: dt.date, start: str, end: str, who: str = "P1", school: str | None = "E") -> Availability:
    """Return time for make-ups on one date."""
    return Availability(provider_id=who, date=date, start=clock(start), end=clock(end), school_id=school)


def held(
    date: dt.date, start: str, *settled: tuple[Miss, int], minutes: int = 0, who: str = "P1", school: str = "E"
) -> Session:
    """Return a session that settles these minutes of these misses, as long as the longest of them unless told."""
    return Session(
        date=date,
        start=clock(start),
        minutes=minutes or max(part for _, part in settled),
        school_id=school,
        provider_id=who,
        service_type=settled[0][0].service_type,
        students=tuple(
            Attends(
                student_id=each.student_id,
                settles=(
                    Settles(
                        service_id=each.service_id, session_id=each.session_id, missed_on=each.missed_on, minutes=part
                    ),
                ),
            )
            for each, part in settled
        ),
    )


def week(*misses: Miss, **facts: Any) -> Instance:
    """Return the week with P1 for speech at E and the students of the misses, unless told otherwise."""
    ids = dict.fromkeys(each.student_id for each in misses)
    facts = {
        "first": WEEK[0],
        "last": WEEK[-1],
        "school_days": {"CAL": WEEK},
        "providers": (Provider(provider_id="P1", service_types=("speech",), school_id="E"),),
        "students": tuple(student(id_) for id_ in ids),
        "bell": tuple(
            Bell(school_id=school, weekday=day, start=clock("8:00"), end=clock("14:00"))
            for school in ("E", "M")
            for day in range(5)
        ),
        "limits": Limits(shortest=15),
    } | facts
    return Instance(misses=misses, **facts)
