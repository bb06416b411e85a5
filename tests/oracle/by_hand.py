"""A tiny folder for cases that are counted by hand."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle.account import account_of
from tests.oracle.tables import Row

# 2025-09-01 is a Monday; the year has two weeks of five weekdays,
# and s1 promises 30 minutes once a week.
YEAR = {"calendar_id": "c", "name": "Y", "kind": "year", "start": "2025-09-01", "end": "2025-09-12"}
LATER = date(2025, 10, 31)
WEEKLY = {"service_id": "s1", "student_id": "k1", "service_type": "speech", "minutes": "30"}
WEEKLY |= {"sessions": "1", "per": "week", "start": "2025-09-01", "end": "2025-09-12"}


def sept(day: int) -> str:
    """Return a day of September 2025 as a cell."""
    return f"2025-09-{day:02d}"


def session(session_id: str, day: int, minutes: int, **more: str) -> Row:
    """Return a row of s1."""
    row = {"session_id": session_id, "service_id": "s1", "date": sept(day)}
    return row | {"minutes_delivered": str(minutes)} | more


def pack(short_period: str | None = None, **reasons: dict[str, Any]) -> dict[str, Any]:
    """Return the pack `p` with these rules, read in full unless they name another source."""
    version: dict[str, Any] = {"from": date(2020, 1, 1), "reasons": reasons}
    if short_period:
        version["short_period"] = short_period
    sources = {name: {"citation": "1", "verification": name} for name in ("found", "unverified", "inferred")}
    return {"id": "p", "versions": [version], "sources": sources}


OWED = {"disposition": "owed", "source": "found"}
ALL_OWED = pack(other=OWED, student_absent=OWED, no_school=OWED, unrecorded=OWED)


def slot(weekday: str, minutes: int = 30, start_time: str = "09:00", **more: str) -> Row:
    """Return a weekly slot of s1."""
    row = {"service_id": "s1", "weekday": weekday, "start_time": start_time, "minutes": str(minutes)}
    return row | more


def closed(day: int, kind: str = "holiday", **more: str) -> Row:
    """Return a row of the calendar for a day of September 2025."""
    return {"calendar_id": "c", "date": sept(day), "kind": kind} | more


def account(
    folder: Path, rules: dict[str, Any], as_of: date = LATER, known_on: date | None = None, **tables: list[Row]
) -> dict[str, Any]:
    """Write the tables and return their account."""
    tables = {"terms": [YEAR], "students": [{"student_id": "k1", "policy_id": "p"}]} | tables
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return account_of(folder, as_of, {"p": rules}, known_on)


def figures(ledger: dict[str, Any], names: str) -> list[int]:
    """Return some of the totals."""
    return [ledger["totals"][name] for name in names.split()]


def entries(ledger: dict[str, Any], names: str) -> list[tuple[Any, ...]]:
    """Return some columns of the misses, in order."""
    return [tuple(miss[name] for name in names.split()) for miss in ledger["misses"]]
