"""Workbooks: sheets with typed cells, and which cells are merged."""

import datetime as dt
from pathlib import Path
from typing import Any

from makegood.files.workbook import Workbook
from makegood.imports.cells.sheet import Cell, CellSheet
from makegood.terms.findings import Finding


def read_book(path: Path) -> tuple[list[CellSheet], list[Finding]]:
    """Read a workbook's sheets; what a formula came to is its cell."""
    sheets: list[CellSheet] = []
    findings: list[Finding] = []
    with Workbook(path, any_kind=True) as book:
        if book.refusal:
            return [], [book.refusal.finding(path.name)]
        for name in book.names:
            if name in book.charts:
                continue
            rows = [_row(cells) for cells in book.rows(name)]
            if book.refusal:
                findings.append(book.refusal.finding(path.name))
                if not book.alive:
                    return [], findings
                continue
            while rows and not rows[-1]:
                rows.pop()
            sheet = CellSheet(path.name, name, rows, hidden=name in book.hidden, typed=True)
            _show(sheet, book.looks(name))
            sheets.append(sheet)
    return sheets, findings


def _show(sheet: CellSheet, looks: dict[str, Any]) -> None:
    """Add what a sheet shows besides its cells."""
    sheet.hidden_columns = tuple(looks.get("columns", ()))
    sheet.hidden_rows = tuple(looks.get("rows", ()))
    sheet.fills = {(row, place): color for row, place, color in looks.get("fills", ())}
    sheet.struck = frozenset((row, place) for row, place in looks.get("struck", ()))


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
