"""Facts of two weeks, by hand, for tests of what-if: 22 March 2027 is a Monday, 2 April has no school at E."""

import datetime as dt
from dataclasses import replace

from makegood.plans.instance import (
    Attends,
    Availability,
    Bell,
    Instance,
    Miss,
    Provider,
    Regular,
    Session,
    Settles,
    Student,
)
from makegood.plans.plan import Plan, Summary

FIRST, LAST = dt.date(2027, 3, 22), dt.date(2027, 4, 2)
MISSED = dt.date(2027, 3, 1)
DAYS = tuple(FIRST + dt.timedelta(n) for n in (0, 1, 2, 3, 4, 7, 8, 9, 10))


def day(number: int) -> dt.date:
    """Return a day of March 2027; 32 is 1 April."""
    return dt.date(2027, 2, 28) + dt.timedelta(number)


def miss(student: str, minutes: int) -> Miss:
    """Return a miss of speech, of service A for student S1 and so on."""
    return Miss(
        student_id=student, service_id=student.replace("S", "SV"), service_type="speech", session_id=f"L{student}",
        missed_on=MISSED, minutes=minutes, group_max=2,
    )  # fmt: skip


def session(date: dt.date, who: str, minutes: int, **settled: int) -> Session:
    """Return a session at school E at 13:00."""
    return Session(
        date=date, start=780, minutes=minutes, school_id="E", provider_id=who, service_type="speech",
        students=tuple(
            Attends(
                student_id=student,
                settles=(
                    Settles(
                        service_id=student.replace("S", "SV"), session_id=f"L{student}", missed_on=MISSED, minutes=part
                    ),
                ),
            )
            for student, part in settled.items()
        ),
    )  # fmt: skip


def slot(student: str, weekday: int, start: int, minutes: int = 30, who: str = "P1") -> Regular:
    """Return a weekly slot that holds on all days."""
    return Regular(
        student_id=student, weekday=weekday, start=start, minutes=minutes, first=FIRST, last=LAST, provider_id=who
    )


FACTS = Instance(
    first=FIRST,
    last=LAST,
    school_days={"E": DAYS, "W": (*DAYS, LAST)},
    providers=(
        Provider(provider_id="P1", service_types=("speech",), school_id="E", hourly_cost=6000),
        Provider(provider_id="P2", service_types=("speech",), school_id="W"),
        Provider(provider_id="P3", service_types=("ot",), school_id="E", hourly_cost=5000),
    ),
    students=(
        Student(student_id="S1", school_id="E", calendar="E"),
        Student(student_id="S2", school_id="E", calendar="E"),
        Student(student_id="S3", school_id="W", calendar="W"),
    ),
    misses=(miss("S1", 60), miss("S2", 30), miss("S3", 45)),
    availability=(Availability(provider_id="P1", weekday=1, start=780, end=840, school_id="E"),),
    bell=tuple(Bell(school_id=school, weekday=n, start=480, end=885) for school in "EW" for n in range(5)),
    # A group of two on Mondays, one student alone on Fridays.
    regular=(slot("S1", 0, 540), slot("S2", 0, 540), slot("S2", 4, 600)),
)
PINNED = replace(FACTS, pinned=(session(day(23), "P1", 30, S1=30), session(day(30), "P1", 30, S1=30)))


def plan(*sessions: Session, owed: int = 135, bound: int = 120) -> Plan:
    """Return a plan of these sessions, all in time."""
    planned = sum(part.minutes for each in sessions for student in each.students for part in student.settles)
    summary = Summary(
        owed=owed, planned=planned, in_time=planned, bound=bound, in_time_bound=bound,
        worst_open_share=1, seconds=0, verified=True,
    )  # fmt: skip
    return Plan(sessions=sessions, unplanned=(), summary=summary, cover=())
