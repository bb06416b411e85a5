"""A plan of make-ups, scenarios beside it, and what more time would settle."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.ledger import Ledger
from makegood.planner.explain.accounts import Account, Accounts
from makegood.planner.explain.placed import Placed, placed
from makegood.planner.fixes import LATER, Fix, fixes
from makegood.planner.gather import gather
from makegood.planner.what_if import Comparison, Scenario, apply, compare, last_day, with_more_time
from makegood.plans.instance import Instance
from makegood.plans.plan import Plan
from makegood.plans.plan_json import plan_json
from makegood.records import Records
from makegood.terms.findings import Finding, errors


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a plan is made from.

    Attributes:
        instance: What is owed, and who is free when.
        as_of: The day that is counted to.
        records: The records that it was gathered from; None if it came as a file.
        ledger: Their account.
        with_team: Whether minutes that wait for the IEP team are planned too.
    """

    instance: Instance
    as_of: dt.date
    records: Records | None = None
    ledger: Ledger | None = None
    with_team: bool = False

    def later(self, by: dt.timedelta) -> Instance | None:
        """Return the facts of a plan that ends so much later, or None where there are no records of those days."""
        if self.records is None or self.ledger is None:
            return None
        last = self.instance.last + by
        return gather(self.records, self.ledger, self.instance.first, last, with_team=self.with_team)[0]

    def students(self) -> set[str]:
        """Return the students whom the records or the facts have."""
        own = () if self.records is None else self.records.students.student_id
        return {*own, *(each.student_id for each in self.instance.students)}

    def able(self) -> set[str]:
        """Return the providers who have time for make-ups, or have agreed to one."""
        free = {row.provider_id for row in self.instance.availability}
        return free | {each.provider_id for each in self.instance.pinned}


@dataclass(frozen=True, slots=True)
class Tried:
    """One scenario, and what both its plans are made from.

    Attributes:
        before: The facts as they are, up to the last day of the scenario where records tell of it.
        after: The facts as changed.
    """

    scenario: Scenario
    before: Instance
    after: Instance


@dataclass(frozen=True, slots=True)
class Beside:
    """One scenario beside today."""

    name: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Made:
    """A plan, the scenarios beside it, and what more time would settle."""

    facts: PlanFacts
    plan: Plan
    beside: tuple[Beside, ...] = ()
    fixes: tuple[Fix, ...] = ()

    def placed(self) -> Iterator[Placed]:
        """Yield each planned part of a miss with its session, and why it is there."""
        return placed(self.facts.instance, self.plan.sessions)

    def child(self, student_id: str) -> Account | None:
        """Return what is owed to a child, and where each part of it is; None if nothing is that can be planned."""
        return Accounts(self.facts.instance, self.placed(), self.plan.unplanned).students.get(student_id)

    def as_dict(self) -> dict[str, Any]:
        """Return the plan as JSON prints it; the scenarios beside it only if there are any."""
        beside = [{"name": each.name, **each.comparison.as_dict()} for each in self.beside]
        return plan_json(self.plan) | ({"what_if": beside} if beside else {})


@dataclass(frozen=True, slots=True)
class Watching:
    """Whoever waits for a plan: told how far it is, asked whether to stop.

    Attributes:
        best: Gets the minutes planned so far, and those that no plan can exceed.
        now: Gets what is done next, in words.
        stopped: Asked often; once it says yes, the best plan so far is taken.
    """

    best: Callable[[int, int | None], None] | None = None
    now: Callable[[str], None] = lambda _: None
    stopped: Callable[[], bool] = lambda: False


def plan_facts(
    records: Records, as_of: dt.date, first: dt.date, last: dt.date, *, with_team: bool = False
) -> Answer[PlanFacts]:
    """Gather what is owed and who is free; None if the records cannot be counted, or no plan made from them.

    Args:
        records: Records without errors.
        as_of: The last day whose rows count.
        first: The first day that may be planned.
        last: The last one.
        with_team: Whether minutes that wait for the IEP team are planned too.
    """
    ledger = account(records, as_of)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    instance, findings = gather(records, ledger.value, first, last, with_team=with_team)
    if errors(findings):
        return Answer(None, findings)
    return Answer(PlanFacts(instance, as_of, records, ledger.value, with_team), findings)


def scenarios(facts: PlanFacts, tried: Iterable[Scenario]) -> Answer[Sequence[Tried]]:
    """Return scenarios, each with its facts; None if one cannot be tried on these."""
    made: list[Tried] = []
    findings: list[Finding] = []
    for scenario in tried:
        before, found = _before(facts, scenario)
        findings += found
        after, found = apply(before, scenario.changes)
        findings += found
        made.append(Tried(scenario, before, after))
    return Answer(None if errors(findings) else made, findings)


def _before(facts: PlanFacts, scenario: Scenario) -> tuple[Instance, list[Finding]]:
    """Return the facts without the changes of a scenario, up to its last day; and errors of the days added."""
    now, changes = facts.instance, scenario.changes
    last, more_time = last_day(now, changes), with_more_time(now, changes)
    known = last == now.last and more_time <= {row.provider_id for row in now.availability}
    if known or facts.records is None or facts.ledger is None:
        return now, []
    before, found = gather(
        facts.records, facts.ledger, now.first, last, with_team=facts.with_team, more_time=more_time
    )  # fmt: skip
    return before, errors(found)


def plan(
    facts: PlanFacts,
    beside: Sequence[Tried] = (),
    *,
    seconds: float | None = None,
    places: int = 0,
    watching: Watching | None = None,
) -> Answer[Made]:
    """Make a plan and what is beside it; None without findings if one does not pass its own check.

    Args:
        facts: What it is made from.
        beside: What is planned beside it, each with its facts; what is left when somebody stops is left out.
        seconds: How long each plan may take; without it, a fixed number of steps.
        places: For how many schools and services to look for what more time would settle, if something is left.
        watching: Whoever waits for it.
    """
    from makegood.planner.make import make_plan  # noqa: PLC0415 - a command is read before it waits for the solver
    from makegood.planner.solve import solve  # noqa: PLC0415 - the same

    watch = watching or Watching()
    make = partial(make_plan, seconds=seconds, progress=watch.best, stopped=watch.stopped)
    today = make(facts.instance)
    if not today.summary.verified:
        return Answer(None)
    more: tuple[Fix, ...] = ()
    if places and today.unplanned and not watch.stopped():
        watch.now("Looking for what more time would settle")
        look = partial(solve, stopped=watch.stopped)
        more = fixes(facts.instance, today.sessions, look, places=places, later=facts.later(LATER))
    compared: list[Beside] = []
    without = {facts.instance.last: today}
    for each in beside:
        if watch.stopped():
            break
        watch.now(f"Planning “{each.scenario.name}”")
        last = each.before.last
        if last not in without:
            without[last] = make(each.before)
        then = make(each.after)
        if not (without[last].summary.verified and then.summary.verified):
            return Answer(None)
        until = None if last == facts.instance.last else last
        side = compare(without[last], then, each.before, each.after, facts.records, until=until)
        compared.append(Beside(each.scenario.name, side))
    return Answer(Made(facts, replace(today, as_of=facts.as_of), tuple(compared), more))
