"""Random instances so tiny that the best plan can be found to the minute, each with something nasty in it."""

import datetime as dt
from random import Random

from makegood.plans.instance import (
    Availability,
    Bell,
    Declined,
    Instance,
    Limits,
    Miss,
    Provider,
    Regular,
    Student,
    StudentTime,
    Travel,
)

MONDAY = dt.date(2027, 3, 1)


def tiny_instance(seed: int, marks: int = 5) -> Instance:
    """Return one to three days of one or two providers and two to four students.

    Args:
        seed: Any whole number.
        marks: All times and minutes are multiples of this.
    """
    luck = Random(f"{seed} {marks}")  # noqa: S311 - for tests, not for secrets
    days = tuple(MONDAY + dt.timedelta(days=n) for n in range(luck.choice([1, 1, 2, 3])))
    schools = ["A", "B", "C"][: luck.choice([1, 1, 2, 3])]

    def some(low: int, high: int) -> int:
        return luck.randrange(low, high + 1, marks)

    providers = tuple(
        Provider(
            provider_id=f"P{n}",
            service_types=tuple(luck.sample(("speech", "ot"), luck.randint(1, 2))),
            school_id=luck.choice([*schools, None]),
            remote=luck.random() < 0.2,
        )
        for n in range(luck.choice([1, 1, 2]))
    )
    students = tuple(
        Student(
            student_id=f"S{n}", school_id=luck.choice(schools), calendar="X", grade=luck.choice(["K", "1", "2", None])
        )
        for n in range(luck.randint(1, 4))
    )
    unit = max(marks, 5) if marks != 1 else 1
    misses = []
    for student in students:
        for at in range(luck.randint(1, 3)):
            kind = luck.choice(["speech", "speech", "ot"])
            misses.append(
                Miss(
                    student_id=student.student_id,
                    service_id=f"V{luck.randint(1, 2)}-{student.student_id}-{kind}",
                    service_type=kind,
                    session_id=f"L{at}",
                    missed_on=MONDAY - dt.timedelta(days=9 - at) if luck.random() < 0.9 else days[-1],
                    minutes=luck.randrange(unit, 46, unit),
                    due_by=luck.choice([None, None, days[0], days[-1], MONDAY - dt.timedelta(days=1)]),
                    group_max=luck.choice([1, 2, 3]),
                )
            )
    misses.sort(key=lambda miss: miss.missed_on)
    availability = []
    for provider in providers:
        for date in days:
            for _ in range(luck.choice([1, 1, 2])):
                start = some(480, 570)
                dated = luck.random() < 0.15
                availability.append(
                    Availability(
                        provider_id=provider.provider_id,
                        start=start,
                        end=start + max(marks, some(10 // marks * marks, 75)),
                        weekday=None if dated else date.weekday(),
                        date=date if dated else None,
                        school_id=luck.choice([None, None, *schools]),
                    )
                )
    return Instance(
        first=days[0],
        last=days[-1],
        school_days={"X": days if luck.random() < 0.9 else days[1:]},
        providers=providers,
        students=students,
        misses=tuple(misses),
        availability=tuple(availability),
        travel=tuple(
            Travel(start=one, end=other, minutes=luck.choice([0, marks, 2 * marks, 4 * marks]))
            for one in schools
            for other in schools
            if one != other and luck.random() < 0.6
        ),
        student_times=tuple(
            StudentTime(
                weekday=luck.choice(days).weekday(),
                start=(start := some(480, 600)),
                end=start + max(marks, some(0, 40)),
                use=luck.choice(["core", "lunch", "open"]),
                student_id=luck.choice(students).student_id,
            )
            for _ in range(luck.randint(0, 3))
        ),
        bell=tuple(
            Bell(school_id=name, weekday=date.weekday(), start=some(480, 500), end=some(560, 640))
            for name in schools
            for date in days
        ),
        regular=tuple(
            Regular(
                student_id=luck.choice(students).student_id,
                weekday=luck.choice(days).weekday(),
                start=some(480, 580),
                minutes=max(marks, some(0, 20)),
                first=days[0],
                last=days[-1],
                provider_id=luck.choice([None, "P0"]),
            )
            for _ in range(luck.choice([0, 0, 1, 2]))
        ),
        limits=Limits(
            student_day=luck.choice([None, None, some(20, 60)]),
            student_week=luck.choice([None, None, some(20, 90)]),
            provider_day=luck.choice([None, None, some(30, 90)]),
            provider_week=luck.choice([None, None, some(30, 120)]),
            shortest=luck.choice([None, some(10, 40), some(10, 20)]),
            longest=luck.choice([None, None, some(40, 60)]),
            grade_span=luck.choice([None, 1]),
        ),
        declined=tuple(
            Declined(
                student_id=luck.choice(students).student_id,
                date=luck.choice(days),
                start=some(480, 580),
                minutes=max(marks, some(0, 30)),
            )
            for _ in range(luck.choice([0, 0, 1, 3]))
        ),
    )
