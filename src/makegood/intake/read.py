"""The intake's door: a folder or workbook becomes records, or findings that say why not."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from makegood.intake.checks import Check, Facts, check_ids, check_meaning
from makegood.intake.collector import without_collector
from makegood.intake.confirmed import keep_confirmed
from makegood.intake.dates import DateOrder
from makegood.intake.folded import folded
from makegood.intake.folder import read_files
from makegood.intake.foreign import foreign_file
from makegood.intake.known import keep_known, known_before
from makegood.intake.promises import PROMISE, fill_promises
from makegood.intake.sheet import Sheet
from makegood.intake.table import Taken, read_columns
from makegood.intake.workbook import read_workbook
from makegood.records import NEEDED, TABLES, Records, Table
from makegood.terms.findings import Finding, Origin, errors, sort_key

_WORKBOOKS: Final = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Report:
    """What came of reading a folder of records.

    Attributes:
        records: The records, or None if any finding is an error.
        findings: What was found, errors first; many of one kind are folded into one.
        every: The same, none folded, for those who ask about one student's rows.
        taken: Which headers were taken for which columns, where they are not the same.
    """

    records: Records | None
    findings: list[Finding]
    every: list[Finding]
    taken: list[Taken]


def read_folder(
    path: Path,
    *,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    dates: DateOrder = "iso",
    more: Sequence[Check] = (),
) -> tuple[Records | None, list[Finding]]:
    """Read a folder of CSV files, or one workbook, and check it.

    Args:
        path: The folder or the .xlsx file.
        as_of: The day of the account; log entries after it get a warning. None: not looked at.
        known_on: Leave out every row that was written down after this day. None: every row is read.
        dates: What slashed dates mean: nothing unless only one day is possible (iso), month first
            (mdy), or day first (dmy).
        more: Checks of other rooms, which know what the intake does not, such as the codes of policies.

    Returns:
        The records, or None if any finding is an error; and the findings, errors first.
    """
    report = read_folder_report(path, as_of=as_of, known_on=known_on, dates=dates, more=more)
    return report.records, report.findings


def read_folder_report(
    path: Path,
    *,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    dates: DateOrder = "iso",
    more: Sequence[Check] = (),
) -> Report:
    """Read as `read_folder` does, and tell which headers were taken for which columns."""
    with without_collector():
        return _read(path, as_of, known_on, dates, more)


def _read(
    path: Path, as_of: dt.date | None, known_on: dt.date | None, dates: DateOrder, more: Sequence[Check]
) -> Report:
    sheets, findings = _sheets(path)
    if any(finding.code == "no_records" for finding in findings) or (errors(findings) and not sheets):
        return Report(None, findings, findings, [])
    findings += _twice(sheets)
    findings += _missing_tables(sheets, findings)
    if known_on is not None:
        keep_known(sheets, known_on, dates)
        if as_of is not None and known_on < as_of:
            findings.append(known_before(known_on, as_of))
    tables: dict[str, Table] = {}
    taken: list[Taken] = []
    by_name = {table.NAME: table for table in TABLES}
    for sheet in sheets:
        if sheet.table in tables:
            continue
        table = by_name[sheet.table]
        findings += keep_confirmed(sheet)
        columns, names, found = read_columns(sheet, table, dates)
        taken += names
        if sheet.table == "services":
            refused = {f.row for f in errors(found) if f.row is not None and f.column in ("mandate", *PROMISE)}
            found += fill_promises(columns, sheet.rows, refused)
        findings += found
        tables[sheet.table] = table.of(_with_defaults(columns, table), sheet.rows)
    policies = (path if path.is_dir() else path.parent) / "policies"
    whole: dict[str, Any] = tables
    records = Records(**whole, policies=policies if policies.is_dir() else None)
    facts = Facts(records, records.sessions, frozenset(tables), as_of, _unsure(findings))
    findings += check_ids(facts)
    findings += check_meaning(facts, list(findings), more)
    shown = sorted(folded(findings), key=sort_key)
    return Report(None if errors(findings) else records, shown, sorted(findings, key=sort_key), taken)


def _sheets(path: Path) -> tuple[list[Sheet], list[Finding]]:
    """Read the cells of a folder or a workbook."""
    if path.is_dir():
        sheets, findings = read_files(path)
        if not sheets and not findings:
            says = "This folder holds none of the tables. 'makegood template' writes empty ones to fill in."
            expected = "students.csv, terms.csv, services.csv, sessions.csv"
            findings = [Finding("error", "no_records", says, Origin(path.name or str(path)), expected=expected)]
        return sheets, findings
    sheets, findings = read_workbook(path) if path.is_file() and path.suffix.lower() in _WORKBOOKS else ([], [])
    foreign = foreign_file(path, [sheet.table for sheet in sheets])
    if foreign is not None and not errors(findings):
        return [], [foreign]
    if sheets or findings:
        return sheets, findings
    says = "This is neither a folder of CSV files nor an .xlsx workbook."
    expected = "a folder of records or one .xlsx workbook"
    return [], [Finding("error", "no_records", says, Origin(path.name), expected=expected)]


def _twice(sheets: list[Sheet]) -> Iterator[Finding]:
    """Yield tables that two files or sheets claim to be."""
    first: dict[str, str] = {}
    for sheet in sheets:
        if sheet.table in first:
            says = f"{first[sheet.table]} and {sheet.file} both hold this table."
            yield Finding("error", "two_tables", says, Origin(sheet.table), expected="one of them")
        first.setdefault(sheet.table, sheet.file)


def _missing_tables(sheets: list[Sheet], findings: list[Finding]) -> Iterator[Finding]:
    """Yield the tables that must be there and are not, unless a finding already says why."""
    there = {sheet.table for sheet in sheets} | {f.table for f in findings if f.level == "error"}
    for table in TABLES:
        if table.NAME in NEEDED and table.NAME not in there:
            says = f"This table is missing. {table.SAYS}"
            expected = f"{table.NAME}.csv, or a sheet of this name"
            yield Finding("error", "missing_table", says, Origin(table.NAME), expected=expected)


def _unsure(findings: list[Finding]) -> frozenset[str]:
    """Return the tables of which rows or ids could not be read: an id may stand there after all."""
    keys = {table.NAME: table.key() for table in TABLES}
    found = [(finding.table or "", finding.column) for finding in errors(findings)]
    return frozenset(table for table, column in found if column in (None, keys.get(table)))


def _with_defaults(columns: dict[str, list[Any]], table: type[Table]) -> dict[str, list[Any]]:
    """Put what a blank means in the place of blank cells, where it means something."""
    specs = table.columns()
    return {
        name: cells if specs[name].blank is None else [specs[name].blank if cell is None else cell for cell in cells]
        for name, cells in columns.items()
    }
