"""The regular week: who comes when, so that what is promised can be held."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.ledger import Ledger
from makegood.records import Records
from makegood.terms.findings import errors
from makegood.week.caseload import Caseload
from makegood.week.gather import caseload_of
from makegood.week.make import week_of
from makegood.week.moves import Move, moves_of
from makegood.week.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """What a week is made from.

    Attributes:
        caseload: What is promised, and who is there.
        ledger: The account of the records, which knows what was owed in the year before.
    """

    caseload: Caseload
    ledger: Ledger


def week_facts(
    records: Records,
    as_of: dt.date,
    first: dt.date,
    *,
    schools: Collection[str] = (),
    providers: Collection[str] = (),
    keep: bool = False,
) -> Answer[WeekFacts]:
    """Gather what is promised and who is there; None if the records cannot be counted, or no week made from them.

    Args:
        records: Records without errors.
        as_of: The last day whose rows count.
        first: The day from which the week is to hold.
        schools: Only sessions at these; none named: at all.
        providers: Only sessions of these; none named: of all.
        keep: Whether present slots stay where they are.
    """
    ledger = account(records, as_of)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    caseload, findings = caseload_of(records, as_of, first, schools=schools, providers=providers, keep=keep)
    if errors(findings):
        return Answer(None, findings)
    return Answer(WeekFacts(caseload=caseload, ledger=ledger.value), findings)


def week(facts: WeekFacts) -> Week:
    """Return the week; the same facts give the same one."""
    return week_of(facts.caseload, facts.ledger)


def moves(made: Week, facts: WeekFacts) -> Sequence[Move]:
    """Return the present slots that do not stay, where their sessions are instead, and why."""
    return moves_of(made, facts.caseload)
