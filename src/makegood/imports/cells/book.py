"""Workbooks: sheets with typed cells, and which cells are merged."""

import datetime as dt
import io
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from makegood.imports.cells.sheet import Cell, CellSheet, Merge
from makegood.terms.findings import Finding, Origin

_EXPECTED: Final = "a workbook as a spreadsheet program saves it"


def read_book(file: str, data: bytes) -> tuple[list[CellSheet], list[Finding]]:
    """Read a workbook's sheets; what a formula came to is its cell.

    Args:
        file: The file's name.
        data: What it holds.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        says = "This workbook is locked with a password. Open it, save a copy without one, and import the copy."
        return [], [Finding("error", "password", says, Origin(file), expected="a workbook without a password")]
    except (CalamineError, OSError, ValueError):
        says = "This file could not be opened as a workbook."
        return [], [Finding("error", "unreadable_file", says, Origin(file), expected=_EXPECTED)]
    sheets: list[CellSheet] = []
    findings: list[Finding] = []
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = book.get_sheet_by_name(about.name)
            rows = [_row(cells) for cells in sheet.to_python(skip_empty_area=False)]
            merges = tuple(Merge(a[0] + 1, a[1], b[0] + 1, b[1]) for a, b in sheet.merged_cell_ranges or ())
        except (CalamineError, ValueError):
            says = f"The sheet {about.name!r} could not be read."
            findings.append(Finding("error", "unreadable_file", says, Origin(file), expected=_EXPECTED))
            continue
        while rows and not rows[-1]:
            rows.pop()
        hidden = about.visible != SheetVisibleEnum.Visible
        sheets.append(CellSheet(file, about.name, rows, merges, hidden=hidden, typed=True))
    return sheets, findings


def _row(cells: list[Any]) -> tuple[Cell, ...]:
    row = [_cell(cell) for cell in cells]
    while row and row[-1] is None:
        row.pop()
    return tuple(row)


def _cell(cell: Any) -> Cell:
    if isinstance(cell, str):
        return cell.strip().strip("\u00a0\ufeff").strip() or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    known: Cell = cell
    return known
