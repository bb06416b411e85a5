"""Made-up misses: which sessions were not held, and until when they are to be made up."""

import datetime as dt
from random import Random
from typing import Final

from makegood.planner.invent.chance import happens
from makegood.planner.invent.days import FIRST, past_days
from makegood.planner.invent.students import Service
from makegood.plans.instance import Miss

_MISSING: Final = 0.6
"""The share of students who missed anything."""

_OVERDUE: Final = 0.15
_NEVER_DUE: Final = 0.10
_SPREAD: Final = 56
"""Deadlines lie over so many days from the first: the four weeks, and as long again."""

_ODD: Final = (17, 22, 33)


def draw_misses(services: list[Service], often: tuple[int, ...], rng: Random, *, odd: bool) -> tuple[Miss, ...]:
    """Return the misses, oldest first.

    Args:
        services: The services of the students, a student's one after the other.
        often: How often a student who missed anything missed 1, 2, ... sessions.
        rng: What chance is drawn from.
        odd: Whether some misses are of a number of minutes that is no multiple of 5.
    """
    by_student: dict[str, list[Service]] = {}
    for service in services:
        by_student.setdefault(service.student.student_id, []).append(service)
    days = past_days()
    misses: list[Miss] = []
    for own in by_student.values():
        if not happens(_MISSING, rng):
            continue
        number = rng.choices(range(1, len(often) + 1), weights=often)[0]
        for each, missed_on in enumerate(rng.sample(days, number)):
            service = rng.choice(own)
            minutes = rng.choice(_ODD) if odd and happens(0.2, rng) else service.minutes
            # Now and then nobody wrote the session down, so it has no number.
            session_id = None if each == 0 and happens(0.1, rng) else f"S{len(misses) + 1:06d}"
            misses.append(_miss(service, session_id, missed_on, minutes, rng))
    return tuple(sorted(misses, key=lambda miss: (miss.missed_on, miss.student_id, miss.service_id)))


def _miss(service: Service, session_id: str | None, missed_on: dt.date, minutes: int, rng: Random) -> Miss:
    drawn = rng.random()
    due_by: dt.date | None = FIRST + dt.timedelta(days=rng.randrange(_SPREAD))
    if drawn < _OVERDUE:
        due_by = missed_on + (FIRST - missed_on) * rng.randrange(1, 4) // 4
        due_by = min(max(due_by, missed_on), FIRST - dt.timedelta(days=1))
    elif drawn < _OVERDUE + _NEVER_DUE:
        due_by = None
    return Miss(
        student_id=service.student.student_id,
        service_id=service.service_id,
        service_type=service.service_type,
        session_id=session_id,
        missed_on=missed_on,
        minutes=minutes,
        due_by=due_by,
        group_max=service.group_max,
        provider_id=service.provider_id,
    )
