"""What reading and checking a district costs, beside a bare pass over its log and beside asking its rows one by one.

    python -m bench.reading [--students N] [--runs N] [--keep DIR]

Each job runs in processes of its own; processor seconds, the libraries' loading included.
"""

import argparse
import csv
import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bench.planner.folder import write_records

from makegood.intake import csv_file, read_folder
from makegood.log import log
from makegood.planner.invent import invent

AS_OF: Final = dt.date(2027, 5, 1)
NAMES: Final = {
    "bare": "the log alone, by the csv module, nothing kept",
    "one_by_one": "read and checked, row by row",
    "at_once": "read and checked, columns at once",
}
_ROOT: Final = Path(__file__).parent.parent
STUDENTS: Final = 10_000
_MOST: Final = 2**62


def reading(folder: Path, runs: int) -> None:
    """Print what each job takes on a district's folder, as Markdown."""
    rows = len((folder / "sessions.csv").read_text("utf-8").splitlines()) - 1
    print(
        f"\nReading and checking a made-up district: {rows:,} rows of the log. Processor seconds, median of {runs}.\n"
    )
    print("| what | processor, s | x bare pass | rows a second | memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    bare = 0.0
    for job, name in NAMES.items():
        told = [_run(job, folder) for _ in range(runs)]
        seconds = statistics.median(one["seconds"] for one in told)
        bare = bare or seconds
        memory = max(one["memory"] for one in told)
        print(f"| {name} | {seconds:.2f} | {seconds / bare:.1f} | {rows / seconds:,.0f} | {memory:,.0f} |", flush=True)


def made(place: Path, students: int) -> Path:
    """Return the folder of a made-up district, made now if it is not there."""
    folder = place / f"district-{students}"
    if not folder.exists():
        write_records(invent("district", 1, students=students), folder)
    return folder


def _run(job: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.reading", "--job", job, "--folder", str(folder)]
    done = subprocess.run(command, cwd=_ROOT, stdout=subprocess.PIPE, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _bare(folder: Path) -> None:
    with (folder / "sessions.csv").open(encoding="utf-8", newline="") as lines:
        for _ in csv.reader(lines):
            pass


def _at_once(folder: Path) -> None:
    records, _ = read_folder(folder, as_of=AS_OF)
    if records is None:
        raise SystemExit("The made-up district cannot be read.")


def _one_by_one(folder: Path) -> None:
    # No file and no log is large then.
    csv_file.LARGE = log.LARGE = _MOST  # type: ignore[misc]
    _at_once(folder)


_JOBS: Final[dict[str, Callable[[Path], None]]] = {"bare": _bare, "one_by_one": _one_by_one, "at_once": _at_once}


def _child(job: str, folder: Path) -> None:
    """Do a job, and print what it took."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    _JOBS[job](folder)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"seconds": seconds, "memory": after.ru_maxrss / 1024}))


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument("--students", type=int, default=STUDENTS, metavar="N", help="of the made-up district")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each job (3)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the district here, and use one that is there")
    parser.add_argument("--job", choices=_JOBS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help="an own folder of records instead")
    asked = parser.parse_args()
    if asked.job is not None:
        _child(asked.job, asked.folder)
    elif asked.folder is not None:
        reading(asked.folder, asked.runs)
    else:
        with tempfile.TemporaryDirectory() as place:
            reading(made(asked.keep or Path(place), asked.students), asked.runs)


if __name__ == "__main__":
    main()
