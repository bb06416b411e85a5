"""Why one session, or a gap that has no row, was counted as it was."""

import datetime as dt

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.records import Records
from makegood.statements.explain.explanation import Explanation
from makegood.statements.explain.session import explain
from makegood.statements.explain.subject import student_of


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
