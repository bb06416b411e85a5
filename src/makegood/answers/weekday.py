"""What each weekday costs: days closed and minutes lost."""

import datetime as dt

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.records import Records
from makegood.statements.weekday import Weekdays, weekdays_of


def weekdays(records: Records, as_of: dt.date) -> Answer[Weekdays]:
    """Return what each weekday costs; None if the records cannot be counted.

    Args:
        records: Records without errors.
        as_of: The last day whose rows count.
    """
    ledger = account(records, as_of)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    return Answer(weekdays_of(records, as_of), ledger.value.findings)
