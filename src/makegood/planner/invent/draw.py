"""A whole made-up instance, drawn from a seed."""

import datetime as dt
from random import Random
from typing import Final

from makegood.planner.invent.chance import happens
from makegood.planner.invent.days import FIRST, LAST, school_days
from makegood.planner.invent.free import free_rows
from makegood.planner.invent.misses import draw_misses
from makegood.planner.invent.schools import bells, draw_schools, grade_times
from makegood.planner.invent.shape import SHAPES, Kind, Shape
from makegood.planner.invent.slots import regular_rows
from makegood.planner.invent.staff import draw_staff, travel_times
from makegood.planner.invent.students import draw_services, draw_students, own_times
from makegood.plans.instance import Away, Instance, Limits

_STUDENT_AWAY: Final = 0.05
_PROVIDER_AWAY: Final = 0.15


def invent(kind: Kind, seed: int, *, students: int | None = None) -> Instance:
    """Return a made-up instance: four weeks with one holiday, the same for the same arguments.

    Args:
        kind: What it is like.
        seed: Any whole number.
        students: How many students with an IEP, instead of the kind's own number.
    """
    shape = SHAPES[kind]
    number = students or shape.students
    rng = Random(f"makegood {kind} {seed} {number}")  # noqa: S311 - chance, not secrecy
    schools = draw_schools(_schools(shape, number), rng)
    pupils = draw_students(number, schools, rng)
    services = draw_services(pupils, rng)
    staff = draw_staff(services, schools, shape, rng)
    free = free_rows(staff, schools, shape, rng)
    providers = tuple(member.provider for member in staff)
    return Instance(
        first=FIRST,
        last=LAST,
        school_days=school_days(),
        providers=providers,
        students=tuple(pupils),
        misses=draw_misses(services, shape.misses, rng, odd=kind == "school" and seed % 4 == 0),
        availability=tuple(free),
        travel=travel_times(staff, rng),
        student_times=(*grade_times(schools), *own_times(pupils, schools, rng)),
        bell=bells(schools),
        regular=tuple(regular_rows(services, staff, free, schools, rng)),
        provider_away=_away([one.provider_id for one in providers], _PROVIDER_AWAY, 3, rng),
        student_away=_away([one.student_id for one in pupils], _STUDENT_AWAY, 5, rng),
        limits=Limits(
            student_day=60,
            student_week=150,
            provider_day=120,
            shortest=15 if seed % 5 else 20,
            longest=60,
            grade_span=1,
        ),
    )


def _schools(shape: Shape, students: int) -> int:
    if shape.students_a_school is None:
        return 1
    return shape.schools or max(1, round(students / shape.students_a_school))


def _away(ids: list[str], share: float, longest: int, rng: Random) -> tuple[Away, ...]:
    spans = []
    for each in ids:
        if happens(share, rng):
            first = FIRST + dt.timedelta(days=rng.randrange((LAST - FIRST).days))
            spans.append(Away(id=each, first=first, last=first + dt.timedelta(days=rng.randrange(longest))))
    return tuple(spans)
