"""Workbooks as no spreadsheet program saves them, small on the disk."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

Change = Callable[[bytes], bytes]
STUDENTS = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
_END = b"</sheetData>"


def sound() -> bytes:
    """Return a workbook with students and terms: a date in C3, a length of time in C4."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    students = book.add_worksheet("students")
    students.write_row(0, 0, ["student_id", "given_name", "policy_id"])
    students.write_row(1, 0, ["S1", "Zebedee", "us-il"])
    students.write(2, 0, "S2")
    students.write(2, 2, 41234, book.add_format({"num_format": "yyyy-mm-dd"}))
    students.write(3, 0, "S3")
    students.write(3, 2, 0.5, book.add_format({"num_format": "[h]:mm"}))
    book.add_worksheet("terms").write_row(0, 0, ["calendar_id", "kind", "start", "end"])
    book.close()
    return made.getvalue()


def changed(
    path: Path,
    change: Change,
    part: str = STUDENTS,
    more: Sequence[tuple[str, bytes]] = (),
    old: bytes | None = None,
) -> Path:
    """Write the sound workbook, or an old one, with one part changed and others added."""
    before = zipfile.ZipFile(io.BytesIO(old or sound()))
    with before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in before.namelist():
            data = before.read(name)
            new.writestr(name, change(data) if name == part else data)
        for name, data in more:
            new.writestr(name, data)
    return path


def adding(xml: bytes) -> Change:
    """Return the change that puts XML at the end of a sheet's rows."""
    return lambda sheet: sheet.replace(_END, xml + _END)


def swapping(old: bytes, new: bytes) -> Change:
    """Return the change that puts one text for another."""
    return lambda sheet: sheet.replace(old, new)


def cell(address: str, row: int) -> bytes:
    """Return a row with one cell that holds a number."""
    return f'<row r="{row}"><c r="{address}"><v>1</v></c></row>'.encode()
