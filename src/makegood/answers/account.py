"""The account of every child of the records, or of some."""

import datetime as dt
from collections.abc import Collection, Sequence

from makegood.answers.answer import Answer
from makegood.ledger import Ledger, UnusableRecordsError, ledger_of, refusals
from makegood.records import Records
from makegood.terms.findings import Finding


def account(records: Records, as_of: dt.date, only: Collection[str] | None = None) -> Answer[Ledger]:
    """Account for the records; None and the findings if they cannot be counted.

    Args:
        records: Records without errors.
        as_of: The last day whose rows count.
        only: The students to account for, by student_id; None for all. An error about another one refuses the records
            too: what is read is checked.
    """
    found = [] if only is None else refusals(records, as_of)
    if found:
        return Answer(None, found)
    try:
        ledger = ledger_of(records, as_of, only=only)
    except UnusableRecordsError as refused:
        return Answer(None, refused.findings)
    return Answer(ledger, ledger.findings)


def why_not_counted(records: Records, as_of: dt.date) -> Sequence[Finding]:
    """Return why records cannot be counted; nothing if they can.

    Args:
        records: Records without errors of their own.
        as_of: The last day whose rows count.
    """
    return refusals(records, as_of)
