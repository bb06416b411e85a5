"""Adding rows to tables of a folder, such as agreed make-ups and their offers: all tables in one commit."""

import os
from collections.abc import Sequence
from pathlib import Path

from makegood.files.commit import Change, commit
from makegood.files.lock import Lock
from makegood.files.seen import Seen
from makegood.planner.accept.rows import Rows
from makegood.planner.accept.table_file import file_of, with_rows
from makegood.records import Offers, Pinned, Table
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
        path = file_of(held.folder, table)
        findings += _refused(held.folder, path, table)
        if findings:
            break
        path = files[table.NAME] = path.resolve()
        try:
            old = path.read_bytes() if path.exists() else None
        except OSError as problem:
            return {}, [Finding("error", "unreadable_file", f"{problem.strerror}.", Origin(table.NAME))]
        new, found = with_rows(path, old, table, rows[table.NAME])
        findings += found
        changes.append(Change(path, old, new))
    findings = findings or commit(held, command, changes, seen)
    return ({}, findings) if findings else (files, [])


def _refused(folder: Path, path: Path, table: type[Table]) -> list[Finding]:
    """Return why a table's file is not written to: a link is followed to a file of the same folder, and no further."""
    if not os.path.lexists(path) or (path.is_file() and path.resolve().is_relative_to(folder)):
        return []
    link = "a link that leads out of the folder, and nothing is written through it"
    says = f"{path.name} is {link if path.is_symlink() else 'no ordinary file, and nothing can be added to it'}."
    return [Finding("error", "not_a_file", says, Origin(table.NAME), expected="the file itself, in the folder")]
