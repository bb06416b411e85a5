"""Whether records can be accounted for at all, whoever of them is asked about."""

import datetime as dt

from makegood.ledger.coding.roster import roster_of
from makegood.log import unknown_reasons
from makegood.records import Records
from makegood.terms.findings import Finding, errors


def refusals(records: Records, as_of: dt.date) -> list[Finding]:
    """Return the errors for which `ledger_of` refuses the records as a whole; none if it accounts for them.

    Args:
        records: A folder of records without errors (`intake.read_folder`).
        as_of: The last day whose rows count.
    """
    roster = roster_of(records, as_of)
    found = errors(roster.findings)
    return found or list(unknown_reasons(roster.log, [facts.place for facts in roster.services]))
