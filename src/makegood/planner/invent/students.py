"""Made-up students with an IEP, the services they are promised, and rows of their own for their time."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from makegood.planner.invent.chance import happens
from makegood.planner.invent.days import WEEKDAYS
from makegood.planner.invent.schools import School
from makegood.planner.invent.shape import SERVICES
from makegood.plans.instance import Student, StudentTime

_PROTECTED: Final = 0.08
_OPEN: Final = 0.05
_SHORT: Final = 25


@dataclass(slots=True, kw_only=True)
class Service:
    """A service that a student is promised; `provider_id` is None where the post is vacant."""

    service_id: str
    service_type: str
    student: Student
    minutes: int
    group_max: int
    a_week: int
    provider_id: str | None = None


def draw_students(number: int, schools: list[School], rng: Random) -> list[Student]:
    """Return so many students, spread evenly over the schools and at random over the grades."""
    return [
        Student(
            student_id=f"{100_001 + each}",
            school_id=school.school_id,
            calendar=school.calendar,
            grade=rng.choice(school.grades),
        )
        for each in range(number)
        for school in [schools[each * len(schools) // number]]
    ]


def draw_services(students: list[Student], rng: Random) -> list[Service]:
    """Return the services of the students: each has one or more."""
    drawn: list[Service] = []
    for student in students:
        types = [name for name, shape in SERVICES.items() if happens(shape.share, rng)]
        for name in types or [rng.choice(("speech", "specialized_instruction"))]:
            shape = SERVICES[name]
            drawn.append(
                Service(
                    service_id=f"V{len(drawn) + 1:06d}",
                    service_type=name,
                    student=student,
                    minutes=rng.choice(shape.minutes),
                    group_max=rng.choice(shape.group_max),
                    a_week=rng.randint(*shape.a_week),
                )
            )
    return drawn


def own_times(students: list[Student], schools: list[School], rng: Random) -> Iterator[StudentTime]:
    """Yield rows that a few students have for themselves: time kept for them, or the only times that are open."""
    at = {school.school_id: school for school in schools}
    for student in students:
        drawn = rng.random()
        if drawn >= _PROTECTED + _OPEN or student.grade is None:
            continue
        school = at[student.school_id]
        for weekday in WEEKDAYS:
            gaps = [
                (start, end)
                for start, end, use in school.days[student.grade, weekday]
                if use == "open" and end - start >= _SHORT
            ]
            if drawn >= _PROTECTED:
                for start, end in gaps:
                    yield _own(student, weekday, start, end, "open")
            elif gaps and happens(0.4, rng):
                start, end = rng.choice(gaps)
                yield _own(student, weekday, start, start + 10 * ((end - start) // 20), "protected")


def _own(student: Student, weekday: int, start: int, end: int, use: str) -> StudentTime:
    return StudentTime(weekday=weekday, start=start, end=end, use=use, student_id=student.student_id)
