"""What an import takes: a log of a million rows as CSV, and one of 200,000 rows in a workbook, each with its caseload.

`python -m bench.imports PLACE [--rows N] [--workbook N]` writes the made-up files to a folder and imports them, each in
a process of its own; prints processor seconds, wall seconds and the most memory that one process held.
"""

import argparse
import csv
import datetime as dt
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import xlsxwriter
from tests.files.program import makegood

ROWS: Final = 1_000_000
WORKBOOK_ROWS: Final = 200_000
_OF_A_STUDENT: Final = 50
_FIRST, _LAST = dt.date(2026, 8, 24), dt.date(2027, 6, 4)
_HEADER: Final = ("Date", "Student ID", "Student", "Service", "Minutes", "Status", "Provider", "Note")
_FIRST_NAMES: Final = ("Ann", "Ben", "Cleo", "Dov", "Eva", "Fay", "Gil", "Hana", "Ines", "Jon", "Kira", "Leo")
_LAST_NAMES: Final = ("Kestrel", "Plover", "Heron", "Wren", "Finch", "Dunlin", "Bunting", "Gull", "Swift", "Teal")
_STATUS: Final = ("held",) * 8 + ("student absent", "therapist absent")


def rows_of(number: int) -> Iterator[tuple[str, str, str, str, int, str, str, str]]:
    """Yield the rows of a made-up log, by student and day."""
    rng = random.Random(1)  # noqa: S311 - made-up rows, the same each time
    for at in range(number):
        student = at // _OF_A_STUDENT
        day = _FIRST + dt.timedelta(days=(at % _OF_A_STUDENT) * 5)
        day += dt.timedelta(days=max(0, day.weekday() - 4) and 7 - day.weekday())
        status = rng.choice(_STATUS)
        minutes = 30 if status == "held" else 0
        name = f"{_LAST_NAMES[student % 10]}-{student // 120:03d}, {_FIRST_NAMES[student % 12]}"
        yield f"{day:%m/%d/%Y}", f"{student:06d}", name, "Speech", minutes, status, f"T. Aspen {student % 300}", ""


def caseload_of(number: int) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Yield the caseload of the students of such a log."""
    for student in range(-(-number // _OF_A_STUDENT)):
        name = f"{_LAST_NAMES[student % 10]}-{student // 120:03d}, {_FIRST_NAMES[student % 12]}"
        yield f"{student:06d}", name, "Speech", "1 x 30 min weekly", "8/24/2026", "6/4/2027"


def imports(place: Path, rows: int = ROWS, workbook_rows: int = WORKBOOK_ROWS) -> None:
    """Write the files, import them, and print what it took, as Markdown."""
    print("| file | rows | processor, s | wall, s | memory of one process, MB |")
    print("| --- | ---: | ---: | ---: | ---: |", flush=True)
    for name, number, write in (("log.csv", rows, _csv), ("log.xlsx", workbook_rows, _workbook)):
        log = place / name
        write(log, number)
        caseload = place / f"caseload-of-{name}.csv"
        _write_csv(caseload, ("Student ID", "Student", "Service", "Frequency", "Start", "End"), caseload_of(number))
        into = place / f"into-{name}"
        days = into / "mappings" / f"{caseload.name}.yaml"
        days.parent.mkdir(parents=True)
        days.write_text(f"dates: {{first_day: {_FIRST}, last_day: {_LAST}}}\n", encoding="utf-8")
        began = dt.datetime.now(tz=dt.UTC)
        done = makegood("import", caseload, log, "--into", into)
        wall = (dt.datetime.now(tz=dt.UTC) - began).total_seconds()
        if done.code:
            sys.exit(f"{name} was not imported: {done.err[-500:]}{done.out[-500:]}")
        print(f"| {name} | {number:,} | {done.seconds:.1f} | {wall:.1f} | {done.megabytes:,} |", flush=True)


def _csv(path: Path, number: int) -> None:
    _write_csv(path, _HEADER, rows_of(number))


def _write_csv(path: Path, header: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def _workbook(path: Path, number: int) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Log")
    sheet.write_row(0, 0, _HEADER)
    for at, row in enumerate(rows_of(number), start=1):
        sheet.write_row(at, 0, row)
    book.close()


def main() -> None:
    """Import, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("place", nargs="?", type=Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--workbook", type=int, default=WORKBOOK_ROWS)
    asked = parser.parse_args()
    if asked.place is not None:
        imports(asked.place, asked.rows, asked.workbook)
        return
    with tempfile.TemporaryDirectory() as place:
        imports(Path(place), asked.rows, asked.workbook)


if __name__ == "__main__":
    main()
