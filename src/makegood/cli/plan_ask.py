"""What a plan is asked of: a folder of records, or a file with an instance."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from makegood.answers.plan import PlanFacts, plan_facts
from makegood.cli.fail import refuse, refuse_input, show
from makegood.cli.load import asked, count_warnings, day, read
from makegood.cli.names import names_of
from makegood.cli.progress import working
from makegood.files.reading import is_folder, is_there
from makegood.planner.wording import Names
from makegood.plans.instance import Instance
from makegood.plans.instance_file import read_instance

_INSTANCES: Final = (".json", ".json.gz")


@dataclass(frozen=True, slots=True)
class Ask:
    """What was asked.

    Attributes:
        facts: What the plan is made from.
        names: Names of places, and of people if they were asked for.
    """

    facts: PlanFacts
    names: Names

    @property
    def instance(self) -> Instance:
        """What is owed, and who is free when."""
        return self.facts.instance

    @property
    def as_of(self) -> dt.date:
        """The day that is counted to."""
        return self.facts.as_of


def ask_of(
    folder: Path,
    from_: str | None,
    until: str | None,
    as_of: str | None,
    dates: Literal["iso", "mdy", "dmy"],
    *,
    with_team: bool,
    with_names: bool,
    quiet: bool,
) -> Ask:
    """Return what is asked of a plan, or refuse it with its findings.

    Args:
        folder: The records, or an instance.
        from_: The first day that may be planned, as written.
        until: The last.
        as_of: The day that is counted to, as written.
        dates: How dates with slashes are written.
        with_team: Whether minutes that wait for the IEP team are planned too.
        with_names: Whether people are named beside their ids.
        quiet: Whether warnings are left to `makegood check`.
    """
    first = None if from_ is None else day(from_, "--from")
    last = None if until is None else day(until, "--until")
    if first is not None and last is not None and last < first:
        refuse_input(f"--until {last} lies before --from {first}.", expected="a first day, then a last day")
    if not is_folder(folder) and is_there(folder) and folder.name.lower().endswith(_INSTANCES):
        return _of_file(folder, first, last)
    if first is None or last is None:
        name = "--from" if first is None else "--until"
        refuse_input(f"{name} is missing.", expected="the first and the last day to plan, such as --from 2027-03-15")
    upto = day(as_of)
    records, findings = read(folder, upto, dates)
    facts, doubts = asked(lambda: plan_facts(records, upto, first, last, with_team=with_team))
    if not quiet:
        count_warnings(folder, findings, upto, dates)
        show(doubts)
    return Ask(facts, names_of(records, persons=with_names))


def _of_file(path: Path, first: dt.date | None, last: dt.date | None) -> Ask:
    with working(f"Reading {path}"):
        instance, findings = read_instance(path)
    if instance is None:
        refuse(findings)
    show(findings)
    span = (instance.first, instance.last)
    if (first or instance.first, last or instance.last) != span:
        refuse_input(
            f"{path} is an instance with days of its own, {span[0]} to {span[1]}.", expected="no --from and no --until"
        )
    return Ask(PlanFacts(instance, instance.first), Names())
