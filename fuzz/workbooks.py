"""Workbooks: cells of any kind, and damage to the parts and bytes of the file."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]
from fuzz.folders import run_on, sound
from fuzz.program import Tally

from fuzz import damage

_NUMBERS: Final = (0, 1, -1, 0.5, 41234, 1e9, 1e15, 1e300, -1e300, 2958466, 0.999999999, 60, 4217)
_ADDRESSES: Final = (b"XFD1048576", b"A0", b"ZZZZ9", b"A99999999999", b"7", b"", b"Z999999", b"AA1", b"a1", b"A1")
_FORMATS: Final = ("yyyy-mm-dd", "[h]:mm", "hh:mm:ss", "0.00", "@", "General", "m/d/yy h:mm")
_PARTS: Final = (
    *("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml"),
    *("xl/styles.xml", "xl/_rels/workbook.xml.rels"),
)


def run(rng: Random, room: Path, tally: Tally) -> Iterator[str]:
    """Write records as a workbook, damage it, and run commands on it."""
    records, student = sound(rng, room)
    data = _workbook(records, rng)
    way = rng.randrange(4)
    if way == 1:
        data = _with_damaged_parts(data, rng)
    elif way == 2:
        data = damage.bytes_of(data, rng)
    (room / "records.xlsx").write_bytes(data)
    yield from run_on(room, tally, "records.xlsx", student, rng)


def _workbook(records: Path, rng: Random) -> bytes:
    """Return the tables of a folder as a workbook; some cells are numbers, dates and times that fit nowhere."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "nan_inf_to_errors": True})
    formats = [book.add_format({"num_format": each}) for each in _FORMATS]
    odd = rng.choice((0, 0.0003, 0.002))
    for path in sorted(records.glob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
        sheet = book.add_worksheet(path.stem[:31])
        damaged = damage.mild_rows_of(rows, rng) if rng.random() < 0.1 else rows
        for at, row in enumerate(damaged):
            for place, cell in enumerate(row[:60]):
                if rng.random() < odd:
                    _odd(sheet, at, place, rng, formats)
                else:
                    sheet.write_string(at, place, cell[:30_000])
    book.close()
    return made.getvalue()


def _odd(sheet: Any, at: int, place: int, rng: Random, formats: list[Any]) -> None:
    """Write a number, a date, a truth or a formula."""
    what = rng.randrange(4)
    if what == 0:
        sheet.write_number(at, place, rng.choice(_NUMBERS), rng.choice(formats))
    elif what == 1:
        moment = dt.datetime(2026, 9, 14, 9, 30)  # noqa: DTZ001 - a cell has no zone
        sheet.write_datetime(at, place, moment, rng.choice(formats))
    elif what == 2:
        sheet.write_boolean(at, place, rng.random() < 0.5)
    else:
        sheet.write_formula(at, place, "=1/0", None, rng.choice(["", "#DIV/0!", 5]))


def _with_damaged_parts(data: bytes, rng: Random) -> bytes:
    """Return a workbook of which a part was damaged, left out or doubled."""
    made = io.BytesIO()
    hurt = rng.choice(_PARTS)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == hurt and rng.random() < 0.1:
                continue
            new.writestr(name, _damaged(part, rng) if name == hurt else part)
    return made.getvalue()


def _damaged(part: bytes, rng: Random) -> bytes:
    if rng.random() < 0.5:
        return damage.bytes_of(part, rng)
    pieces = part.split(b' r="')
    at = rng.randrange(len(pieces))
    if at:
        pieces[at] = rng.choice(_ADDRESSES) + b'"' + pieces[at].partition(b'"')[2]
    value = rng.choice([b"1e300", b"nan", b"-1", b"x", b""])
    return b' r="'.join(pieces).replace(b"<v>1</v>", b"<v>" + value + b"</v>", 1)
