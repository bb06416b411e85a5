"""Adding rows to tables of a folder, such as agreed make-ups and their offers: all tables in one commit."""

import os
from collections.abc import Sequence
from pathlib import Path

from makegood.files.commit import Change, commit
from makegood.files.lock import Lock
from makegood.files.seen import Seen
from makegood.intake.table_file import Cells, TableFile, csv_text, file_of
from makegood.planner.accept.rows import Rows
from makegood.records import RECORDED_AT, Offers, Pinned, Table
from makegood.terms.findings import Finding, Origin


def write_acceptance(
    held: Lock, command: str, rows: Rows, seen: Seen, tables: Sequence[type[Table]] = (Offers, Pinned)
) -> tuple[dict[str, Path], list[Finding]]:
    """Add rows to tables of a folder: to all of them, or to none.

    Args:
        held: The hold on the folder, taken before it was read.
        command: Who writes.
        rows: The rows by table.
        seen: What the folder held when it was read.
        tables: The tables, in the order in which they are written.

    Returns:
        The files that were written, by table, and an error if nothing was.
    """
    files: dict[str, Path] = {}
    changes: list[Change] = []
    findings: list[Finding] = []
    for table in tables:
        if not rows[table.NAME]:
            continue
        path, old, found = there(held, table)
        if found:
            return {}, found
        new, found = with_rows(path, old, table, rows[table.NAME])
        findings += found
        files[table.NAME] = path
        changes.append(Change(path, old, new))
    findings = findings or commit(held, command, changes, seen)
    return ({}, findings) if findings else (files, [])


def there(held: Lock, table: type[Table]) -> tuple[Path, bytes | None, list[Finding]]:
    """Return where a table of a locked folder is written, what is there, and an error if nothing may be written."""
    path = file_of(held.folder, table)
    findings = _refused(held.folder, path, table)
    if findings:
        return path, None, findings
    path = path.resolve()
    try:
        return path, path.read_bytes() if path.exists() else None, []
    except OSError as problem:
        return path, None, [Finding("error", "unreadable_file", f"{problem.strerror}.", Origin(table.NAME))]


def with_rows(path: Path, data: bytes | None, table: type[Table], rows: Sequence[Cells]) -> tuple[bytes, list[Finding]]:
    """Return a file's bytes with rows at its end, and an error if it has no column for a cell or cannot write it."""
    if data is None:
        header = [name for name in table.columns() if name != RECORDED_AT]
        return csv_text([header, *([row.get(name, "") for name in header] for row in rows)]).encode(), []
    file = TableFile.of(data, table)
    if lacking := file.lacking(rows):
        says = f"{path.name} has no column '{lacking[0]}', which the new rows need. Please add it to its first row."
        return data, [Finding("error", "missing_column", says, Origin(table.NAME, 1, lacking[0]), expected=lacking[0])]
    try:
        return file.with_rows(rows), []
    except UnicodeEncodeError:
        says = f"{path.name} is not UTF-8, and what is to be added cannot be written in its encoding."
        return data, [Finding("error", "encoding", says, Origin(table.NAME), expected="a CSV file saved as UTF-8")]


def _refused(folder: Path, path: Path, table: type[Table]) -> list[Finding]:
    """Return why a table's file is not written to: a link is followed to a file of the same folder, and no further."""
    if not os.path.lexists(path) or (path.is_file() and path.resolve().is_relative_to(folder)):
        return []
    link = "a link that leads out of the folder, and nothing is written through it"
    says = f"{path.name} is {link if path.is_symlink() else 'no ordinary file, and nothing can be added to it'}."
    return [Finding("error", "not_a_file", says, Origin(table.NAME), expected="the file itself, in the folder")]
