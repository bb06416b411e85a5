"""Why one session, or a gap that has no row, was counted as it was."""

import datetime as dt
from typing import Final

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.records import Records
from makegood.statements.explain.explanation import Explanation
from makegood.statements.explain.session import explain
from makegood.statements.explain.subject import service_and_day, student_of

_NEAR: Final = 3
"""Gaps that are named where none is on the day that was asked about."""


def gaps_near(records: Records, asked: str, as_of: dt.date) -> list[str]:
    """Return what to ask about instead of a SERVICE_ID:DATE without a gap: that service's nearest gaps without a row.

    Minutes on no record are dated the last school day of their week or month, and no calendar on a wall shows that.
    """
    service_id, day = service_and_day(records, asked)
    if service_id is None or day is None:
        return []
    ledger = account(records, as_of)
    misses = ledger.value.misses if ledger.value is not None else ()
    days = {
        miss.missed_on for miss in misses if miss.service_id == service_id and miss.session_id is None and miss.minutes
    }
    nearest = sorted(days, key=lambda each: (abs((each - day).days), each))[:_NEAR]
    return [f"{service_id}:{each.isoformat()}" for each in sorted(nearest)]


def explanation(records: Records, asked: str, as_of: dt.date) -> Answer[Explanation]:
    """Explain a row; None without findings if the records say nothing about it.

    Args:
        records: Records without errors, of the row's child at least.
        asked: A session_id, or SERVICE_ID:DATE for a gap or minutes that are on no record.
        as_of: The last day whose rows count.
    """
    student = student_of(records, asked)
    if student is None:
        return Answer(None)
    ledger = account(records, as_of, {student})
    if ledger.value is None:
        return Answer(None, ledger.findings)
    return Answer(explain(records, ledger.value, asked))
