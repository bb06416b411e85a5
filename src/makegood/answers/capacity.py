"""What is promised, owed and free by week, and which weeks cannot hold."""

import datetime as dt
from typing import Final

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.calendars.days import SATURDAY
from makegood.planner.capacity import Capacity, capacity_of, counted_on
from makegood.planner.gather import gather
from makegood.records import Records
from makegood.terms.findings import errors

EIGHT_WEEKS: Final = dt.timedelta(55)
"""From the first day to the last."""


def capacity(records: Records, as_of: dt.date, first: dt.date, last: dt.date) -> Answer[Capacity]:
    """Return what the weeks must hold and can hold; None if the records cannot be counted.

    Args:
        records: Records without errors.
        as_of: The last day whose rows count.
        first: The first day of the weeks.
        last: The last one.
    """
    ledger = account(records, as_of)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    instance, findings = gather(records, ledger.value, first, last)
    if errors(findings):
        return Answer(None, findings)
    beside = [*ledger.findings, *findings, *counted_on(records, ledger.value, first)]
    return Answer(capacity_of(records, instance), beside)


def next_weekday(as_of: dt.date) -> dt.date:
    """Return the next day from Monday to Friday."""
    days = (as_of + dt.timedelta(n) for n in range(1, 4))
    return next(each for each in days if each.weekday() < SATURDAY)
