"""The same input gives the same plan, and a search that is stopped gives the best so far."""

import os
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from tests.planner.nasty_instance import nasty_instance

from makegood.planner.invent import invent
from makegood.planner.make import make_plan
from makegood.planner.solve import Progress, Solution, solve
from makegood.plans.instance import Instance
from makegood.plans.verify import verify

ROOT = Path(__file__).parents[2]
LEAST = 6500
"""Minutes that one walk through the contested school plans; a search to the end comes to more than 7400."""
# Six schools whose itinerants the threads share, and districts with everything in them.
AGAIN = """
from tests.planner.nasty_instance import nasty_instance
from makegood.planner.invent import invent
from makegood.planner.solve import solve
asked = 0
def stopped():
    global asked
    asked += 1
    return asked > 90
for instance in (invent("cluster", 2, students=150), *map(nasty_instance, range(3))):
    asked = 0
    print(solve(instance, stopped=stopped))
"""


def test_two_processes_come_to_the_same_plan() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", AGAIN], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert told[0] == told[1]
    assert told[0].count("Solution(") == 4
    assert told[0].count("Session(") > 200


def test_two_searches_in_one_process_come_to_the_same_plan() -> None:
    for instance in (invent("school", 3, students=15), nasty_instance(11)):
        assert solve(instance) == solve(instance)


def minutes(solution: Solution) -> int:
    return sum(part.minutes for one in solution.sessions for row in one.students for part in row.settles)


@pytest.fixture(scope="module")
def contested() -> Instance:
    return invent("contested", 4)


@pytest.mark.parametrize("turn", [1, 2, 10, 26, 30, 60])
def test_a_plan_stands_whenever_somebody_says_stop(contested: Instance, turn: int) -> None:
    turns = count(1)
    solution = solve(contested, stopped=lambda: next(turns) >= turn)
    assert verify(contested, solution.sessions) == []
    assert not solution.complete
    assert LEAST < minutes(solution) <= solution.bound


@pytest.mark.parametrize("seconds", [0, 0.001, 0.2])
def test_however_little_time_there_is_there_is_a_plan(contested: Instance, seconds: float) -> None:
    begun = time.monotonic()
    plan = make_plan(contested, seconds=seconds)
    # Setting up and explaining take a while; the whole search would take several seconds.
    assert time.monotonic() - begun < seconds + 5
    assert plan.summary.verified
    assert LEAST < plan.summary.planned <= plan.summary.bound <= plan.summary.owed


def test_a_stopped_plan_tells_why_the_rest_is_not_planned(contested: Instance) -> None:
    plan = make_plan(contested, stopped=lambda: True)
    assert plan.summary.verified
    assert plan.summary.planned + sum(each.minutes for each in plan.unplanned) == plan.summary.owed


def test_a_longer_search_has_a_lower_bound_and_tells_how_far_it_is(contested: Instance) -> None:
    told: list[Progress] = []
    turns = count(1)
    solution = solve(contested, progress=told.append, stopped=lambda: next(turns) > 150)
    assert len(told) > 3
    bounds = [each.bound for each in told]
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[0] > bounds[-1] == solution.bound
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert all(each.planned <= each.bound <= each.owed for each in told)
    assert told[-1].planned == minutes(solution)
