"""Empty tables to fill in: a folder of CSV files, or a workbook."""

import csv
from pathlib import Path
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from makegood.files.writing import write_new
from makegood.intake.guide import guide, offered, what
from makegood.records import NEEDED, TABLES, Column, Table
from makegood.terms.findings import Finding

PAGE: Final = "START-HERE.md"
SHEET: Final = "Start here"
TEXT_FORMAT: Final = 49
"""The number that spreadsheets give their own format Text."""
ROWS: Final = 5_000
"""So many rows of a workbook's tables offer their choices as lists."""
_MOST_TEXT: Final = 255
"""Excel allows no longer list of choices, and no longer message."""
_AS_TEXT: Final = frozenset({"id", "ids", "text", "words"})


def write_template(out: Path) -> list[Finding]:
    """Write empty tables to fill in, with a page that explains each column.

    Args:
        out: A new folder, or a new workbook if it ends with .xlsx.

    Returns:
        A finding if something stands there already or it cannot be written, else none.
    """
    return write_new(out, _workbook if out.suffix.lower() == ".xlsx" else _folder)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / PAGE).write_text(guide(), encoding="utf-8")
    for table in TABLES:
        with (path / f"{table.NAME}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow(offered(table))


def _workbook(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    try:
        formats = {
            "bold": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
            "text": book.add_format({"num_format": TEXT_FORMAT}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "time": book.add_format({"num_format": "hh:mm"}),
        }
        _explain(book.add_worksheet(SHEET), formats)
        for table in TABLES:
            _table(book.add_worksheet(table.NAME), table, formats)
    finally:
        book.close()


def _explain(sheet: Any, formats: dict[str, Any]) -> None:
    """Write the page that explains, a row per column of each table."""
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 3, 48)
    sheet.set_column(4, 4, 24)
    lines = [line.strip("#* ").replace("**", "") for line in guide().split("\n## ")[0].splitlines()]
    at = 0
    for line in filter(None, lines):
        sheet.write_string(at, 0, line, formats["bold"] if at == 0 else None)
        at += 1
    sheet.write_row(at + 1, 0, ("table", "column", "what it holds", "what to write", "example"), formats["bold"])
    at += 2
    for table in TABLES:
        name = f"{table.NAME} (needed)" if table.NAME in NEEDED else table.NAME
        sheet.write_string(at, 0, name, formats["bold"])
        sheet.write_string(at, 2, table.SAYS, formats["wrap"])
        at += 1
        for column, spec in offered(table).items():
            shown = f"{column} (needed)" if spec.needed else column
            for place, text in enumerate((shown, spec.says, what(spec), spec.example), start=1):
                sheet.write_string(at, place, text, formats["wrap"])
            at += 1


def _table(sheet: Any, table: type[Table], formats: dict[str, Any]) -> None:
    """Write a table's header, with formats and choices for the rows to come."""
    sheet.freeze_panes(1, 0)
    for place, (name, spec) in enumerate(offered(table).items()):
        kind = "text" if spec.kind in _AS_TEXT else spec.kind
        sheet.set_column(place, place, max(14, len(name) + 2), formats.get(kind))
        sheet.write_string(0, place, name, formats["bold"])
        choices = _choices(spec)
        if choices and len(",".join(choices)) <= _MOST_TEXT:
            message = spec.says[:_MOST_TEXT]
            rule = {"validate": "list", "source": choices, "error_title": name, "error_message": message}
            sheet.data_validation(1, place, ROWS, place, rule)


def _choices(spec: Column) -> list[str]:
    return ["yes", "no"] if spec.kind == "yes_no" else list(spec.choices)
