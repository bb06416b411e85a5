"""Records as CSV tables that `makegood check` reads: what a packet is counted from once more."""

import csv
import io
from typing import Final

from makegood.intake.written import written
from makegood.records import Records
from makegood.records.column import Table
from makegood.records.records import TABLES

LEFT_OUT: Final = {
    "students": ("date_of_birth",),
    "providers": ("name", "employer", "hourly_cost", "school_id"),
    "sessions": ("note", "group_id"),
    "requests": ("answer",),
}
"""Columns that no packet has: a birth date, a price, a person's name, words that may name another child."""


def tables_of(records: Records, *, notes: bool) -> dict[str, bytes]:
    """Return each table that has rows as CSV, by its file's name.

    Args:
        records: One child's own records.
        notes: Whether the family's notes go in.
    """
    found = {}
    for kind in TABLES:
        table = records.table(kind.NAME)
        if not len(table) or kind.NAME == "signatures" or (kind.NAME == "family_notes" and not notes):
            continue
        found[f"{kind.NAME}.csv"] = _csv(table).encode()
    # What must be there is there, with its header alone if it has no rows.
    for name in ("sessions", "services", "terms", "students"):
        found.setdefault(f"{name}.csv", _csv(records.table(name)).encode())
    return found


def _csv(table: Table) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    left_out = LEFT_OUT.get(table.NAME, ())
    columns = {name: spec for name, spec in type(table).columns().items() if name not in left_out}
    writer.writerow(columns)
    cells = ([written(spec.kind, cell) for cell in table.values(name)] for name, spec in columns.items())
    writer.writerows(zip(*cells, strict=True))
    return file.getvalue()
