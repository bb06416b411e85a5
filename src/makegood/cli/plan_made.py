"""Making a plan and what is beside it, while somebody watches and may stop it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import typer

from makegood.cli.fail import FAILED, counted
from makegood.cli.out import print_note
from makegood.cli.plan_ask import Ask
from makegood.cli.plan_watch import Watch
from makegood.cli.plan_what_if import Beside
from makegood.planner.fixes import LATER, Fix, fixes
from makegood.planner.what_if import Scenario, compare
from makegood.plans.instance import Instance
from makegood.plans.plan import Plan


@dataclass(frozen=True, slots=True)
class Made:
    """A plan, the scenarios beside it, and what more time would settle."""

    plan: Plan
    beside: tuple[Beside, ...] = ()
    fixes: tuple[Fix, ...] = ()


def made_of(ask: Ask, scenarios: Sequence[tuple[Scenario, Instance]], seconds: float | None, *, places: int) -> Made:
    """Make the plan and what is beside it; a first Ctrl-C ends the search, not the command.

    Args:
        ask: What was asked.
        scenarios: What is planned beside it, each with its facts.
        seconds: How long each plan may take.
        places: For how many schools and services to look for what more time would settle, if something is left.
    """
    from makegood.planner.make import make_plan  # noqa: PLC0415 - no other command has to wait for the solver
    from makegood.planner.solve import solve  # noqa: PLC0415 - the same

    beside: list[Beside] = []
    more: tuple[Fix, ...] = ()
    with Watch("Planning") as watch:
        plan = _verified(make_plan(ask.instance, seconds=seconds, progress=watch.best, stopped=watch.stopped))
        if places and plan.unplanned and not watch.stopped():
            watch.now("Looking for what more time would settle")
            look = partial(solve, stopped=watch.stopped)
            more = fixes(ask.instance, plan.sessions, look, places=places, later=ask.later(LATER))
        for scenario, instance in scenarios:
            if watch.stopped():
                break
            watch.now(f"Planning “{scenario.name}”")
            then = _verified(make_plan(instance, seconds=seconds, progress=watch.best, stopped=watch.stopped))
            beside.append(Beside(scenario.name, compare(plan, then, ask.instance, instance, ask.records)))
    if watch.stopped():
        print_note("Stopped early: this is the best plan so far, checked like any other.")
    if len(beside) < len(scenarios):
        left_out = counted(len(scenarios) - len(beside), "scenario")
        print_note(f"Left out, since it was stopped: {left_out}.")
    return Made(replace(plan, as_of=ask.as_of), tuple(beside), more)


def _verified(plan: Plan) -> Plan:
    if not plan.summary.verified:
        print_note("makegood: a plan did not pass its own check, so it is not shown. Please report this.")
        raise typer.Exit(FAILED)
    return plan
