"""Good plans of random districts, changed at random: the verifier and the slow oracle find the same."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans.slow_verify import RULES, slow_verify
from tests.plans.small_instance import broken_by, in_order, random_instance

from makegood.plans.instance import Attends, Declined, Instance, Session, Settles
from makegood.plans.verify import verify

DAY = dt.timedelta(days=1)
Change = Callable[[Random, Instance, Session], Session]


def an_attempt(luck: Random, instance: Instance) -> Session:
    """Return a session that might be held: time somebody has, a miss of theirs, perhaps with another student."""
    row = luck.choice(instance.availability)
    days = [instance.first + DAY * n for n in range((instance.last - instance.first).days + 1)]
    date = row.date or next(day for day in days if day.weekday() == row.weekday)
    minutes = luck.choice([5, 10, 15, 20, 30])
    miss = luck.choice(instance.misses)
    school = {student.student_id: student.school_id for student in instance.students}
    others = [
        other
        for other in instance.misses
        if other.service_type == miss.service_type
        and school[other.student_id] == school[miss.student_id]
        and other.student_id != miss.student_id
    ]
    together = [miss, *luck.sample(others, min(len(others), luck.choice([0, 0, 1])))]
    settles = {
        one.student_id: Settles(
            service_id=one.service_id,
            session_id=one.session_id,
            missed_on=one.missed_on,
            minutes=min(minutes, one.minutes),
        )
        for one in together
    }
    return Session(
        date=date,
        start=luck.randrange(row.start, max(row.start + 5, row.end - minutes + 1), 5),
        minutes=minutes,
        school_id=school[miss.student_id],
        provider_id=row.provider_id,
        service_type=miss.service_type,
        students=tuple(Attends(student_id=name, settles=(part,)) for name, part in settles.items()),
    )


def a_good_plan(luck: Random, instance: Instance) -> list[Session]:
    """Return a plan that the verifier finds nothing against, session by session."""
    plan: list[Session] = []
    for _ in range(150):
        more = in_order([*plan, an_attempt(luck, instance)])
        if not verify(instance, more):
            plan = more
    return plan


def with_settles(session: Session, change: Callable[[Settles], Settles]) -> Session:
    """Return a session with what its first student settles first changed."""
    first, *others = session.students
    part, *parts = first.settles
    return replace(session, students=(replace(first, settles=(change(part), *parts)), *others))


CHANGES: dict[str, Change] = {
    "earlier or later": lambda luck, _, one: replace(one, start=one.start + luck.choice([-20, -5, -1, 1, 5, 20])),
    "another day": lambda luck, _, one: replace(one, date=one.date + DAY * luck.choice([-7, -1, 1, 2, 7])),
    "another provider": lambda luck, all_, one: replace(one, provider_id=luck.choice(all_.providers).provider_id),
    "another school": lambda luck, _, one: replace(one, school_id=luck.choice("ABC")),
    "another service": lambda luck, _, one: replace(one, service_type=luck.choice(["speech", "ot"])),
    "longer or shorter": lambda luck, _, one: replace(one, minutes=one.minutes + luck.choice([-10, -5, -1, 1, 5, 10])),
    "one who comes as well": lambda luck, all_, one: replace(
        one, students=(*one.students, *an_attempt(luck, all_).students[:1])
    ),
    "more or less settled": lambda luck, _, one: with_settles(
        one, lambda part: replace(part, minutes=part.minutes + luck.choice([-5, -1, 1, 5]))
    ),
    "another miss": lambda luck, all_, one: with_settles(one, lambda _: an_attempt(luck, all_).students[0].settles[0]),
    "missed later": lambda luck, _, one: with_settles(
        one, lambda part: replace(part, missed_on=part.missed_on + DAY * luck.choice([-1, 1, 30]))
    ),
    "somebody else": lambda luck, all_, one: replace(
        one, students=(replace(one.students[0], student_id=luck.choice(all_.students).student_id),)
    ),
}


def changed(luck: Random, instance: Instance, plan: list[Session]) -> tuple[Instance, list[Session]]:
    """Return an instance and a plan of it that one change, or two, may have broken."""
    plan = list(plan)
    if not plan:
        return instance, [an_attempt(luck, instance)]
    if luck.random() < 0.2:
        instance = replace(instance, pinned=tuple(luck.sample(plan, min(2, len(plan)))))
    if luck.random() < 0.2:
        # Said no to what is planned, and perhaps agreed to since.
        refused = luck.choice(plan)
        hour = Declined(
            student_id=refused.students[0].student_id,
            date=refused.date,
            start=refused.start + luck.choice([-10, 0, 5, refused.minutes]),
            minutes=10,
        )
        instance = replace(instance, declined=(*instance.declined, hour))
    for _ in range(luck.choice([1, 1, 2])):
        place, what = luck.randrange(len(plan)), luck.choice(["twice", "attempt", "order", *CHANGES, *CHANGES])
        if what == "twice":
            plan = in_order([*plan, plan[place]])
        elif what == "attempt":
            plan = in_order([*plan, an_attempt(luck, instance)])
        elif what == "order":
            luck.shuffle(plan)
        else:
            plan[place] = CHANGES[what](luck, instance, plan[place])
            plan = in_order(plan)
    return instance, plan


def findings_of(seed: int) -> list[set[str]]:
    """Return what stands against each of twenty changed plans, after asking the oracle whether it finds the same."""
    luck = Random(seed)  # noqa: S311 - for tests, not for secrets
    instance = random_instance(seed)
    plan = a_good_plan(luck, instance)
    assert slow_verify(instance, plan) == set()
    found = []
    for _ in range(20):
        other, mutated = changed(luck, instance, plan)
        found.append({broken.constraint for broken in verify(other, mutated)})
        assert found[-1] == slow_verify(other, mutated)
    return found


def test_hundreds_of_changed_plans_are_found_broken_as_the_oracle_finds_them() -> None:
    found = [names for seed in range(40) for names in findings_of(seed)]
    seen = Counter(name for names in found for name in names)
    # Each constraint was broken by chance, most of them alone too, and many changes broke nothing.
    assert set(seen) == set(RULES)
    assert found.count(set()) > 80
    alone = {next(iter(names)) for names in found if len(names) == 1}
    assert len(alone) > 12


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=1000))
def test_any_changed_plan_is_found_broken_as_the_oracle_finds_it(seed: int) -> None:
    findings_of(seed)


@pytest.mark.parametrize("seed", range(10))
def test_leaving_sessions_out_breaks_nothing_but_what_is_agreed(seed: int) -> None:
    luck = Random(seed)  # noqa: S311 - for tests, not for secrets
    instance = random_instance(seed)
    plan = a_good_plan(luck, instance)
    fewer = [session for session in plan if luck.random() < 0.5]
    assert broken_by(instance, *fewer) == set()
    missing = [session for session in plan if session not in fewer]
    found = broken_by(replace(instance, pinned=tuple(missing)), *fewer)
    # Where agreed sessions leave less of a miss, a shorter piece of it may stand, never a longer one be asked for.
    assert found == ({"pinned"} if missing else set())
