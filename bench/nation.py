"""A nation's students on one machine: simulated in full, then folded in one process.

7.9 million students: about as many as there are in the United States under IDEA. Takes about 7 GB of disk while it
runs, 40 GB with --write. Prints Markdown.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from bench.child import THREADS
from bench.machine import machine
from bench.measure import run

from makegood.simulation import simulate

STUDENTS: Final = 7_900_000
_SEED: Final = 1
_BYTES_A_STUDENT: Final = {"fold": 1_000, "fold_out": 5_000}
_LIMIT: Final = 6 * 3600.0


def main() -> None:
    """Simulate, fold, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.nation", description=__doc__)
    parser.add_argument("--students", type=int, default=STUDENTS, metavar="N")
    parser.add_argument("--place", type=Path, metavar="DIR", help="where the state is written meanwhile")
    parser.add_argument("--write", action="store_true", help="write accounts and misses too")
    asked = parser.parse_args()
    job = "fold_out" if asked.write else "fold"
    with tempfile.TemporaryDirectory(dir=asked.place) as name:
        needed, free = asked.students * _BYTES_A_STUDENT[job], shutil.disk_usage(name).free
        if free < needed:
            sys.exit(f"{needed / 1e9:.0f} GB of disk are needed, {free / 1e9:.0f} are free. Elsewhere: --place DIR")
        state = Path(name) / "state"
        state.mkdir()
        start = time.perf_counter()
        simulate(asked.students, _SEED, state)
        simulated = time.perf_counter() - start
        size = sum(path.stat().st_size for path in state.rglob("*.parquet"))
        told, command = run(job, state, limit=_LIMIT)
    print(machine())
    print(
        f"* {asked.students:,} students, {told['services']:,} services, {told['sessions']:,} sessions,"
        f" {size / 1e9:.1f} GB as Parquet, written in {simulated:.0f} s.\n"
        f"* Accounted for in one process on {THREADS} threads{', accounts and misses written,' if asked.write else ''}"
        f" in {command:.0f} s ({told['sessions'] / told['work'] / 1e6:.1f} million sessions a second);"
        f" it held {told['memory']:,.0f} MB at most."
    )


if __name__ == "__main__":
    main()
