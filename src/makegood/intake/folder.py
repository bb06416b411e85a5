"""A folder of CSV files: which file is which table."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from makegood.files.reading import is_folder, list_folder
from makegood.files.refusal import Refusal
from makegood.files.seen import TABLES
from makegood.intake.aliases import nearest_table, table_of
from makegood.intake.csv_file import read_csv
from makegood.intake.sheet import Sheet
from makegood.terms.echo import echo
from makegood.terms.findings import Finding, Origin

_LOOKED_INTO: Final = 100
"""Folders that are looked into where one without tables was given."""
ReadFile = Callable[[Path, str], tuple[Sheet | None, list[Finding]]]
"""Reads the file of a table."""


def read_files(folder: Path, read: ReadFile = read_csv) -> tuple[list[Sheet], list[Finding]]:
    """Read a folder's CSV files.

    Args:
        folder: The folder; hidden files and files that are no tables are left alone.
        read: Reads a file; it may keep the sheet back.

    Returns:
        The sheets that are tables of ours, and what was found.
    """
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    listed = list_folder(folder)
    if isinstance(listed, Refusal):
        return [], [listed.finding(folder.name or str(folder))]
    files = [path for path in listed if path.name[0] not in ".~"]
    for place, path in enumerate(files, start=1):
        suffix = path.suffix.lower()
        if suffix == ".ics":
            findings.append(_calendar_file(path))
        if suffix not in TABLES:
            continue
        table = table_of(path.stem)
        if table is None:
            findings.append(_unknown_file(path, f"file {place} of {len(files)}"))
            continue
        sheet, more = read(path, table.NAME)
        findings += more
        if sheet:
            sheets.append(sheet)
    if not any(path.suffix.lower() in TABLES for path in files):
        findings += _workbooks(files)
    return sheets, findings


def folders_with_tables(folder: Path) -> int:
    """Return how many folders in a folder hold a table that we know; only so many are looked into."""
    listed = list_folder(folder)
    if isinstance(listed, Refusal):
        return 0
    inside = [path for path in listed if path.name[0] not in ".~" and is_folder(path)][:_LOOKED_INTO]
    return sum(any(_is_table(path) for path in _files(each)) for each in inside)


def _files(folder: Path) -> list[Path]:
    listed = list_folder(folder)
    return [] if isinstance(listed, Refusal) else listed


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in TABLES and table_of(path.stem) is not None


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


def _unknown_file(path: Path, place: str) -> Finding:
    """Say that a file is not used: by its place in the folder if its name may be a person's."""
    near = nearest_table(path.stem)
    hint = f" Did you mean '{near}.csv'?" if near else ""
    says = f"This file is not one of the tables and is not used.{hint}"
    named = near is not None or echo(path.stem) is not None
    return Finding("warning", "unknown_table", says, Origin(path.name if named else place))
