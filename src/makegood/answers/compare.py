"""The same records under several policies, side by side."""

import datetime as dt
from collections.abc import Sequence

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.records import Records
from makegood.statements.compare.comparison import Comparison
from makegood.statements.compare.policies import compare


def comparison(records: Records, policy_ids: Sequence[str], as_of: dt.date) -> Answer[Comparison]:
    """Account for the records under each policy; None if they cannot be counted under their own.

    Args:
        records: Records without errors.
        policy_ids: Built-in packs or packs of the records.
        as_of: The last day whose rows count.
    """
    ledger = account(records, as_of)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    return Answer(compare(records, policy_ids, as_of), ledger.findings)
