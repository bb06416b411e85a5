"""What became of a row's session or sessions, by all that its columns say."""

from dataclasses import replace
from typing import NamedTuple

from makegood.imports.draft.log.amounts import amounts_of, clock_of
from makegood.imports.draft.log.code import with_code
from makegood.imports.draft.log.kind import take_kind
from makegood.imports.draft.log.note import of_note, take_reason_in_note
from makegood.imports.draft.log.reason import is_another_reason, of_reason, says_why, with_reason
from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.outcome import NO_SESSION, NOT_THIS_SERVICE, Outcome, ask_why, outcomes_of
from makegood.imports.values.amount import Amount, minutes_alone


class RowOutcomes(NamedTuple):
    """What became of a row.

    Attributes:
        outcomes: Each of its sessions.
        kept_reason: Its reason, where its code gives another: a note keeps it; else blank.
    """

    outcomes: list[Outcome]
    kept_reason: str


def outcomes_of_row(row: LogRow, numbers: str | None) -> RowOutcomes:
    """Return what became of a row's session or sessions; none where it says that there was none.

    Args:
        row: The row.
        numbers: What the numbers of the table are: `minutes`, `sessions`, or None while it is asked.
    """
    start, length = clock_of(row)
    planned = minutes_alone(row.cell("minutes_planned"))
    amounts = amounts_of(row, numbers)
    by_clock = not amounts and length is not None
    if by_clock:
        amounts = (Amount(length),)
    if start is not None and len(amounts) == 1 and amounts[0].start is None:
        amounts = (replace(amounts[0], start=start),)
    where = row.place("minutes_delivered")
    outcomes = outcomes_of(amounts, row.desk, row.drafts, where, row.words)
    if row.code:
        outcomes = with_code(row, outcomes, planned, start)
    kept_reason = ""
    if says_why(row):
        kept_reason = row.reason if any(is_another_reason(row, each) for each in outcomes) else ""
        outcomes = [with_reason(row, each, by_clock=by_clock) for each in outcomes] or of_reason(row, start)
    if not outcomes and not row.code and not amounts:
        outcomes = of_note(row)
    for each in outcomes:
        each.planned = each.planned if each.planned is not None else planned
        take_reason_in_note(row, each)
    outcomes = _of_this_service(row, outcomes)
    ask_why(outcomes, row.desk, where)
    return RowOutcomes(outcomes, kept_reason)


def _of_this_service(row: LogRow, outcomes: list[Outcome]) -> list[Outcome]:
    """Return those that are sessions of the row's service, make-ups among them marked; what is none is named."""
    sessions = [each for each in outcomes if each.meaning not in NO_SESSION]
    if len(sessions) < len(outcomes):
        row.leave_out(NOT_THIS_SERVICE)
    found = []
    for each in sessions:
        if take_kind(row, each):
            found.append(each)
        else:
            row.leave_out(NOT_THIS_SERVICE)
    return found
