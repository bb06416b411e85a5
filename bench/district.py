"""What a district's commands cost, from their start to their end, beside a bare pass over its log.

    python -m bench.district [--students N] [--runs N] [--keep DIR] [--folder DIR]

Each runs in a process of its own, its output thrown away, after one run that keeps compiled code.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

from bench.reading import STUDENTS, made

AS_OF: Final = "2027-03-12"
"""The last day of the made-up log."""
_ROOT: Final = Path(__file__).parent.parent
_BARE: Final = "import csv, sys\nwith open(sys.argv[1], newline='') as lines:\n    for _ in csv.reader(lines): pass"
_PRODUCT: Final = "from makegood.cli.main import run\nrun()"
_ROW_BY_ROW: Final = (
    "from makegood.intake import csv_file\nfrom makegood.log import log\n"
    f"csv_file.LARGE = log.LARGE = 2**62\n{_PRODUCT}"
)
COMMANDS: Final = ("check", "ledger", "owed", "notices", "pace")


class Taken(NamedTuple):
    """What a process took: seconds on the clock and of the processor, and the most memory held, in megabytes."""

    wall: float
    processor: float
    memory: float


def district_commands(folder: Path, runs: int) -> None:
    """Print what each command takes on a district's folder, as Markdown."""
    print(f"\nWhole commands on a made-up district, median of {runs}; a command's table is printed to nowhere.\n")
    print("| what | wall, s | processor, s | x bare pass | memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    asked = ["--as-of", AS_OF]
    jobs = {"the log alone, by the csv module": [_BARE, str(folder / "sessions.csv")]}
    jobs |= {f"`makegood {name}`": [_PRODUCT, name, str(folder), *asked] for name in COMMANDS}
    jobs["`makegood ledger`, row by row"] = [_ROW_BY_ROW, "ledger", str(folder), *asked]
    run([_PRODUCT, "ledger", str(folder), *asked])
    bare = 0.0
    for name, job in jobs.items():
        told = Taken(*map(statistics.median, zip(*(run(job) for _ in range(runs)), strict=True)))
        bare = bare or told.processor
        ratio = f"{told.processor / bare:.1f}"
        print(f"| {name} | {told.wall:.2f} | {told.processor:.2f} | {ratio} | {told.memory:,.0f} |", flush=True)


def run(job: list[str]) -> Taken:
    """Run a piece of Python with arguments in a process of its own.

    Raises:
        SystemExit: If it fails.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", *job], cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{job[1:]} ended with {process.returncode}.")
    return Taken(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.district", description=__doc__)
    parser.add_argument("--students", type=int, default=STUDENTS, metavar="N", help="of the made-up district")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each command (3)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the district here, and use one that is there")
    parser.add_argument("--folder", type=Path, help="an own folder of records instead")
    asked = parser.parse_args()
    if asked.folder is not None:
        district_commands(asked.folder.resolve(), asked.runs)
        return
    with tempfile.TemporaryDirectory() as place:
        district_commands(made(asked.keep or Path(place), asked.students).resolve(), asked.runs)


if __name__ == "__main__":
    main()
