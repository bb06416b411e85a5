"""What a district's commands cost, from their start to their end, beside a bare pass over its log.

    python -m bench.district [--students N] [--runs N] [--keep DIR] [--folder DIR] [--before DIR]

Each runs in a process of its own, its output thrown away, after one run that keeps compiled code. Medians. Beside them,
in turns, the commands of an earlier version, if its checkout is named (`git worktree add DIR COMMIT`).
"""

import argparse
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.process import PRODUCT, Taken, run
from bench.reading import STUDENTS, made

AS_OF: Final = "2027-03-12"
"""The last day of the made-up log."""
_BARE: Final = "import csv, sys\nwith open(sys.argv[1], newline='') as lines:\n    for _ in csv.reader(lines): pass"
_ROW_BY_ROW: Final = (
    f"from makegood.intake import csv_file\nfrom makegood.log import log\ncsv_file.LARGE = log.LARGE = 2**62\n{PRODUCT}"
)
COMMANDS: Final = ("check", "ledger", "owed", "notices", "pace")


def district_commands(folder: Path, runs: int, before: Path | None = None) -> None:
    """Print what each command takes on a district's folder, and what it took in an earlier version, as Markdown."""
    print(f"\nWhole commands on a made-up district, median of {runs}; a command's table is printed to nowhere.\n")
    print("| what | wall, s | processor, s | x bare pass | memory, MB |" + (BEFORE_HEADER if before else ""))
    print("| --- | ---: | ---: | ---: | ---: |" + (BEFORE_RULE if before else ""))
    asked = ["--as-of", AS_OF]
    jobs = {"the log alone, by the csv module": [_BARE, str(folder / "sessions.csv")]}
    jobs |= {f"`makegood {name}`": [PRODUCT, name, str(folder), *asked] for name in COMMANDS}
    jobs["`makegood ledger`, row by row"] = [_ROW_BY_ROW, "ledger", str(folder), *asked]
    for checkout in (None, before) if before else (None,):
        run(PRODUCT, "ledger", str(folder), *asked, checkout=checkout)
    bare = 0.0
    for name, job in jobs.items():
        earlier = before if job[0] == PRODUCT else None
        turns = [(run(*job), earlier and run(*job, checkout=earlier)) for _ in range(runs)]
        taken = _median([now for now, _ in turns])
        bare = bare or taken.processor
        ratio = f"{taken.processor / bare:.1f}"
        row = f"| {name} | {taken.wall:.2f} | {taken.processor:.2f} | {ratio} | {taken.memory:,.0f} |"
        if before:
            row += beside(taken, _median([then for _, then in turns if then]) if earlier else None)
        print(row, flush=True)


BEFORE_HEADER: Final = " before: wall, s | processor, s | memory, MB | now / before |"
BEFORE_RULE: Final = " ---: | ---: | ---: | ---: |"


def beside(now: Taken, before: Taken | None) -> str:
    """Return the cells of an earlier version: what it took, and how much of its processor time this one takes."""
    if before is None:
        return " | | | |"
    share = now.processor / before.processor
    return f" {before.wall:.2f} | {before.processor:.2f} | {before.memory:,.0f} | {share:.2f} |"


def _median(runs: Sequence[Taken]) -> Taken:
    return Taken(*map(statistics.median, zip(*runs, strict=True)))


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.district", description=__doc__)
    parser.add_argument("--students", type=int, default=STUDENTS, metavar="N", help="of the made-up district")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each command (3)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the district here, and use one that is there")
    parser.add_argument("--folder", type=Path, help="an own folder of records instead")
    parser.add_argument("--before", type=Path, metavar="DIR", help="a checkout of an earlier version, run in turns")
    asked = parser.parse_args()
    before = asked.before and asked.before.resolve()
    if asked.folder is not None:
        district_commands(asked.folder.resolve(), asked.runs, before)
        return
    with tempfile.TemporaryDirectory() as place:
        district_commands(made(asked.keep or Path(place), asked.students).resolve(), asked.runs, before)


if __name__ == "__main__":
    main()
