"""Records as CSV tables that `makegood check` reads: what a packet is counted from once more."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any, Final

from makegood.records import Records
from makegood.records.column import Kind, Table
from makegood.records.records import TABLES

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOUR: Final = 60
_CENTS: Final = 100
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
    columns = {
        name: spec.kind for name, spec in type(table).columns().items() if name not in LEFT_OUT.get(table.NAME, ())
    }
    writer.writerow(columns)
    writer.writerows(_rows(table, columns))
    return file.getvalue()


def _rows(table: Table, columns: dict[str, Kind]) -> Iterator[list[str]]:
    cells = [[_text(cell, kind) for cell in table.values(name)] for name, kind in columns.items()]
    yield from map(list, zip(*cells, strict=True))


def _text(cell: Any, kind: Kind) -> str:
    if cell is None:
        return ""
    if kind in _SPECIAL:
        return _SPECIAL[kind](cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return str(cell)


_SPECIAL: Final[dict[str, Callable[[Any], str]]] = {
    "yes_no": lambda cell: "yes" if cell else "no",
    "words": ";".join,
    "ids": ";".join,
    "time": lambda cell: f"{cell // _HOUR:02d}:{cell % _HOUR:02d}",
    "weekday": lambda cell: _WEEKDAYS[cell],
    "money": lambda cell: f"{cell // _CENTS}.{cell % _CENTS:02d}",
}
"""How cells of some kinds are written."""
