"""`make bench`: what the fold and whole commands cost, and how near the planner comes to the best plans.

The fold stands beside the least that reading costs and beside the same account in two engines; reading a district, and
its commands, beside a bare pass over its log; the planner beside two plain ones, on the
published instances; the week beside what no week can exceed. Prints
Markdown, all of it measured in one run on one machine; nothing else should run on it meanwhile. Refuses to measure if
the engines do not agree on every figure.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq
from bench.agree import disagreements
from bench.child import THREADS
from bench.commands import commands
from bench.district import district_commands
from bench.imports import imports
from bench.machine import machine
from bench.measure import SLOW, Measured, StoppedError, measure
from bench.papers import papers
from bench.planner.published import PUBLISHED
from bench.planner.run import side_by_side
from bench.reading import made, reading
from bench.student import student
from bench.week import weeks

from makegood.simulation import simulate

NAMES: Final = {
    "floor": "floor: one sum by reason (DuckDB)",
    "fold": "fold, sums only",
    "fold_out": "fold, accounts and misses written",
    "polars": "Polars plan, the same written",
    "duckdb": "DuckDB SQL, the same written",
}
_SEED: Final = 1
_READY_STUDENTS: Final = 50
_DISTRICT: Final = 10_000
_STATEMENTS: Final = 1_000
_AGREE: Final = (range(8), 300)


def main() -> None:
    """Measure, and print."""
    asked = _arguments()
    print(machine())
    if asked.what in {"all", "fold"}:
        _measure_fold(asked)
    if asked.what in {"all", "reading"}:
        with _place(asked.keep) as place:
            district = made(place, _DISTRICT)
            reading(district, asked.runs)
            district_commands(district, asked.runs, asked.before and asked.before.resolve())
    if asked.what in {"all", "import"}:
        print("\nImports, each in a process of its own:\n")
        with _place(None) as place:
            imports(place)
    if asked.what in {"all", "commands"}:
        print("\nWhole commands, each in a process of its own:\n")
        with _place(asked.keep) as place:
            commands(place, asked.before and asked.before.resolve())
    if asked.what in {"all", "papers"}:
        print("\nPapers:\n")
        with _place(asked.keep) as place:
            papers(made(place, _STATEMENTS))
    if asked.what in {"all", "planner"}:
        print("\nMake-up plans of the published instances, each planner in a process of its own:\n")
        side_by_side(PUBLISHED)
    if asked.what in {"all", "week"}:
        print("\nRegular weeks, processor seconds:\n")
        weeks()


def _measure_fold(asked: argparse.Namespace) -> None:
    wrong = list(disagreements(*_AGREE))
    if wrong:
        sys.exit("Not measured, as the engines do not agree:\n" + "\n".join(wrong))
    with _place(asked.keep) as place:
        ready = _state(place, _READY_STUDENTS)
        print(
            f"* Every engine on {THREADS} threads. Each job ran once to warm up (compiled code kept, files in memory),"
            f" then in {asked.runs} processes of its own (in one, if it takes over {SLOW:.0f} s). Median wall seconds"
            " of the work with its code loaded, and of a whole process; the most memory held.\n"
            f"* Before, all agreed to the minute on {len(_AGREE[0])} states of {_AGREE[1]} students.\n"
        )
        print("| students | sessions | what | work, s | x floor | whole process, s | memory, MB |")
        print("| ---: | ---: | --- | ---: | ---: | ---: | ---: |", flush=True)
        stopped = set(asked.skip)
        for students in asked.sizes:
            _measure_size(students, _state(place, students), ready, asked, stopped)
    _measure_student()


def _measure_size(students: int, state: Path, ready: Path, asked: argparse.Namespace, stopped: set[str]) -> None:
    floor, sessions = 0.0, sum(pq.read_metadata(path).num_rows for path in (state / "sessions").iterdir())
    rows: dict[str, Measured | str] = {}
    for job in NAMES:
        if job in stopped:
            continue
        try:
            taken = measure(job, state, ready, asked.runs, asked.limit)
        except StoppedError:
            stopped.add(job)  # what is too slow here is not asked for more
            rows[job] = f"stopped after {asked.limit:.0f} s"
            continue
        rows[job] = taken
        floor = taken.work if job == "floor" else floor
    for job, row in rows.items():
        what = f"| {students:,} | {sessions:,} | {NAMES[job]} |"
        if isinstance(row, str):
            print(what, f"{row} | | | |", flush=True)
            continue
        ratio = f"{row.work / floor:.1f}" if floor else ""
        print(what, f"{row.work:.3f} | {ratio} | {row.command:.2f} | {row.memory:,.0f} |", flush=True)


def _measure_student() -> None:
    told = student()
    print(
        f"\nOne student of the example district ({told['sessions']} sessions), by the plain call in a warm process,"
        f" median of {told['runs']}: {told['call']:.1f} ms for the whole account from the district's records,"
        f" {told['fold']:.2f} ms of it for the fold alone."
    )


def _state(place: Path, students: int) -> Path:
    """Return a made-up state of so many students, made now if it is not there."""
    made = place / f"state-{students}"
    if not made.exists():
        unfinished = place / f"unfinished-{students}"
        unfinished.mkdir()
        simulate(students, _SEED, unfinished)
        unfinished.rename(made)
    return made


@contextmanager
def _place(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory() as place:
        yield Path(place)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    what = "the fold, reading a district, imports, whole commands, papers, the planner, the week, or all (all)"
    parts = ("all", "fold", "reading", "import", "commands", "papers", "planner", "week")
    parser.add_argument("--what", choices=parts, default="all", help=what)
    sizes = [10_000, 100_000, 1_000_000]
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, metavar="N", help="students of each state")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs of each job (5)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the states here, and use those that are there")
    parser.add_argument("--skip", nargs="+", default=[], choices=list(NAMES), metavar="JOB", help=", ".join(NAMES))
    before = "a checkout of an earlier version, whose whole commands run in turns with these"
    parser.add_argument("--before", type=Path, metavar="DIR", help=before)
    parser.add_argument("--limit", type=float, default=900, metavar="S", help="seconds that a run may take (900)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
