"""Folders of records: tables with damaged cells, damaged bytes, and things in a file's place that are no files."""

import csv
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from fuzz.program import Tally, attempt

from fuzz import damage

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
_KINDS: Final = ("one-child", "one-child", "one-child", "maple-ridge")
_DAYS: Final = ("2026-11-20", "2027-03-12", "2020-01-01", "2099-12-31", "2026-09-14")


def run_on(room: Path, tally: Tally, records: str, student: str, rng: Random) -> Iterator[str]:
    """Run some of the commands that read records."""
    day = ("--as-of", rng.choice(_DAYS))
    every = (
        ("check", records, *day),
        ("check", records, *day, "--format", "json"),
        ("check", records, *day, "--dates", "mdy"),
        ("ledger", records, *day, "--format", "json"),
        ("ledger", records, *day, "--known-on", rng.choice(_DAYS)),
        ("statement", records, *day, "--student", student),
        ("statement", records, *day, "--student", student, "--html", "page.html"),
        ("owed", records, *day),
        ("notices", records, *day),
        ("pace", records, *day),
        ("weekday", records, *day),
        ("explain", records, rng.choice(("1", "L1", "S1", "2026-10-05")), *day),
    )
    for words in rng.sample(every, 2):
        yield from attempt(room, tally, *words)


def sound(rng: Random, room: Path) -> tuple[Path, str]:
    """Copy an example's records to a room; return them and a student of theirs."""
    kind = rng.choice(_KINDS)
    records = Path(shutil.copytree(EXAMPLES / kind, room / "records"))
    with (records / "students.csv").open(encoding="utf-8-sig", newline="") as file:
        return records, next(csv.DictReader(file))["student_id"]


def damage_rows(path: Path, rng: Random) -> None:
    """Damage the cells of a CSV file."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    made = io.StringIO()
    writer = csv.writer(made, delimiter=rng.choice(",,,,;\t"), lineterminator=rng.choice(["\n", "\n", "\r\n"]))
    writer.writerows(damage.rows_of(rows, rng))
    path.write_text(made.getvalue(), encoding=rng.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16"]), errors="replace")


def run(rng: Random, room: Path, tally: Tally) -> Iterator[str]:
    """Damage a folder of records, and run commands on it."""
    records, student = sound(rng, room)
    tables = sorted(records.glob("*.csv"))
    ways = rng.choice((_MILD, _MILD, _WAYS))
    for path in rng.sample(tables, rng.randint(1, 3)):
        rng.choice(ways)(path, rng)
    yield from run_on(room, tally, "records", student, rng)


def _change_rows(path: Path, rng: Random) -> None:
    """Change some cells of a CSV file to what they might as well hold."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    made = io.StringIO()
    csv.writer(made).writerows(damage.mild_rows_of(rows, rng))
    path.write_text(made.getvalue(), encoding="utf-8")


def _damage_bytes(path: Path, rng: Random) -> None:
    path.write_bytes(damage.bytes_of(path.read_bytes(), rng))


def _replace(path: Path, rng: Random) -> None:
    """Put something in a file's place, or nothing."""
    path.unlink()
    rng.choice(_THINGS)(path, rng)


def _nothing(_: Path, __: Random) -> None:
    """Leave the place empty."""


def _pipe(path: Path, _: Random) -> None:
    os.mkfifo(path)


def _folder(path: Path, _: Random) -> None:
    path.mkdir()


def _link(path: Path, rng: Random) -> None:
    path.symlink_to(rng.choice(["/dev/zero", "/dev/null", "nothing", path.name, "/", "students.csv"]))


def _other_name(path: Path, _: Random) -> None:
    path.with_suffix(".tsv").write_text("a\tb\n1\t2\n")


def _noise(path: Path, rng: Random) -> None:
    path.write_bytes(rng.randbytes(rng.choice([0, 1, 2_000])))


_MILD: Final = (_change_rows,)
_WAYS: Final = (damage_rows, damage_rows, damage_rows, damage_rows, _damage_bytes, _replace)
_THINGS: Final = (_nothing, _pipe, _folder, _link, _other_name, _noise)
