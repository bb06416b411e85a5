"""Reading what concerns some students, and nothing else: what is asked about is read, and what is read is checked."""

import csv
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from makegood.files.collector import without_collector
from makegood.intake.concerns import PERSONAL, concerned
from makegood.intake.csv_file import read_csv
from makegood.intake.dates import DateOrder
from makegood.intake.folder import read_files
from makegood.intake.raw import RawTable, read_raw
from makegood.intake.sheet import Sheet
from makegood.terms.findings import Finding

ASIDE: Final = frozenset({"availability", "bell", "student_times", "working_hours", "travel", "limits"})
"""Tables of planning: no figure of an account, and no paper about a child, rests on them."""


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
        with without_collector():
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


def students_asked_about(folder: Path, asked: str) -> set[str]:
    """Return whose session or service is asked about: a session_id, or SERVICE_ID:DATE.

    Of a session that was corrected, these are also the students whose rows took its place, or whose place it took.
    """
    raw: dict[str, RawTable] = {}

    def read(path: Path, table: str) -> tuple[Sheet | None, list[Finding]]:
        found, _ = read_raw(path, table) if table in {"services", "sessions"} else (None, [])
        if found is not None:
            raw.setdefault(table, found)
        return None, []

    read_files(folder, read)
    if not raw.keys() >= {"services", "sessions"}:
        return set()
    try:
        services = _services_of_row(raw["sessions"], asked) or {asked.rpartition(":")[0]}
        owners = zip(*raw["services"].columns("service_id", "student_id"), strict=True)
        return {student for service, student in owners if service in services and student}
    except csv.Error:
        return set()


def _services_of_row(sessions: RawTable, asked: str) -> set[str]:
    """Return the services of a row, and of those that it corrects or that correct it."""
    services: set[str] = set()
    seen: set[str] = set()
    to_see = {asked.strip()} - {""}
    while to_see:
        id_ = to_see.pop()
        seen.add(id_)
        for place, cells in sessions.records_with(id_):
            own, service, corrects = (_cell(sessions, cells, name) for name in ("session_id", "service_id", "corrects"))
            if place > sessions.head and id_ in {own, corrects}:
                services.add(service)
                to_see |= {own, corrects} - seen - {""}
    return services - {""}


def _cell(table: RawTable, cells: Sequence[str], name: str) -> str:
    place = table.places.get(name, len(cells))
    return cells[place].strip() if place < len(cells) else ""
