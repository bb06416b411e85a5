"""Making a plan and what is beside it, while somebody watches and may stop it."""

from collections.abc import Sequence

import typer

from makegood.answers.plan import Made, PlanFacts, Tried, Watching, plan
from makegood.cli.fail import FAILED, counted
from makegood.cli.out import print_note
from makegood.cli.plan_watch import Watch


def made_of(facts: PlanFacts, scenarios: Sequence[Tried], seconds: float | None, *, places: int) -> Made:
    """Make the plan and what is beside it; a first Ctrl-C ends the search, not the command.

    Args:
        facts: What it is made from.
        scenarios: What is planned beside it, each with its facts.
        seconds: How long each plan may take.
        places: For how many schools and services to look for what more time would settle, if something is left.
    """
    with Watch("Planning") as watch:
        watching = Watching(best=watch.best, now=watch.now, stopped=watch.stopped)
        made = plan(facts, scenarios, seconds=seconds, places=places, watching=watching).value
    if made is None:
        print_note("makegood: a plan did not pass its own check, so it is not shown. Please report this.")
        raise typer.Exit(FAILED)
    if watch.stopped():
        print_note("Stopped early: this is the best plan so far, checked like any other.")
    if len(made.beside) < len(scenarios):
        left_out = counted(len(scenarios) - len(made.beside), "scenario")
        print_note(f"Left out, since it was stopped: {left_out}.")
    return made
