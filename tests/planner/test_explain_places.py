"""Reasons of made-up plans, beside the verifier, which shares no code with them: is there a place or is there none?"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from makegood.planner.explain import unplanned
from makegood.planner.invent import invent
from makegood.plans.instance import Attends, Instance, Miss, Session, Settles
from makegood.plans.plan import Unplanned
from makegood.plans.verify import verify

STEP = 5
SEEDS = range(4)


def short(seed: int) -> Instance:
    """Return a small school's first days."""
    instance = invent("school", seed, students=14)
    return dataclasses.replace(instance, last=instance.first + dt.timedelta(days=3))


def alone(instance: Instance, miss: Miss, minutes: int, length: int) -> Iterator[Session]:
    """Yield every session of a length, on the five-minute grid, that could be for one student alone."""
    school = {student.student_id: student.school_id for student in instance.students}
    part = Settles(
        service_id=miss.service_id,
        session_id=miss.session_id,
        missed_on=miss.missed_on,
        minutes=min(minutes, length),
    )
    for provider in instance.providers:
        if miss.service_type not in provider.service_types:
            continue
        for n in range((instance.last - instance.first).days + 1):
            for start in range(7 * 60, 17 * 60, STEP):
                yield Session(
                    date=instance.first + dt.timedelta(days=n), start=start, minutes=length,
                    school_id=school[miss.student_id], provider_id=provider.provider_id,
                    service_type=miss.service_type,
                    students=(Attends(student_id=miss.student_id, settles=(part,)),),
                )  # fmt: skip


def stands(instance: Instance, sessions: list[Session]) -> bool:
    return not verify(instance, sorted(sessions, key=lambda s: (s.date, s.start, s.school_id, s.provider_id)))


def some_plan(instance: Instance, seed: int) -> list[Session]:
    """Return a careless plan: single sessions by chance, some places left."""
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    plan: list[Session] = []
    shortest = instance.limits.shortest or 1
    for miss in instance.misses:
        choices = list(alone(instance, miss, miss.minutes, shortest))
        for session in rng.sample(choices, min(60, len(choices))):
            if stands(instance, [*plan, session]):
                plan.append(session)
                break
    return sorted(plan, key=lambda s: (s.date, s.start, s.school_id, s.provider_id))


def joined(plan: list[Session], miss: Miss, minutes: int) -> Iterator[list[Session]]:
    """Yield the plan with the student added to one session."""
    for n, session in enumerate(plan):
        if session.service_type == miss.service_type:
            part = Settles(
                service_id=miss.service_id, session_id=miss.session_id, missed_on=miss.missed_on,
                minutes=min(minutes, session.minutes),
            )  # fmt: skip
            more = Attends(student_id=miss.student_id, settles=(part,))
            both = tuple(sorted((*session.students, more), key=lambda attends: attends.student_id))
            yield [*plan[:n], dataclasses.replace(session, students=both), *plan[n + 1 :]]


def a_place(instance: Instance, plan: list[Session], left: Unplanned) -> bool:
    """Return whether the verifier lets some session or seat be added for a miss."""
    key = (left.service_id, left.session_id, left.missed_on)
    miss = next(each for each in instance.misses if (each.service_id, each.session_id, each.missed_on) == key)
    shortest = instance.limits.shortest or 1
    return any(stands(instance, more) for more in joined(plan, miss, left.minutes)) or any(
        stands(instance, [*plan, session]) for session in alone(instance, miss, left.minutes, shortest)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_place_is_told_where_the_verifier_allows_one_and_nowhere_else(seed: int) -> None:
    instance = short(seed)
    plan = some_plan(instance, seed)
    rows = unplanned(instance, plan)
    asked = [row for row in rows if row.why != "limit"][:12]
    assert asked
    assert [(row.session_id, row.why == "not_found") for row in asked] == [
        (row.session_id, a_place(instance, plan, row)) for row in asked
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_without_the_limits_there_is_a_place_where_a_limit_is_the_reason(seed: int) -> None:
    instance = short(seed)
    instance = dataclasses.replace(
        instance, limits=dataclasses.replace(instance.limits, student_day=20, provider_day=40)
    )
    plan = some_plan(instance, seed)
    freed = dataclasses.replace(
        instance,
        limits=dataclasses.replace(
            instance.limits, student_day=None, student_week=None, provider_day=None, provider_week=None
        ),
    )
    limited = [row for row in unplanned(instance, plan) if row.why == "limit" and "limit shortest" not in row.detail]
    assert limited
    assert all(not a_place(instance, plan, row) and a_place(freed, plan, row) for row in limited[:6])


@pytest.mark.parametrize("seed", range(20))
def test_planned_and_unplanned_add_up_to_every_miss(seed: int) -> None:
    instance = invent("school", seed, students=30)
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    plan, planned = [], Counter[str]()
    for miss in instance.misses:
        session = next(alone(instance, miss, rng.randint(1, miss.minutes), 30), None)
        if session is not None and rng.random() < 0.5:
            plan.append(session)
            planned[f"{miss.service_id} {miss.session_id} {miss.missed_on}"] += session.students[0].settles[0].minutes
    rows = unplanned(instance, plan)
    open_ = Counter({f"{row.service_id} {row.session_id} {row.missed_on}": row.minutes for row in rows})
    assert planned + open_ == Counter(
        {f"{miss.service_id} {miss.session_id} {miss.missed_on}": miss.minutes for miss in instance.misses}
    )
    assert all(row.minutes > 0 and row.detail.endswith(".") for row in rows)
