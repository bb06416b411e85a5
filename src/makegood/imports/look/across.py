"""A grid the other way round: a row per day, a column per student."""

from typing import Final

from makegood.imports.cells import CellSheet, text_of
from makegood.imports.look.cells import are, is_name, sample
from makegood.imports.look.look import Block, Column
from makegood.imports.words import heading_of, service_of

_DEEPEST: Final = 30
_FEWEST: Final = 2
_SHORT: Final = 14
_BESIDE: Final = frozenset({"note", "weekday", "day", "total", "ignore"})
"""Headings of such a grid that are no students."""


def students_across(sheet: CellSheet) -> Block | None:
    """Return the table whose headings are students and whose first column is days; None if there is none.

    Columns whose headings look like names are taken; other headings are asked about (`how` is `cells`).
    """
    for row in range(1, min(_DEEPEST, len(sheet.rows)) + 1):
        place = next((at for at, cell in enumerate(sheet.rows[row - 1]) if cell is not None), None)
        if place is None:
            continue
        for dates in {0, place}:
            block = _block(sheet, row, dates)
            if block is not None:
                return block
    return None


def _block(sheet: CellSheet, row: int, dates: int) -> Block | None:
    head = text_of(sheet.cell(row, dates))
    below = sample(sheet, dates, row + 1, len(sheet.rows))
    if (
        (head and heading_of(head) not in {"date", "week", "day"} and service_of(head) is None)
        or len(below) < _FEWEST
        or not are(below, "day")
    ):
        return None
    columns = [Column(dates, head, "week" if heading_of(head) == "week" else "date")]
    students = 0
    for place in range(dates + 1, sheet.width):
        heading = sheet.cell(row, place)
        cells = sample(sheet, place, row + 1, len(sheet.rows))
        if heading is None and not cells:
            continue
        if not isinstance(heading, str):
            return None
        known = heading_of(heading)
        if known in _BESIDE:
            columns.append(Column(place, heading, "weekday" if known == "day" else known))
        elif known is None and all(len(text_of(cell)) <= _SHORT for cell in cells):
            students += 1
            columns.append(Column(place, heading, "one_student", "heading" if is_name(heading) else "cells"))
        else:
            return None
    return Block(row, len(sheet.rows), tuple(columns)) if students >= _FEWEST else None
