"""Rows of a log that are no session: a total, the headings once more, a line of words."""

from typing import Final

from makegood.imports.cells import Cell
from makegood.imports.draft.row_days import RowDays
from makegood.imports.words import common

_HEADINGS: Final = 2
"""So many cells that say what the headings above them say show a row of headings."""


def why_no_session(days: RowDays, row: int, cells: tuple[Cell, ...]) -> str | None:
    """Return why a row is no session; None for one that may be."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    dated = days.at(row) is not None
    if not dated and any(common(text.rstrip(":"), "totals") for text in texts):
        return "a total"
    if _are_headings(cells, days):
        return "the headings once more"
    filled = sum(cell is not None for cell in cells)
    if not dated and days.rows.cell(row, days.column) is not None:
        return "what stands in the column of dates is no day" if filled > 1 else "a line of words"
    if not dated and filled == 1:
        return "a line of words" if texts else "a number without a day"
    return days.rows.why_left_out(row)


def _are_headings(cells: tuple[Cell, ...], days: RowDays) -> bool:
    """Return whether a row repeats the headings, as a log does that was put together from pages."""
    heading_row = days.rows.block.heading_row
    head = days.rows.look.sheet.rows[heading_row - 1] if heading_row else ()
    same = sum(cell is not None and cell == other for cell, other in zip(cells, head, strict=False))
    return same >= _HEADINGS and same * 2 > sum(cell is not None for cell in cells)
