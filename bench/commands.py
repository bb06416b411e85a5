"""What whole commands take, beside the least that a process of Python takes: starting, and answering about one child.

Processor time is what other work on the machine disturbs least. Each command runs some times, and the least counts.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from bench.many_services import write_child
from bench.planner.folder import write_records

from makegood.planner.invent import invent

_ROOT: Final = Path(__file__).parent.parent
_TINY: Final = _ROOT / "examples" / "one-child"
_RUN: Final = """
import sys
sys.argv[0] = "makegood"
from makegood.cli.main import run
try:
    run()
finally:
    from bench.child import most_memory
    print(most_memory(), file=sys.stderr)
"""
_RUNS: Final = 3
_STUDENTS: Final = 10_000
_SERVICES: Final = 100_000
_DAY: Final = ("--as-of", "2027-03-14")


class Taken(NamedTuple):
    """The least of some runs: seconds of the processor and by the clock; the most memory held, in megabytes."""

    cpu: float
    wall: float
    memory: float


def commands(place: Path) -> None:
    """Measure, and print a table.

    Args:
        place: Where the made-up folders are written, or are already.
    """
    district = _folder(place / f"district-{_STUDENTS}", _write_district)
    child = _folder(place / f"child-{_SERVICES}", lambda folder: write_child(folder, _SERVICES))
    student, session = _someone(district)
    asked = {
        "--help": ("--help",),
        "reasons": ("reasons",),
        "check, one child": ("check", str(_TINY)),
        f"statement, a child of {_STUDENTS:,}": ("statement", str(district), "--student", student, *_DAY),
        f"explain, a session of {_STUDENTS:,} children's": ("explain", str(district), session, *_DAY),
        f"check, a child with {_SERVICES:,} services": ("check", str(child), *_DAY),
        f"ledger, a child with {_SERVICES:,} services": ("ledger", str(child), "--format", "csv", *_DAY),
        f"owed, a child with {_SERVICES:,} services": ("owed", str(child), "--format", "csv", *_DAY),
    }
    least = _least([sys.executable, "-c", "pass"])
    print("| command | processor, s | x `python -c pass` | clock, s | memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, words in asked.items():
        taken = _least([sys.executable, "-c", _RUN, *words])
        ratio = taken.cpu / least.cpu
        print(f"| {name} | {taken.cpu:.2f} | {ratio:.0f} | {taken.wall:.2f} | {taken.memory:,.0f} |", flush=True)


def _least(command: list[str]) -> Taken:
    runs = [_run(command) for _ in range(_RUNS)]
    return Taken(*(min(run[part] for run in runs) for part in range(2)), max(run.memory for run in runs))


def _run(command: list[str]) -> Taken:
    begin = time.perf_counter()
    before = os.times()
    done = subprocess.run(command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    wall, after = time.perf_counter() - begin, os.times()
    if done.returncode:
        sys.exit(f"not measured: {' '.join(command)} left with {done.returncode}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Taken(cpu, wall, float(done.stderr.split()[-1]) if done.stderr else 0)


def _folder(path: Path, write: Callable[[Path], None]) -> Path:
    """Return a made-up folder, made now if it is not there."""
    if not path.exists():
        unfinished = path.with_name(f"unfinished-{path.name}")
        write(unfinished)
        unfinished.rename(path)
    return path


def _write_district(folder: Path) -> None:
    write_records(invent("district", 1, students=_STUDENTS), folder)


def _someone(district: Path) -> tuple[str, str]:
    """Return a student in the middle of the district, and a session in the middle of its log."""
    students = (district / "students.csv").read_text(encoding="utf-8").splitlines()
    sessions = (district / "sessions.csv").read_text(encoding="utf-8").splitlines()
    return students[len(students) // 2].partition(",")[0], sessions[len(sessions) // 2].partition(",")[0]
