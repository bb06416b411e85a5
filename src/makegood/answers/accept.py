"""What becomes agreed when a plan or a week, or part of it, is taken."""

import datetime as dt
from collections.abc import Collection

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.planner.accept import Acceptance, acceptance_of
from makegood.plans.plan import Plan
from makegood.records import Records
from makegood.week.accept import Agreed, agreed_of
from makegood.week.week_json import Proposed


def acceptance(
    records: Records,
    plan: Plan,
    as_of: dt.date,
    *,
    providers: Collection[str] = (),
    students: Collection[str] = (),
) -> Answer[Acceptance]:
    """Check that a plan still fits the records, and return what becomes agreed; None if it does not fit.

    Args:
        records: Records without errors, as they are now.
        plan: The plan.
        as_of: The day on which it is taken.
        providers: Only sessions of these; none named: of all.
        students: Only sessions that one of these attends; none named: all.
    """
    ledger = account(records, as_of)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    return Answer(*acceptance_of(records, ledger.value, plan, providers=providers, students=students))


def week_acceptance(
    records: Records, week: Proposed, *, providers: Collection[str] = (), students: Collection[str] = ()
) -> Answer[Agreed]:
    """Check that a week still fits the records, and return what becomes of the schedule; None if it does not fit.

    Args:
        records: Records without errors, as they are now.
        week: The week.
        providers: Only slots of these; none named: of all.
        students: Only slots of these; none named: of all.
    """
    return Answer(*agreed_of(records, week, providers=providers, students=students))
