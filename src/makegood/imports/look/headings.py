"""The row of headings of a table, and what its columns mean by their headings."""

from collections.abc import Sequence
from typing import Final

from makegood.imports.cells import Cell, CellSheet, text_of
from makegood.imports.look.look import Column
from makegood.imports.values.dates import written_day
from makegood.imports.words import bare, common, heading_of

DEEPEST: Final = 60
"""Headings are looked for in so many rows."""
_LONGEST: Final = 60
"""A longer text is no heading."""
_OUTER: Final = frozenset({"ignore", "total"})


def heading_score(cells: Sequence[Cell]) -> float:
    """Return how much a row looks like headings: its known headings that mean different things."""
    if any(written_day(cell) is not None for cell in cells):
        return 0.0
    known = [heading_of(cell) for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST]
    found = {meaning for meaning in known if meaning and meaning not in _OUTER}
    others = sum(meaning in _OUTER for meaning in known)
    texts = sum(isinstance(cell, str) for cell in cells)
    filled = sum(cell is not None for cell in cells)
    # A row of data may hold a word that is also a heading; headings are all text, and mostly known.
    return (len(found) + 0.2 * others) * (texts / filled if filled else 0)


def best_heading_row(sheet: CellSheet, first: int = 1) -> tuple[int, float]:
    """Return the row that looks most like headings, the first of equals, and its score; row 0 if none does."""
    best, most = 0, 0.0
    for number in range(first, min(len(sheet.rows), DEEPEST) + 1):
        score = heading_score(sheet.rows[number - 1])
        if score > most:
            best, most = number, score
    return best, most


def likely_heading_row(sheet: CellSheet) -> int:
    """Return the row that looks most like headings; without a known one the first that is several words; else 0."""
    best, _score = best_heading_row(sheet)
    if best:
        return best
    for number, cells in enumerate(sheet.rows[:DEEPEST], start=1):
        filled = [cell for cell in cells if cell is not None]
        if len(filled) > 1:
            return number if all(isinstance(cell, str) and written_day(cell) is None for cell in filled) else 0
    return 0


def columns_of_two(sheet: CellSheet, row: int) -> tuple[int, tuple[Column, ...]] | None:
    """Return the lower row and the columns of headings in two rows, the upper over several columns; None if it is one.

    Args:
        sheet: The sheet.
        row: The row that looks most like headings; the other one is below it or above it.
    """
    for upper, lower in ((row, row + 1), (row - 1, row)):
        if not 0 < upper < lower <= len(sheet.rows) or not _are_two(sheet.rows[upper - 1], sheet.rows[lower - 1]):
            continue
        columns: list[Column] = []
        over = ""
        for place in range(sheet.width):
            above = " ".join(text_of(sheet.cell(upper, place)).split())
            below = " ".join(text_of(sheet.cell(lower, place)).split())
            # A heading over two columns is written in the first of them.
            over = above or (over if below else "")
            heading = f"{over} {below}".strip()
            if heading:
                known = next((found for text in (heading, below, over) if text and (found := heading_of(text))), None)
                columns.append(Column(place, heading, known))
        return lower, tuple(columns)
    return None


def _are_two(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Return whether two rows are headings together: both are words, and the lower parts what the upper is over."""
    above, below = ([cell for cell in cells if cell is not None] for cells in (upper, lower))
    if not below or not all(isinstance(cell, str) and len(cell) <= _LONGEST for cell in (*above, *below)):
        return False
    known = [heading_of(str(cell)) for cell in below]
    parted = any(
        place < len(lower) and lower[place] is not None and upper[place] is None and upper[place - 1] is not None
        for place in range(1, len(upper))
    )
    return (
        parted and sum(each is not None for each in known) * 2 >= len(below) and any(map(heading_of, map(str, above)))
    )


def columns_by_heading(sheet: CellSheet, row: int, skip: frozenset[int] = frozenset()) -> tuple[Column, ...]:
    """Return the columns with what their headings mean; a column without any cell is left out.

    Args:
        sheet: The sheet.
        row: The row of the headings.
        skip: Places that are no columns of their own, such as the days of a grid.
    """
    columns: list[Column] = []
    for place in range(sheet.width):
        if place in skip:
            continue
        heading = " ".join(text_of(sheet.cell(row, place)).split())
        if columns and bare(heading) != "code" and common(heading, "keys") and sheet.cell(row, place - 1) is None:
            # A key beside the table, parted from it by a blank column.
            break
        if not heading and all(sheet.cell(number, place) is None for number in range(row + 1, len(sheet.rows) + 1)):
            continue
        columns.append(Column(place, heading, heading_of(heading) if heading else None))
    return tuple(columns)
