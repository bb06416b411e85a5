"""The columns of a grid beside its days: who the rows are about, and what is no session's."""

from dataclasses import replace

from makegood.imports.draft.desk import Desk
from makegood.imports.look import Block, Look
from makegood.imports.look.cells import sample


def with_names(look: Look, block: Block, desk: Desk) -> Block:
    """Return the table with its column of names, where no heading calls it so: the only column of words at the left."""
    if any(column.meaning in {"student_name", "last_name", "first_name", "student_id"} for column in block.columns):
        return block
    first = min(day.place for day in block.days)
    worded = [
        column
        for column in block.columns
        if column.place < first
        and column.meaning is None
        and (cells := sample(look.sheet, column.place, block.heading_row + 1, block.last_row))
        and sum(isinstance(cell, str) for cell in cells) >= len(cells) * 0.8
    ]
    if len(worded) != 1:
        return block
    desk.assume("The first column of the grid, which has no heading that says so, holds the students.")
    named = [
        replace(column, meaning="student_name", how="cells") if column is worded[0] else column
        for column in block.columns
    ]
    return replace(block, columns=tuple(named))


def without_sums(block: Block) -> Block:
    """Return the table without what is right of its days: sums, and what belongs to no single session."""
    last = max(day.place for day in block.days)
    names = {"minutes_delivered", "minutes_planned", "session_minutes", "duration", "hours_delivered"}
    kept = tuple(column for column in block.columns if column.place < last or column.meaning not in names)
    return replace(block, columns=kept)
