"""How long a week takes, and how near it comes to what no week can exceed.

    python -m bench.week FOLDER...

Each week is made in this process, from records that are read already; prints rows of Markdown. Without a folder: the
example district, a made-up school and made-up districts of 1,000 and 10,000 students.
"""

import datetime as dt
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from bench.planner.folder import write_records

from makegood.intake import read_folder
from makegood.planner.invent import invent
from makegood.week.gather import caseload_of
from makegood.week.make import solve
from makegood.week.verify import verify

_RIDGE: Final = Path("examples/maple-ridge")
_DAYS: Final = (dt.date(2027, 3, 12), dt.date(2026, 8, 24))
_INVENTED: Final = (dt.date(2027, 3, 14), dt.date(2027, 3, 15))


def week(folder: Path, as_of: dt.date, first: dt.date, name: str = "") -> None:
    """Print the row of a folder."""
    records, _ = read_folder(folder, as_of=as_of)
    if records is None:
        sys.exit(f"{folder} cannot be used")
    began = time.process_time()
    caseload, _ = caseload_of(records, as_of, first)
    gathered = time.process_time()
    solved = solve(caseload)
    done = time.process_time()
    summary, wrong = solved.summary, verify(caseload, solved.slots)
    print(
        f"| {name or folder.name} | {summary.sessions:,} | {summary.placed:,} | {summary.minutes:,} |"
        f" {summary.minutes_placed:,} | {summary.bound:,} | {'yes' if summary.proved else 'no'} |"
        f" {summary.moved:,} of {summary.before:,} | {gathered - began:.1f} | {done - gathered:.1f} |"
        f" {'NO' if wrong else 'yes'} |",
        flush=True,
    )


def weeks(sizes: tuple[int | None, ...] = (None, 1000, 10_000)) -> None:
    """Print the head and the rows of the example, a school and two districts, each from nothing and with its slots."""
    print("| week | sessions | placed | minutes | placed | no week more than | proved | moved | gather, s | search, s |"
          " verified |\n| --- |" + " ---: |" * 9 + " --- |")  # fmt: skip
    week(_RIDGE, *_DAYS, "example district, autumn")
    with tempfile.TemporaryDirectory() as place:
        for size in sizes:
            folder = Path(place) / f"{size}"
            instance = invent("school", 1) if size is None else invent("district", 1, students=size)
            write_records(instance, folder)
            _may_take_lessons(folder)
            name = "made-up school" if size is None else f"made-up district, {size:,} students"
            week(folder, *_INVENTED, f"{name}, with its slots")
            (folder / "schedule.csv").unlink()
            week(folder, *_INVENTED, f"{name}, from nothing")


def _may_take_lessons(folder: Path) -> None:
    """Let regular sessions take lessons, as the made-up slots do: the invented rows `core` are meant for make-ups."""
    times = folder / "student_times.csv"
    times.write_text(times.read_text(encoding="utf-8").replace(",core,", ",class,"), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        for each in sys.argv[1:]:
            week(Path(each), *_INVENTED)
    else:
        weeks()
