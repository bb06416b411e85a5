"""Random districts with what others lack: agreed sessions, odd minutes, late misses, deadlines, no limits."""

import datetime as dt
from dataclasses import replace
from random import Random

from tests.plans.small_instance import random_instance

from makegood.planner.solve import solve
from makegood.plans.instance import Instance, Limits, Session
from makegood.plans.verify import verify


def nasty_instance(seed: int) -> Instance:
    """Return a district of two or three schools with everything in it."""
    luck = Random(f"nasty {seed}")  # noqa: S311 - for tests, not for secrets
    instance = random_instance(seed)
    if luck.random() < 0.3:
        instance = _odd(luck, instance)
    misses = [
        replace(
            miss,
            session_id=f"L{place}",
            missed_on=instance.first + dt.timedelta(days=luck.randint(0, 5)) if luck.random() < 0.2 else miss.missed_on,
            due_by=luck.choice([None, instance.first - dt.timedelta(days=1), instance.first + dt.timedelta(days=3)]),
            group_max=luck.choice([miss.group_max, 5]),
            provider_id=luck.choice([None, "P0", "P1", "P9"]),
        )
        for place, miss in enumerate(instance.misses)
    ]
    misses.sort(key=lambda miss: miss.missed_on)
    instance = replace(
        instance,
        misses=tuple(misses),
        students=tuple(
            replace(student, grade=luck.choice([student.grade, "ungraded", "", "12"])) for student in instance.students
        ),
    )
    if luck.random() < 0.2:
        instance = replace(instance, limits=Limits())
    return replace(instance, pinned=_agreed(luck, instance))


def _odd(luck: Random, instance: Instance) -> Instance:
    """Return the district with times that meet no mark of five minutes."""
    return replace(
        instance,
        availability=tuple(
            replace(row, start=row.start + luck.randint(0, 4), end=row.end + luck.randint(0, 4))
            for row in instance.availability
        ),
        misses=tuple(replace(miss, minutes=miss.minutes + luck.randint(0, 4)) for miss in instance.misses),
        travel=tuple(replace(way, minutes=way.minutes + luck.randint(0, 2)) for way in instance.travel),
    )


def _agreed(luck: Random, instance: Instance) -> tuple[Session, ...]:
    """Return some sessions that may stand together, each as it is or moved a little."""
    found: list[Session] = []
    for session in solve(instance, stopped=lambda: True).sessions:
        moved = replace(session, start=session.start + luck.choice([0, 0, -3, 1, 7]))
        more = sorted([*found, moved], key=lambda one: (one.date, one.start, one.school_id, one.provider_id))
        if luck.random() < 0.3 and not verify(instance, more):
            found = more
    return tuple(found)
