"""One job in a process of its own, so that its time and memory are its own: prints its figures as JSON.

Engines are imported inside the jobs: a job is not to carry another's code in its memory.
"""
# ruff: noqa: PLC0415

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bench.memory import most_memory

from makegood.calendars import day_number
from makegood.simulation import YEAR_END

THREADS: Final = 2


def floor(folder: Path, _out: Path) -> dict[str, int]:
    """Add one column up by another, with DuckDB."""
    from bench.floor import minutes_by_reason

    return {"minutes": sum(minutes_by_reason(folder, THREADS).values())}


def fold(folder: Path, _out: Path) -> dict[str, int]:
    """Account for a state, and keep the sums only."""
    from makegood.ledger.state import fold_state

    totals = fold_state(folder, YEAR_END, threads=THREADS)
    return {"sessions": totals.sessions, "services": totals.services, "misses": totals.misses}


def fold_out(folder: Path, out: Path) -> dict[str, int]:
    """Account for a state, and write accounts, misses and awards."""
    from makegood.ledger.state import fold_state

    totals = fold_state(folder, YEAR_END, out, threads=THREADS)
    return {"sessions": totals.sessions, "services": totals.services, "misses": totals.misses}


def polars(folder: Path, out: Path) -> dict[str, int]:
    """Do the same as a Polars plan."""
    os.environ["POLARS_MAX_THREADS"] = str(THREADS)
    from bench.polars_plan import account

    account(folder, day_number(YEAR_END), out)
    return {}


def duckdb(folder: Path, out: Path) -> dict[str, int]:
    """Do the same as SQL in DuckDB."""
    from bench.duckdb_plan import account

    account(folder, day_number(YEAR_END), out, THREADS)
    return {}


JOBS: Final[dict[str, Callable[[Path, Path], dict[str, int]]]] = {
    job.__name__: job for job in (floor, fold, fold_out, polars, duckdb)
}


def main(job: str, folder: Path, out: Path, ready: Path | None) -> None:
    """Run a job, after the same job on a few students (`ready`) if its code is to be loaded before the clock starts."""
    for name in ("ready", "account"):
        (out / name).mkdir()
    if ready is not None:
        JOBS[job](ready, out / "ready")
    start = time.perf_counter()
    told = JOBS[job](folder, out / "account")
    work = time.perf_counter() - start
    print(json.dumps({"work": work, "memory": most_memory(), **told}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]) if sys.argv[4:] else None)
