"""One made-up child with many services: what no child has, and what must not take the program down."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

_TYPES: Final = 500
"""So many service types, each of as many services."""


def write_child(folder: Path, services: int) -> None:
    """Write a child's records: two weeks of each service, one session missed and one held, every other made up."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, "schools", ("school_id", "calendar_id", "policy_id"), [("E", "C", "us-il")])
    _write(folder, "students", ("student_id", "school_id"), [("1", "E")])
    _write(folder, "terms", ("calendar_id", "kind", "start", "end"), [("C", "year", "2026-08-24", "2027-06-04")])
    columns = ("service_id", "student_id", "service_type", "minutes", "per", "sessions", "start", "end")
    dates = ("2026-09-07", "2026-09-20")
    rows = ((f"V{n:06}", "1", f"type {n % _TYPES}", 30, "week", 1, *dates) for n in range(services))
    _write(folder, "services", columns, rows)
    columns = ("session_id", "service_id", "date", "minutes_delivered", "reason", "kind", "makeup_for")
    _write(folder, "sessions", columns, (row for n in range(services) for row in _sessions(n)))


def _sessions(n: int) -> Iterable[Sequence[Any]]:
    yield f"L{n:06}a", f"V{n:06}", "2026-09-09", 0, "provider_absent", "", ""
    yield f"L{n:06}b", f"V{n:06}", "2026-09-16", 30, "", "", ""
    if n % 2:
        yield f"L{n:06}c", f"V{n:06}", "2026-09-24", 30, "", "make_up", f"L{n:06}a" if n % 4 == 1 else ""


def _write(folder: Path, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
