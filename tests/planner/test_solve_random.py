"""Some two hundred generated instances, searched to the end or stopped on the way: every plan keeps every rule."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count

import pytest
from tests.planner.nasty_instance import nasty_instance
from tests.planner.slow_verify import slow_verify
from tests.planner.small_instance import random_instance
from tests.planner.tiny_instance import tiny_instance

from makegood.planner.instance import Instance, Session
from makegood.planner.invent import invent
from makegood.planner.solve import Solution, solve
from makegood.planner.verify import verify


def asked(times: int) -> Callable[[], bool]:
    """Return a `stopped` that says yes from the nth time on."""
    turns = count(1)
    return lambda: next(turns) >= times


def minutes(sessions: Sequence[Session]) -> int:
    return sum(part.minutes for one in sessions for row in one.students for part in row.settles)


def expect_a_plan(instance: Instance, solution: Solution, *, slowly: bool = False) -> None:
    """Hold a plan against the rules, and its bounds against what is owed and planned."""
    assert verify(instance, solution.sessions) == []
    if slowly:
        assert slow_verify(instance, solution.sessions) == set()
    owed = sum(miss.minutes for miss in instance.misses)
    assert minutes(solution.sessions) <= solution.bound <= owed
    assert solution.in_time_bound <= solution.bound


# Prices are moved some two dozen rounds first, so that the search itself is stopped in its first passes.
@pytest.mark.parametrize("part", range(5))
def test_whatever_is_asked_for_the_plan_stands_wherever_the_search_is_stopped(part: int) -> None:
    for seed in range(part * 20, part * 20 + 20):
        instance = nasty_instance(seed)
        expect_a_plan(instance, solve(instance, stopped=asked(1 + seed % 29)), slowly=seed % 8 == 0)


@pytest.mark.parametrize("seed", range(500, 503))
def test_a_search_to_the_end_stands(seed: int) -> None:
    instance = nasty_instance(seed)
    expect_a_plan(instance, solve(instance), slowly=True)


@pytest.mark.parametrize("seed", range(21))
def test_tiny_ones_to_the_end(seed: int) -> None:
    instance = tiny_instance(seed, (1, 5, 15)[seed % 3])
    expect_a_plan(instance, solve(instance), slowly=True)


@pytest.mark.parametrize("seed", range(1, 4))
def test_small_schools_are_planned_almost_wholly(seed: int) -> None:
    instance = invent("school", seed, students=12)
    solution = solve(instance)
    expect_a_plan(instance, solution)
    assert minutes(solution.sessions) >= 0.95 * solution.bound


def test_a_school_a_contested_one_and_a_cluster_stand() -> None:
    for instance in (invent("school", 4), invent("contested", 2), invent("cluster", 3, students=200)):
        solution = solve(instance, stopped=asked(120))
        expect_a_plan(instance, solution)
        assert minutes(solution.sessions) >= 0.85 * solution.bound


def test_the_districts_above_have_everything_in_them() -> None:
    """Of all instances above, some have each of these, and some plans make use of it."""
    seen: Counter[str] = Counter()
    for seed in range(60):
        instance = nasty_instance(seed)
        plan = solve(instance, stopped=asked(1)).sessions
        remote = {each.provider_id for each in instance.providers if each.remote}
        days = Counter((one.provider_id, one.date, one.school_id) for one in plan)
        places = Counter((provider, date) for provider, date, _ in days)
        seen["pinned"] += any(one in instance.pinned for one in plan)
        seen["groups"] += any(len(one.students) > 1 for one in plan)
        seen["remote"] += any(one.provider_id in remote for one in plan)
        seen["two schools on a day"] += max(places.values(), default=0) > 1
        seen["several misses"] += any(len(row.settles) > 1 for one in plan for row in one.students)
        seen["odd minutes"] += any(one.start % 5 or one.minutes % 5 for one in plan)
        seen["after school"] += any(one.start >= 620 for one in plan)
        parts = [part for one in plan for row in one.students for part in row.settles]
        seen["missed on the way"] += any(part.missed_on > instance.first for part in parts)
        seen["no limits"] += instance.limits == type(instance.limits)()
    assert len(seen) == 9
    assert min(seen.values()) >= 3, seen


def test_random_districts_as_they_are() -> None:
    for seed in range(20):
        instance = random_instance(seed)
        expect_a_plan(instance, solve(instance, stopped=asked(30)))
