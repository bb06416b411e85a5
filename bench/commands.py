"""What whole commands take, beside the least that a process of Python takes: starting, and answering about one child.

Processor time is what other work on the machine disturbs least. Each command runs some times, and the least counts;
beside it, in turns, that of an earlier version, if its checkout is named.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bench.district import BEFORE_HEADER, BEFORE_RULE, beside
from bench.many_services import write_child
from bench.planner.folder import write_records
from bench.process import PRODUCT, Taken, run

from makegood.planner.invent import invent

_TINY: Final = Path(__file__).parent.parent / "examples" / "one-child"
_RUNS: Final = 3
_STUDENTS: Final = 10_000
_SERVICES: Final = 100_000
_DAY: Final = ("--as-of", "2027-03-14")


def commands(place: Path, before: Path | None = None) -> None:
    """Measure, and print a table.

    Args:
        place: Where the made-up folders are written, or are already.
        before: A checkout of an earlier version, whose commands run in turns with these.
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
    least = _least([run("pass") for _ in range(_RUNS)])
    print("| command | processor, s | x `python -c pass` | clock, s | memory, MB |" + (BEFORE_HEADER if before else ""))
    print("| --- | ---: | ---: | ---: | ---: |" + (BEFORE_RULE if before else ""))
    for name, words in asked.items():
        turns = [(run(PRODUCT, *words), before and run(PRODUCT, *words, checkout=before)) for _ in range(_RUNS)]
        taken = _least([now for now, _ in turns])
        ratio = taken.processor / least.processor
        row = f"| {name} | {taken.processor:.2f} | {ratio:.0f} | {taken.wall:.2f} | {taken.memory:,.0f} |"
        print(row + (beside(taken, _least([then for _, then in turns if then])) if before else ""), flush=True)


def _least(runs: Sequence[Taken]) -> Taken:
    """Return the least time of some runs, and the most memory."""
    return Taken(*(min(each[part] for each in runs) for part in range(2)), max(each.memory for each in runs))


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
