"""The intake's door: a folder or workbook becomes records, or findings that say why not."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from makegood.files.collector import without_collector
from makegood.files.reading import is_folder, is_there, refuse_kind
from makegood.intake.checks import Check, Facts, check_ids, check_meaning
from makegood.intake.confirmed import keep_confirmed
from makegood.intake.dates import DateOrder
from makegood.intake.folded import folded
from makegood.intake.folder import folders_with_tables, read_files
from makegood.intake.foreign import FOREIGN, foreign_file
from makegood.intake.known import keep_known, known_before
from makegood.intake.of_student import read_about
from makegood.intake.promises import PROMISE, fill_promises
from makegood.intake.sheet import Sheet
from makegood.intake.table import Taken, read_columns
from makegood.intake.unfinished import unfinished
from makegood.records import NEEDED, TABLES, Records, Table
from makegood.terms.absences import BLANK, absence_kind
from makegood.terms.findings import Alike, Finding, Origin, each_of, errors, sort_key

if TYPE_CHECKING:
    from makegood.records.coded import Coded

_WORKBOOKS: Final = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Report:
    """What came of reading a folder of records.

    Attributes:
        records: The records, or None if any finding is an error.
        findings: What was found, errors first; many of one kind are folded into one.
        taken: Which headers were taken for which columns, where they are not the same.
        found: The same findings, none folded, in the order in which they were found.
    """

    records: Records | None
    findings: list[Finding]
    taken: list[Taken]
    found: Sequence[Finding | Alike]

    @property
    def every(self) -> list[Finding]:
        """The findings, none folded, errors first: for those who ask about one student's rows."""
        return sorted(each_of(self.found), key=sort_key)


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
    only: Collection[str] | None = None,
) -> Report:
    """Read as `read_folder` does, and tell which headers were taken for which columns.

    Args:
        path: The folder or the .xlsx file.
        as_of: The day of the account.
        known_on: Leave out every row that was written down after this day.
        dates: What slashed dates mean.
        more: Checks of other rooms.
        only: Of a folder of CSV files, read and check only what concerns these students, by student_id. Their
            accounts are those that come of the whole folder. None: everything is read.
    """
    with without_collector():
        if only is not None and is_folder(path):
            report = _read(path, as_of, known_on, dates, more, only=only)
            if report.records is None or not _needs_all(report.records):
                return report
        return _read(path, as_of, known_on, dates, more)


def _needs_all(records: Records) -> bool:
    """Return whether an absence has a word that only a policy can read: it may be that of any student's policy."""
    return any(absence_kind(word, name) is None for name in BLANK for word in set(records.table(name).values("kind")))


def _read(
    path: Path,
    as_of: dt.date | None,
    known_on: dt.date | None,
    dates: DateOrder,
    more: Sequence[Check],
    *,
    only: Collection[str] | None = None,
) -> Report:
    begun = unfinished(path) if is_folder(path) else None
    if begun is not None:
        return Report(None, [begun], [], [begun])
    sheets, findings = sheets_of(path) if only is None else read_about(path, only, dates)
    if any(finding.code in {"no_records", FOREIGN} for finding in findings) or (errors(findings) and not sheets):
        return Report(None, findings, [], findings)
    policies = (path if is_folder(path) else path.parent) / "policies"
    return read_sheets(
        sheets,
        findings,
        policies if is_there(policies) else None,
        as_of=as_of,
        known_on=known_on,
        dates=dates,
        more=more,
    )


def read_sheets(
    sheets: list[Sheet],
    findings: Sequence[Finding] = (),
    policies: Path | None = None,
    *,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    dates: DateOrder = "iso",
    more: Sequence[Check] = (),
) -> Report:
    """Read and check tables whose cells are at hand, wherever they come from.

    Args:
        sheets: The tables' cells; they are used up.
        findings: What was found while they were gathered.
        policies: The folder of the records' own policy packs, or None.
        as_of: The day of the account.
        known_on: Leave out every row that was written down after this day.
        dates: What slashed dates mean.
        more: Checks of other rooms.
    """
    findings = list(findings)
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
            promised = {name: list(cells) for name, cells in columns.items()}
            found += fill_promises(promised, sheet.rows, refused)
            columns = {**promised}
        findings += found
        tables[sheet.table] = table.of(_with_defaults(columns, table), sheet.rows)
    whole: dict[str, Any] = tables
    records = Records(**whole, policies=policies)
    places = frozenset(id_ for id_ in (*records.schools.school_id, *records.terms.calendar_id) if id_)
    facts = Facts(records, records.sessions, frozenset(tables), as_of, _unsure(findings), places)
    findings += each_of(check_ids(facts))
    every: list[Finding | Alike] = [*findings, *check_meaning(facts, findings, more)]
    shown = sorted(folded(every), key=sort_key)
    return Report(None if errors(shown) else records, shown, taken, every)


def sheets_of(path: Path) -> tuple[list[Sheet], list[Finding]]:
    """Read the cells of a folder or a workbook, and say what could not be read."""
    if is_folder(path):
        sheets, findings = read_files(path)
        if not sheets and not findings:
            inside = folders_with_tables(path)
            says = "This folder holds none of the tables. " + (
                "'makegood template' writes empty ones to fill in."
                if not inside
                else "A folder in it does: give that one."
                if inside == 1
                else f"{inside} folders in it do: give one of them, or gather them with 'makegood store'."
            )
            expected = "students.csv, terms.csv, services.csv, sessions.csv"
            findings = [Finding("error", "no_records", says, Origin(path.name or str(path)), expected=expected)]
        return sheets, findings
    refused = refuse_kind(path)
    if refused is not None and is_there(path):
        return [], [refused.finding(path.name)]
    sheets, findings = [], []
    if path.suffix.lower() in _WORKBOOKS:
        from makegood.intake.workbook import read_workbook  # noqa: PLC0415 - CSV files need no library

        sheets, findings = read_workbook(path)
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


def _with_defaults(columns: "dict[str, list[Any] | Coded]", table: type[Table]) -> "dict[str, list[Any] | Coded]":
    """Put what a blank means in the place of blank cells, where it means something."""
    specs = table.columns()
    return {name: _filled(cells, specs[name].blank) for name, cells in columns.items()}


def _filled(cells: "list[Any] | Coded", blank: Any) -> "list[Any] | Coded":
    if blank is None:
        return cells
    if isinstance(cells, list):
        return [blank if cell is None else cell for cell in cells]
    return cells.read(lambda cell: blank if cell is None else cell)
