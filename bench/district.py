"""What a district's commands cost, from their start to their end, beside a bare pass over its log.

    python -m bench.district [--students N] [--runs N] [--keep DIR] [--folder DIR]

Each runs in a process of its own, its output thrown away, after one run that keeps compiled code. Medians.
"""

import argparse
import statistics
import tempfile
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


def district_commands(folder: Path, runs: int) -> None:
    """Print what each command takes on a district's folder, as Markdown."""
    print(f"\nWhole commands on a made-up district, median of {runs}; a command's table is printed to nowhere.\n")
    print("| what | wall, s | processor, s | x bare pass | memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    asked = ["--as-of", AS_OF]
    jobs = {"the log alone, by the csv module": [_BARE, str(folder / "sessions.csv")]}
    jobs |= {f"`makegood {name}`": [PRODUCT, name, str(folder), *asked] for name in COMMANDS}
    jobs["`makegood ledger`, row by row"] = [_ROW_BY_ROW, "ledger", str(folder), *asked]
    run(PRODUCT, "ledger", str(folder), *asked)
    bare = 0.0
    for name, job in jobs.items():
        taken = Taken(*map(statistics.median, zip(*(run(*job) for _ in range(runs)), strict=True)))
        bare = bare or taken.processor
        ratio = f"{taken.processor / bare:.1f}"
        print(f"| {name} | {taken.wall:.2f} | {taken.processor:.2f} | {ratio} | {taken.memory:,.0f} |", flush=True)


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
