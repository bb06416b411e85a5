"""The ledger of a folder of records."""

import datetime as dt
from collections.abc import Collection
from typing import Final

from makegood.calendars import day_number
from makegood.files.collector import without_collector
from makegood.ledger.coding.book import code_book
from makegood.ledger.decoding import decode
from makegood.ledger.result import Ledger
from makegood.ledger.run import Engine, engine_for, run_fold, without_log
from makegood.records import Records
from makegood.terms.findings import Finding, errors

_LAST: Final = day_number(dt.date.max - dt.timedelta(366))
"""A day after every period, and a year before there are no more dates."""


class UnusableRecordsError(ValueError):
    """Records that cannot be accounted for.

    Attributes:
        findings: What is wrong with them, for people.
    """

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings; the error's own words name no pupil."""
        super().__init__(f"{len(errors(findings))} error(s) in the records")
        self.findings = findings


def ledger_of(
    records: Records,
    as_of: dt.date,
    *,
    engine: Engine | None = None,
    only: Collection[str] | None = None,
) -> Ledger:
    """Account for every minute that the records tell of.

    Args:
        records: A folder of records without errors (`intake.read_folder`).
        as_of: The last day whose rows count.
        engine: `plain` or `compiled`; None chooses by size. The figures are the same.
        only: The students to account for, by student_id; None for all.

    Raises:
        UnusableRecordsError: If a policy, calendar or reason is not known.
    """
    with without_collector():
        chosen = None if only is None else frozenset(only)
        coded, findings = code_book(records, as_of, chosen)
        if coded is None:
            raise UnusableRecordsError(findings)
        engine = engine or engine_for(coded.book)
        out = run_fold(coded.book, day_number(as_of), engine)
        return decode(coded, out, as_of, lambda: run_fold(without_log(coded.book), _LAST, engine))
