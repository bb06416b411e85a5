"""One planner on one published instance, in a process of its own: prints what it reached as JSON."""

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bench.planner.greedy import greedy
from bench.planner.published import PUBLISHED

from makegood.planner.invent import invent
from makegood.planner.solve import solve
from makegood.plans.instance import Instance, Session
from makegood.plans.verify import verify


class NoPlanError(Exception):
    """A planner that has no plan for an instance; its words say why."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A plan, and the bounds on minutes and on minutes in time, if the planner gives them."""

    sessions: tuple[Session, ...]
    bound: int | None = None
    in_time_bound: int | None = None


def _greedy(instance: Instance, _seconds: float) -> Reached:
    return Reached(greedy(instance))


# The others are loaded only where they are asked for, so that each one's memory is its own.
def _plain(instance: Instance, seconds: float) -> Reached:
    from bench.planner.plain_cp_sat import TooLargeError, plain_cp_sat  # noqa: PLC0415

    try:
        return Reached(plain_cp_sat(instance, seconds))
    except TooLargeError:
        raise NoPlanError("too large to try") from None


def _ours(instance: Instance, seconds: float) -> Reached:
    solution = solve(instance, seconds=seconds)
    return Reached(solution.sessions, solution.bound, solution.in_time_bound)


PLANNERS: Final[dict[str, Callable[[Instance, float], Reached]]] = {
    "greedy": _greedy,
    "plain CP-SAT": _plain,
    "Makegood": _ours,
}


def minutes(instance: Instance, sessions: tuple[Session, ...]) -> tuple[int, int]:
    """Return how many minutes a plan settles, and how many of them in time."""
    due = {(miss.service_id, miss.session_id, miss.missed_on): miss.due_by for miss in instance.misses}
    planned = in_time = 0
    for session in sessions:
        for student in session.students:
            for part in student.settles:
                planned += part.minutes
                last = due[part.service_id, part.session_id, part.missed_on]
                in_time += part.minutes if last is None or session.date <= last else 0
    return planned, in_time


def main() -> None:
    """Plan, check the plan, and print."""
    planner, name, seconds = sys.argv[1:]
    instance = PUBLISHED[name].read()
    if planner == "Makegood":
        # The inner loops are compiled once and kept: that is no part of planning.
        solve(invent("school", 1, students=8))
    begin = time.perf_counter()
    try:
        reached = PLANNERS[planner](instance, float(seconds))
    except NoPlanError as why:
        print(json.dumps({"none": str(why)}))
        return
    took = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    planned, in_time = minutes(instance, reached.sessions)
    told = {
        "planned": planned,
        "in_time": in_time,
        "bound": reached.bound,
        "in_time_bound": reached.in_time_bound,
        "seconds": took,
        "memory": memory,
        "verified": not verify(instance, reached.sessions),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
