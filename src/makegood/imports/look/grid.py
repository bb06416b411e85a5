"""The heads of a grid: a row whose cells are days or weeks, with students in the rows below."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from makegood.imports.cells import Cell, CellSheet, text_of
from makegood.imports.look.cells import sample, share
from makegood.imports.look.columns import settle
from makegood.imports.look.headings import DEEPEST, columns_by_heading
from makegood.imports.look.look import Block, DayColumn
from makegood.imports.values.dates import written_day
from makegood.imports.values.named import month_named
from makegood.imports.values.written import Written

_FEWEST: Final = 3
"""This many days make a row the head of a grid."""
_FEWEST_NUMBERS: Final = 5
_MOST_BELOW: Final = 0.3
"""Below a day that heads a column, few cells are days themselves."""
_LAST_DAY: Final = 31


def grid_blocks(sheet: CellSheet, month: tuple[int, int | None] | None) -> tuple[Block, ...]:
    """Return the grids of a sheet, one below the other; none if no row is the head of one.

    Args:
        sheet: The sheet.
        month: The month that the sheet is about, for heads that are only numbers.
    """
    heads = [(row, days) for row, days in _heads(sheet, month) if days]
    blocks = []
    for at, (row, days) in enumerate(heads):
        last = heads[at + 1][0] - 1 if at + 1 < len(heads) else len(sheet.rows)
        if last <= row:
            continue
        places = frozenset(day.place for day in days)
        headings = columns_by_heading(sheet, row, places)
        named = any(column.meaning == "student_name" for column in headings)
        if not named and row > 1:
            # The names of the other columns may be in the row above the days, or in the row below.
            above = columns_by_heading(sheet, row - 1, places)
            if any(column.meaning == "student_name" for column in above):
                headings = above
        blocks.append(Block(row, last, settle(sheet, headings, row + 1, last), tuple(days)))
    return tuple(blocks)


def _heads(sheet: CellSheet, month: tuple[int, int | None] | None) -> Iterator[tuple[int, list[DayColumn]]]:
    found = False
    for number, cells in enumerate(sheet.rows, start=1):
        if number > DEEPEST and not found:
            return
        days = _days(cells)
        if len(days) < _FEWEST or not _rise(days):
            days = _numbered(sheet, number, month)
        if not days or len(days) * 2 < sum(cell is not None for cell in cells):
            continue
        below = [
            cell for day in days for cell in sample(sheet, day.place, number + 1, min(number + 12, len(sheet.rows)))
        ]
        below_head = [cell for cell in below if not (isinstance(cell, int) and not isinstance(cell, bool))]
        if below_head and share(below_head, "day") > _MOST_BELOW:
            continue
        found = True
        yield number, days


def _days(cells: tuple[Cell, ...]) -> list[DayColumn]:
    found = []
    for place, cell in enumerate(cells):
        day = written_day(cell) if isinstance(cell, str | dt.date) else None
        if day is not None:
            found.append(DayColumn(place, text_of(cell), day))
    return found


def _rise(days: list[DayColumn]) -> bool:
    """Return whether the days differ, as the heads of columns do; the same two dates are a row's own."""
    return len({(day.day.first, day.day.second, day.day.year) for day in days}) == len(days)


def _numbered(sheet: CellSheet, number: int, month: tuple[int, int | None] | None) -> list[DayColumn]:
    """Return heads that are numbers of days below the name of a month."""
    cells = sheet.rows[number - 1]
    numbers = [(place, _number(cell)) for place, cell in enumerate(cells)]
    given = [(place, day) for place, day in numbers if day is not None]
    if len(given) < _FEWEST_NUMBERS or len(given) * 2 < sum(cell is not None for cell in cells):
        return []
    months = _months_above(sheet, number)
    found: list[DayColumn] = []
    last: tuple[int | None, int] = (None, 0)
    for place, day in given:
        of = months.get(place) or (month if not months else None)
        if of is None or (of[0] == last[0] and day <= last[1]):
            return []
        last = (of[0], day)
        found.append(DayColumn(place, text_of(cells[place]), Written(of[0], day, of[1], "month_first")))
    return found


def _number(cell: Cell) -> int | None:
    if isinstance(cell, str) and cell.isdigit() and cell.isascii() and len(cell) <= 2:  # noqa: PLR2004 - a day's digits
        cell = int(cell)
    return cell if isinstance(cell, int) and not isinstance(cell, bool) and 1 <= cell <= _LAST_DAY else None


def _months_above(sheet: CellSheet, number: int) -> dict[int, tuple[int, int | None]]:
    """Return the month over each column, in one of the two rows above; a month goes on to the next one's column."""
    for row in (number - 1, number - 2):
        if row < 1:
            continue
        named: dict[int, tuple[int, int | None]] = {}
        current: tuple[int, int | None] | None = None
        for place in range(sheet.width):
            cell = sheet.cell(row, place)
            if isinstance(cell, str):
                current = month_named(cell)
            elif isinstance(cell, dt.date):
                current = (cell.month, cell.year)
            if current:
                named[place] = current
        if named:
            return named
    return {}
