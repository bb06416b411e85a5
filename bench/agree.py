"""Do the plans say what the fold says? In every figure of every service, every miss and every award."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from bench import duckdb_plan, polars_plan
from makegood.calendars import date_of, day_number
from makegood.ledger.result import MADE_UP_RULE
from makegood.ledger.state import fold_state
from makegood.simulation import simulate
from makegood.terms.accounts import ACCOUNTS, DISPOSITIONS
from makegood.terms.reasons import REASONS

PLANS: Final = ("polars", "duckdb")
DATES: Final = (dt.date(2025, 12, 31), dt.date(2026, 2, 11), dt.date(2026, 6, 5), dt.date(2026, 8, 1))
_FIGURES: Final = ("gap", "minutes", "made_up", "released", "open")

Account = dict[str, list[tuple[Any, ...]]]


def disagreements(seeds: range, students: int) -> Iterator[str]:
    """Yield where a plan's account of a made-up state is not the fold's, in a few words each."""
    with tempfile.TemporaryDirectory() as place:
        for seed in seeds:
            state = Path(place) / f"state-{seed}"
            state.mkdir()
            simulate(students, seed, state)
            as_of = DATES[seed % len(DATES)]
            expected = folded(state, as_of, Path(place) / f"fold-{seed}")
            for plan in PLANS:
                found = planned(plan, state, as_of, Path(place) / f"{plan}-{seed}")
                for table, rows in expected.items():
                    if found[table] != rows:
                        yield f"seed {seed}, as of {as_of}: {plan} has other {table}"


def folded(state: Path, as_of: dt.date, out: Path) -> Account:
    """Return the fold's account as sorted rows."""
    out.mkdir()
    fold_state(state, as_of, out)
    services, misses, awards = (_rows(out, name) for name in ("services", "misses", "awards"))
    by_reason = [(s["service_id"], r, m) for s in services for r, m in s["missed_by_reason"].items() if m]
    return {
        "services": sorted((s["service_id"], *(s[name] for name in ACCOUNTS)) for s in services),
        "by_reason": sorted(by_reason),
        "misses": sorted((_miss(m) for m in misses), key=repr),
        "awards": sorted((a["award_id"], a["minutes"], a["delivered"]) for a in awards),
    }


def planned(plan: str, state: Path, as_of: dt.date, out: Path) -> Account:
    """Return a plan's account as sorted rows."""
    out.mkdir()
    if plan == "polars":
        polars_plan.account(state, day_number(as_of), out)
    else:
        duckdb_plan.account(state, day_number(as_of), out, threads=2)
    services, by_reason, misses, awards = (_rows(out, name) for name in ("services", "by_reason", "misses", "awards"))
    for miss in misses:
        miss["missed_on"] = date_of(miss["date"])
        miss["due_by"] = None if miss["due_by"] is None else date_of(miss["due_by"])
        miss["session_id"] = None if miss["session_id"] is None else str(miss["session_id"])
        miss["reason"] = REASONS[miss["reason"]]
        miss["disposition"] = None if miss["disposition"] is None else DISPOSITIONS[miss["disposition"]]
    return {
        "services": sorted((s["service_id"], *(int(s[name]) for name in ACCOUNTS)) for s in services),
        "by_reason": sorted((r["service_id"], REASONS[r["reason"]], r["minutes"]) for r in by_reason),
        "misses": sorted((_miss(m) for m in misses), key=repr),
        "awards": sorted((a["award_id"], a["minutes"], a["delivered"]) for a in awards),
    }


def _miss(miss: dict[str, Any]) -> tuple[Any, ...]:
    words = ("service_id", "session_id", "missed_on", "reason", "disposition", "due_by", "status")
    credited = bool(miss["credited"]) if "credited" in miss else miss["rule"] == MADE_UP_RULE
    return (*(miss[name] for name in words), *(int(miss[name] or 0) for name in _FIGURES), credited)


def _rows(out: Path, table: str) -> list[dict[str, Any]]:
    # Each file is read by itself: a folder of them would be taken for one table with one set of words.
    tables = [pq.ParquetFile(path).read() for path in sorted((out / table).glob("*.parquet"))]
    rows: list[dict[str, Any]] = [row for each in tables for row in pa.Table.to_pylist(each)]
    return rows
