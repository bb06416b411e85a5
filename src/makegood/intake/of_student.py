"""Reading what concerns some students, and nothing else: what is asked about is read, and what is read is checked."""

import csv
from collections.abc import Collection
from pathlib import Path
from typing import Final

from makegood.intake.concerns import PERSONAL, concerned
from makegood.intake.csv_file import read_csv
from makegood.intake.dates import DateOrder
from makegood.intake.folder import read_files
from makegood.intake.raw import RawTable, read_raw
from makegood.intake.sheet import Sheet
from makegood.terms.findings import Finding

ASIDE: Final = frozenset({"availability", "bell", "student_times", "travel", "limits", "signatures", "family_notes"})
"""Tables of planning and billing, and notes beside the log: no figure of an account rests on them."""


def read_about(folder: Path, students: Collection[str], order: DateOrder = "iso") -> tuple[list[Sheet], list[Finding]]:
    """Read from a folder of CSV files what concerns some students (`makegood.intake.concerns`).

    Args:
        folder: The folder.
        students: Their ids. One that nobody has is no error here.
        order: How slashed dates are meant.

    Returns:
        The sheets with the rows that were read, numbered as in their files, and what was found.
    """
    raw: dict[str, RawTable] = {}
    begun: set[str] = set()

    def read(path: Path, table: str) -> tuple[Sheet | None, list[Finding]]:
        if table in ASIDE:
            return None, []
        # A second file of a table is refused later, whatever is in it.
        if table not in PERSONAL or table in begun:
            return read_csv(path, table)
        begun.add(table)
        found, findings = read_raw(path, table)
        if found is not None:
            raw[table] = found
        return None, findings

    sheets, findings = read_files(folder, read)
    try:
        chosen = concerned(raw, frozenset(students), order)
        for table, places in chosen.items():
            sheet, more = raw[table].sheet(sorted(places))
            findings += more
            if sheet is not None:
                sheets.append(sheet)
    except csv.Error:
        # A file that cannot be split into cells may hold anybody's rows: it is read whole, and says where.
        return read_files(folder)
    return sheets, findings


def student_asked_about(folder: Path, asked: str) -> str | None:
    """Return whose session it is, or whose service: `asked` is a session_id, or SERVICE_ID:DATE; None if nobody's."""
    raw: dict[str, RawTable] = {}

    def read(path: Path, table: str) -> tuple[Sheet | None, list[Finding]]:
        found, _ = read_raw(path, table) if table in {"services", "sessions"} else (None, [])
        if found is not None:
            raw.setdefault(table, found)
        return None, []

    read_files(folder, read)
    try:
        service = _beside(raw.get("sessions"), "session_id", asked, "service_id")
        return _beside(raw.get("services"), "service_id", service or asked.rpartition(":")[0], "student_id")
    except csv.Error:
        return None


def _beside(table: RawTable | None, key: str, value: str, name: str) -> str | None:
    """Return the cell of a column in the first record with an id, or None."""
    if table is None or not value or value not in table.text:
        return None
    ids, cells = table.columns(key, name)
    return cells[ids.index(value)] if value in ids else None
