"""What the column of reasons says of a row's session: why it was missed, whole or in part."""

from makegood.imports.draft.codes import meaning_of_code
from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.outcome import PARTLY, Outcome, of_meaning, outcomes_of
from makegood.imports.values.amount import Amount, minutes_alone
from makegood.imports.words import NO_REASONS, bare, common, outcome_of


def says_why(row: LogRow) -> bool:
    """Return whether a row's reason is more than `none`, `n/a` or a dash."""
    return bool(bare(row.reason)) and not common(row.reason, "nothing")


def is_another_reason(row: LogRow, outcome: Outcome) -> bool:
    """Return whether a row's reason says another thing than the reason that a session has by its code."""
    return outcome.reason is not None and outcome_of(row.reason) != outcome.reason


def with_reason(row: LogRow, outcome: Outcome, *, by_clock: bool) -> Outcome:
    """Return a session with the reason that its row gives.

    Args:
        row: The row; its reason says why.
        outcome: What became of the session, by its minutes and its code.
        by_clock: Whether its minutes are only those between its times.
    """
    if outcome.meaning not in {"held", "missed"}:
        if is_another_reason(row, outcome):
            row.desk.assume("Where a code and a reason both say why, the code was taken. The note keeps the reason.")
        return outcome
    where = row.place("reason")
    meaning = meaning_of_code(row.reason, row.desk, where, sentence=True)
    if meaning in NO_REASONS:
        return outcome
    planned = outcome.planned if outcome.planned is not None else minutes_alone(row.cell("minutes_planned"))
    if meaning is None:
        return Outcome(None, outcome.minutes, planned, outcome.start, outcome.day)
    if by_clock and meaning not in PARTLY:
        row.desk.assume("The times beside a reason for a miss are those that were planned.")
        length = outcome.minutes if planned is None else planned
        return Outcome(meaning, 0, length, outcome.start, outcome.day, written=row.reason)
    found = of_meaning(meaning, outcome.minutes, planned, row.desk, where, start=outcome.start)
    found.written = row.reason
    return found


def of_reason(row: LogRow, start: int | None) -> list[Outcome]:
    """Return the miss that a reason without minutes and without a code names."""
    if row.code:
        return []
    amounts = [Amount(code=row.reason, start=start)]
    return outcomes_of(amounts, row.desk, row.drafts, row.place("reason"), row.reason)
