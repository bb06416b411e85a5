"""Who will not get the promised minutes at this rate."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.records import Records
from makegood.statements.pace.pace import Pace
from makegood.statements.pace.paces import pace_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Paces:
    """The pace of every service that runs on a day.

    Attributes:
        every: A line for each span that is not over, worst service first.
    """

    as_of: dt.date
    every: Sequence[Pace]

    @property
    def behind(self) -> Sequence[Pace]:
        """The spans at whose end a session or more would be lacking."""
        return [pace for pace in self.every if pace.behind]

    def as_dict(self, *, every: bool = False) -> dict[str, Any]:
        """Return the lines as JSON prints them: those behind, or every one."""
        shown = self.every if every else self.behind
        return {"as_of": self.as_of.isoformat(), "paces": [pace.as_dict() for pace in shown]}


def paces(records: Records, as_of: dt.date, student_id: str | None = None) -> Answer[Paces]:
    """Return the pace of every service that runs on a day; None if the records cannot be counted.

    Args:
        records: Records without errors, of the student at least.
        as_of: The last day whose rows count.
        student_id: Only this student; None for all.
    """
    only = None if student_id is None else [student_id]
    ledger = account(records, as_of, only)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    return Answer(Paces(as_of=as_of, every=pace_of(records, ledger.value, only)), ledger.findings)
