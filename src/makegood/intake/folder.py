"""A folder of CSV files: which file is which table."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from makegood.files.reading import list_folder
from makegood.files.refusal import Refusal
from makegood.intake.aliases import nearest_table, table_of
from makegood.intake.csv_file import read_csv
from makegood.intake.sheet import Sheet
from makegood.terms.findings import Finding, Origin

_TABLES: Final = (".csv", ".tsv")


def read_files(folder: Path) -> tuple[list[Sheet], list[Finding]]:
    """Read a folder's CSV files.

    Args:
        folder: The folder; hidden files and files that are no tables are left alone.

    Returns:
        The sheets that are tables of ours, and what was found.
    """
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    listed = list_folder(folder)
    if isinstance(listed, Refusal):
        return [], [listed.finding(folder.name or str(folder))]
    files = [path for path in listed if path.name[0] not in ".~"]
    for path in files:
        suffix = path.suffix.lower()
        if suffix == ".ics":
            findings.append(_calendar_file(path))
        if suffix not in _TABLES:
            continue
        table = table_of(path.stem)
        if table is None:
            findings.append(_unknown_file(path))
            continue
        sheet, more = read_csv(path, table.NAME)
        findings += more
        if sheet:
            sheets.append(sheet)
    if not any(path.suffix.lower() in _TABLES for path in files):
        findings += _workbooks(files)
    return sheets, findings


def _workbooks(files: list[Path]) -> Iterator[Finding]:
    """Yield a hint for a folder that holds a workbook where CSV files were looked for."""
    for path in files:
        if path.suffix.lower() in (".xlsx", ".xlsm", ".xls"):
            says = "This folder has a workbook and no CSV files. Give the workbook's own path."
            yield Finding("warning", "workbook_in_folder", says, Origin(path.name))


def _calendar_file(path: Path) -> Finding:
    says = (
        "A calendar file is not used by itself, because its words can be read in several ways. "
        "Turn it into rows that a person confirms: "
        f"makegood calendar {path.name} --calendar ID"
    )
    return Finding("warning", "calendar_file", says, Origin(path.name), expected="calendar.csv")


def _unknown_file(path: Path) -> Finding:
    near = nearest_table(path.stem)
    hint = f" Did you mean '{near}.csv'?" if near else ""
    says = f"This file is not one of the tables and is not used.{hint}"
    return Finding("warning", "unknown_table", says, Origin(path.name))
