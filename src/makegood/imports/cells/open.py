"""The door: a file of any kind that is read, as sheets; or the sentence that says what to do instead."""

import re
from pathlib import Path
from typing import Final

from makegood.files.limits import CSV_BYTES, ICS_BYTES
from makegood.files.reading import read_bytes
from makegood.files.refusal import Refusal
from makegood.imports.cells.archive import read_archive
from makegood.imports.cells.book import read_book
from makegood.imports.cells.sheet import Cell, CellSheet
from makegood.imports.cells.text import read_text
from makegood.imports.cells.tree import read_json, read_xml
from makegood.terms.findings import Finding, Origin, errors

_TEXTS: Final = (".csv", ".tsv", ".txt", ".tab")
_BOOKS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
PACKED: Final = {".zip": read_archive, ".json": read_json, ".xml": read_xml}
"""Files that only other programs write."""
READABLE: Final = (*_TEXTS, *_BOOKS, *PACKED, ".ics")
"""The ends of the names of files that can be imported."""

_CANCELLED: Final = re.compile(rb"^STATUS:CANCELLED\s*$", re.MULTILINE | re.IGNORECASE)
_INSTEAD: Final = {
    ".pdf": "A PDF holds a picture of a table and not the table. Open the program that made it, and save or "
    "export the same as .xlsx or .csv",
    ".doc": "A text document is not read. Copy its table into a new spreadsheet, and save that as .xlsx",
    ".docx": "A text document is not read. Copy its table into a new spreadsheet, and save that as .xlsx",
    ".numbers": "In Numbers choose File, Export To, Excel, and import the .xlsx file",
    ".gsheet": "This is only a link. In Google Sheets choose File, Download, Microsoft Excel, and import that file",
    ".jpg": "A picture is not read. Type its rows into a spreadsheet",
    ".jpeg": "A picture is not read. Type its rows into a spreadsheet",
    ".png": "A picture is not read. Type its rows into a spreadsheet",
    ".heic": "A picture is not read. Type its rows into a spreadsheet",
}


def read_cells(path: Path) -> tuple[list[CellSheet], list[Finding]]:
    """Read a file's sheets.

    Args:
        path: A text file (.csv, .tsv, .txt), a workbook (.xlsx, .xlsm, .xls, .xlsb, .ods), a calendar (.ics), a zip of
            OneRoster, or Ed-Fi's records (.json, .xml).

    Returns:
        Its sheets that hold anything, and what was found; an error if nothing could be read.
    """
    suffix = path.suffix.lower()
    if suffix in _INSTEAD:
        return [], [_refused(path, f"{_INSTEAD[suffix]}.", "an .xlsx or .csv file")]
    if suffix == ".ics":
        return _calendar(path)
    if suffix not in READABLE:
        return [], [_refused(path, "Files of this kind are not imported.", f"one of {', '.join(READABLE)}")]
    if suffix in _BOOKS:
        sheets, findings = read_book(path)
    else:
        data = read_bytes(path, CSV_BYTES)
        if isinstance(data, Refusal):
            return [], [data.finding(path.name)]
        sheets, findings = PACKED.get(suffix, read_text)(path.name, data)
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled and not findings:
        findings = [_refused(path, "This file is empty.", "a file with rows")]
    return filled, findings


def _calendar(path: Path) -> tuple[list[CellSheet], list[Finding]]:
    """Return a calendar file's entries as a sheet: first day, last day and title of each, repetitions written out."""
    from makegood.intake.ics import read_ics  # noqa: PLC0415 - its libraries take a while to load

    suggestions, findings = read_ics(path, "")
    if errors(findings):
        return [], findings
    rows: list[tuple[Cell, ...]] = [("Date", "End date", "Event")]
    rows += [(one.date, one.until, one.label) for one in suggestions]
    data = read_bytes(path, ICS_BYTES)
    cancelled = 0 if isinstance(data, Refusal) else len(_CANCELLED.findall(data))
    if cancelled:
        rows.append((None, None, f"{cancelled} of its entries are cancelled"))
    return [CellSheet(path.name, "", rows, typed=True)], findings


def _refused(path: Path, says: str, expected: str) -> Finding:
    return Finding("error", "unreadable_file", says, Origin(path.name), expected=expected)
