"""Making a plan: solve, verify, explain, price."""

import time
from collections import Counter
from collections.abc import Callable, Sequence

from makegood.files.collector import without_collector
from makegood.planner.cover import cover
from makegood.planner.explain import unplanned
from makegood.planner.misses import key_of
from makegood.planner.solve import Progress, solve
from makegood.plans.instance import Instance, Session
from makegood.plans.plan import Plan, Summary
from makegood.plans.verify import verify


def make_plan(
    instance: Instance,
    *,
    seconds: float | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Plan:
    """Return a plan, verified, with a reason for each minute that it leaves out and the price of those.

    Args:
        instance: The facts.
        seconds: How long the search may take; without it, a fixed number of steps.
        progress: Gets the minutes planned so far and those that no plan can exceed.
        stopped: Asked often; once it says yes, the best plan so far is taken.
    """
    begun = time.monotonic()

    def report(state: Progress) -> None:
        if progress:
            progress(state.planned, state.bound)

    solution = solve(instance, seconds=seconds, progress=report, stopped=stopped)
    sessions = solution.sessions
    with without_collector():
        left = unplanned(instance, sessions)
        verified = not verify(instance, sessions)
        rest = cover(instance, sessions, left)
    planned, in_time = planned_of(instance, sessions)
    return Plan(
        sessions=sessions,
        unplanned=left,
        summary=Summary(
            owed=sum(miss.minutes for miss in instance.misses),
            planned=planned,
            in_time=in_time,
            bound=solution.bound,
            in_time_bound=solution.in_time_bound,
            worst_open_share=worst_open_share(instance, sessions),
            seconds=round(time.monotonic() - begun, 2),
            verified=verified,
        ),
        cover=rest,
    )


def planned_of(instance: Instance, sessions: Sequence[Session]) -> tuple[int, int]:
    """Return the minutes that sessions settle, and those of them in time."""
    due = {key_of(miss): miss.due_by for miss in instance.misses}
    planned = in_time = 0
    for session in sessions:
        for attends in session.students:
            for each in attends.settles:
                planned += each.minutes
                last = due[key_of(each)]
                if last is None or session.date <= last:
                    in_time += each.minutes
    return planned, in_time


def worst_open_share(instance: Instance, sessions: Sequence[Session]) -> float:
    """Return the largest share of one student's owed minutes that stays open, 0 to 1."""
    owed: Counter[str] = Counter()
    for miss in instance.misses:
        owed[miss.student_id] += miss.minutes
    done: Counter[str] = Counter()
    for session in sessions:
        for attends in session.students:
            done[attends.student_id] += sum(each.minutes for each in attends.settles)
    return max((1 - done[student] / minutes for student, minutes in owed.items()), default=0.0)
