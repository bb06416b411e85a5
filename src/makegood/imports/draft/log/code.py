"""What the column of codes says of a row's session: a code, a word, or yes and no below a heading such as `Held?`."""

from dataclasses import replace

from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.outcome import Outcome, of_meaning, outcomes_of
from makegood.imports.values.amount import amounts_in
from makegood.imports.words import bare, common, outcome_of


def with_code(row: LogRow, outcomes: list[Outcome], planned: int | None, start: int | None) -> list[Outcome]:
    """Return what became of a row's sessions by its code, with the minutes that stand beside it.

    Args:
        row: The row; it has a code.
        outcomes: What its minutes say.
        planned: Minutes planned.
        start: When the session began.
    """
    where, code = row.place("code"), row.code
    given = outcomes[0].minutes if len(outcomes) == 1 and outcomes[0].meaning in {"held", "missed"} else None
    if any(each.meaning is None for each in outcomes):
        # What is in the minutes is asked about first.
        return outcomes
    answered = _yes_or_no(row)
    if answered == "held" and outcomes:
        return outcomes
    if answered is not None:
        minutes = None if answered == "held" else given
        return [of_meaning(answered, minutes, planned, row.desk, where, start=start)]
    amounts = amounts_in(code)
    if len(outcomes) > 1 and len(amounts) == 1 and amounts[0].code:
        # Several lengths under one code: each has it.
        return [
            each
            for one in outcomes
            for each in outcomes_of(
                [replace(amounts[0], minutes=one.minutes)], row.desk, row.drafts, where, code, given=one.minutes
            )
        ]
    longer = planned if planned and given and planned > given else None
    said = outcomes_of(amounts, row.desk, row.drafts, where, code, given=given, planned=longer)
    for each in said:
        each.start = each.start if each.start is not None else (outcomes[0].start if outcomes else start)
    return said


def _yes_or_no(row: LogRow) -> str | None:
    """Return what yes or no says below a heading such as `Held?`; None for any other heading or word."""
    code = row.code
    if not common(row.rows.block.heading("code"), "asks_whether_held") or row.desk.answer_for_code(code) is not None:
        return None
    # An x may mark who came or who did not: it is asked about like any code.
    if outcome_of(code) or bare(code) == "x":
        return None
    said = common(code, "yes", "no")
    return {"yes": "held", "no": "missed"}[said] if said else None
