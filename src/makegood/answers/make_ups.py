"""What a make-up can be for: the misses of a child and a type of service that are still to be made up."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from makegood.answers.account import account
from makegood.log import alike
from makegood.records import Records
from makegood.terms.reasons import UNRECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMakeUp:
    """A miss of which minutes are not made up.

    Attributes:
        session_id: The row that a make-up can name; None where the log has none.
        minutes: What is not made up yet.
        undecided: Whether the team still decides about it, or no rule is known.
    """

    session_id: str | None
    date: dt.date
    minutes: int
    reason: str
    undecided: bool


def to_make_up(records: Records, student_id: str, service_type: str, as_of: dt.date) -> Sequence[ToMakeUp]:
    """Return the misses of a child and a type of service that a make-up can settle (ledger.md, 5), oldest first.

    What is still to be made up comes before what waits for the team. Minutes with nothing on record are left out: who
    was to give them can still note what happened.

    Args:
        records: Records without errors, of this child at least.
        student_id: The child.
        service_type: The type of service.
        as_of: The last day whose rows count.
    """
    ledger = account(records, as_of, [student_id]).value
    if ledger is None:
        return ()
    found = [
        ToMakeUp(
            session_id=miss.session_id,
            date=miss.missed_on,
            minutes=miss.open if miss.disposition == "owed" else miss.minutes,
            reason=miss.reason,
            undecided=miss.disposition != "owed",
        )
        for miss in ledger.misses
        if miss.student_id == student_id and alike(miss.service_type) == alike(service_type)
        and miss.reason != UNRECORDED and miss.disposition in {"owed", "team_decides", "unknown"}
    ]  # fmt: skip
    return sorted((miss for miss in found if miss.minutes), key=lambda miss: (miss.undecided, miss.date))
