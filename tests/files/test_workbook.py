"""A workbook that would take all memory, abort the process or never end is one finding."""

import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.measured import measured, measured_with_memory
from tests.files.nasty_workbook import BOOK, STUDENTS, TEXTS, Change, adding, cell, changed, sound, swapping
from tests.files.program import makegood

from makegood.files import workbook as of_workbook
from makegood.files.workbook import Workbook
from makegood.intake import read_folder

FAR = "One cell lies far from the others"
NO_SHEET = "This sheet could not be read"
UNPACKED = "is more than 200 times as large when it is unpacked"

NASTY: dict[str, tuple[str, Change, str]] = {
    "a cell in the far corner": (STUDENTS, adding(cell("XFD1048576", 1_048_576)), FAR),
    "a cell in the last row": (STUDENTS, adding(cell("Z999999", 999_999)), FAR),
    "a cell far to the right and down": (STUDENTS, adding(cell("XFD60000", 60_000)), FAR),
    "a far cell in other quotes": (
        STUDENTS, adding(b"<row r='1048576'><c s = '0'\n r = 'XFD1048576'><v>1</v></c></row>"), FAR,
    ),
    "a far row and a wide row without addresses": (
        STUDENTS, adding(b"<row r='5'>" + b"<c><v>1</v></c>" * 9_000 + b"</row>" + cell("A900000", 900_000)), FAR,
    ),
    "an address beyond every sheet": (
        STUDENTS, adding(cell("ZZZZZZZZZZZ99999999999999999999", 9)), "One cell has an address that no spreadsheet has",
    ),
    "row 0": (STUDENTS, adding(cell("A0", 9)), NO_SHEET),
    "an address without a column": (STUDENTS, adding(cell("7", 9)), NO_SHEET),
    "a length of time beyond all time": (STUDENTS, swapping(b"0.5", b"1e300"), NO_SHEET + " from this row on"),
    "a text that is not there": (STUDENTS, swapping(b"<v>0</v>", b"<v>99999999</v>"), NO_SHEET),
    "a long cell": (
        STUDENTS, adding(b'<row r="9"><c r="A9" t="inlineStr"><is><t>' + b"x" * 40_000 + b"</t></is></c></row>"),
        "A cell of this row has more than 32,767 characters",
    ),
    "a bomb of cells": (STUDENTS, adding(b'<row r="9">' + b'<c r="A9"/>' * 2_000_000 + b"</row>"), UNPACKED),
    "a bomb of text": (TEXTS, swapping(b"</sst>", b"<si><t/></si>" * 2_000_000 + b"</sst>"), UNPACKED),
    "a bomb of nothing": (STUDENTS, adding(b" " * 30_000_000), UNPACKED),
    "tags in tags": (STUDENTS, adding(b"<x>" * 5_000_000), UNPACKED),
    "words that stand for words": (
        BOOK,
        lambda book: (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">'
            + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
            + b"]>" + book.split(b"?>", 1)[1].replace(b"students", b"&a9;")
        ),
        "This file could not be opened as a workbook",
    ),
    "no list of sheets": (BOOK, lambda _: b"", "This file could not be opened as a workbook"),
}  # fmt: skip


@pytest.mark.parametrize("what", NASTY)
def test_a_nasty_workbook_is_refused_in_a_sentence_with_little_time_and_memory(tmp_path: Path, what: str) -> None:
    part, change, says = NASTY[what]
    path = changed(tmp_path / "records.xlsx", change, part)
    assert path.stat().st_size < 200_000
    done = measured(lambda: read_folder(path)[1])
    assert says in done.told
    assert done.seconds < 10
    assert done.megabytes < 300


def test_the_program_says_in_two_lines_why_a_workbook_was_not_read(tmp_path: Path) -> None:
    done = makegood("ledger", changed(tmp_path / "records.xlsx", lambda _: b"", BOOK))
    assert (done.code, done.out) == (2, "")
    assert [line[:60] for line in done.err.splitlines()] == [
        "error: records.xlsx: This file could not be opened as a work",
        "1 error: nothing was counted and nothing written. Fix the er",
    ]


def test_a_far_cell_is_named_by_its_address(tmp_path: Path) -> None:
    _, findings = read_folder(changed(tmp_path / "records.xlsx", adding(cell("XFD1048576", 1_048_576))))
    found = next(finding for finding in findings if finding.code == "far_cell")
    assert (found.table, found.row, found.column, found.found) == ("students", 1_048_576, "XFD", "XFD1048576")


@pytest.mark.parametrize(
    "change",
    [
        adding(b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'),
        adding(b"<row><c><v>1</v></c></row>"),
        swapping(b'<dimension ref="A1:C4"/>', b'<dimension ref="A1:XFD1048576"/>'),
        swapping(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        swapping(b"41234", b"1e300"),
        swapping(b"41234", b"nan"),
    ],
    ids=["an empty far cell", "cells without addresses", "a wrong dimension", "a wide merge", "no day", "no number"],
)
def test_what_only_looks_nasty_is_read(tmp_path: Path, change: Change) -> None:
    with Workbook(changed(tmp_path / "records.xlsx", change)) as book:
        rows = list(book.rows("students"))
        assert book.refusal is None
    assert rows[1] == ["S1", "Zebedee", "us-il"]


def test_a_sheet_after_one_that_cannot_be_read_is_read(tmp_path: Path) -> None:
    with Workbook(changed(tmp_path / "records.xlsx", adding(cell("A0", 9)))) as book:
        assert list(book.rows("students")) == []
        assert book.refusal is not None
        assert list(book.rows("terms")) == [["calendar_id", "kind", "start", "end"]]
        assert book.refusal is None


def test_parts_that_are_not_what_the_file_says_are_told(tmp_path: Path) -> None:
    path = tmp_path / "records.xlsx"
    data = bytearray(sound())
    with zipfile.ZipFile(path.with_name("sound.xlsx"), "w") as _:
        path.write_bytes(data)
    with zipfile.ZipFile(path) as file:
        size = file.getinfo(STUDENTS).file_size
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(STUDENTS.encode()))
    data[at + 24 : at + 28] = (size // 2).to_bytes(4, "little")  # it claims half of its length
    path.write_bytes(data)
    _, findings = read_folder(path)
    assert [finding.message for finding in findings] == ["This file could not be opened as a workbook."]


def test_a_workbook_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path / "records.xlsx", bytes, more=[(f"part{number}", b"") for number in range(5_000)])
    _, findings = read_folder(path)
    assert [finding.message for finding in findings] == ["This file has more than 5,000 parts."]


def test_a_workbook_that_takes_too_long_is_refused_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "records.xlsx").write_bytes(sound())
    monkeypatch.setattr(of_workbook, "WORKBOOK_WAIT", 0)
    _, findings = read_folder(tmp_path / "records.xlsx")
    assert [finding.message for finding in findings] == ["This workbook could not be read within 120 seconds."]


def test_a_workbook_that_needs_more_memory_than_it_may_take_is_one_finding(tmp_path: Path) -> None:
    # One text of 32,000 characters, in each of 200,000 cells: the library makes 6 GB of it.
    cells = (
        b"".join(b'<c r="%c%d" t="s"><v>0</v></c>' % (65 + at, row) for at in range(20)) for row in range(9, 10_009)
    )
    rows = (b"<row>" + each + b"</row>" for each in cells)
    path = changed(tmp_path / "records.xlsx", adding(b"".join(rows)))
    changed(tmp_path / "long.xlsx", swapping(b"student_id", b"x" * 32_000), TEXTS, old=path.read_bytes())

    done = measured_with_memory(tmp_path / "long.xlsx", 2_000_000_000)
    assert "it is damaged, or it needs more memory than the 4,000 megabytes that it may take" in done.told
    assert done.told.count("error") == 1
    assert done.seconds < 20


def test_a_process_that_is_lost_between_two_sheets_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "records.xlsx").write_bytes(sound())
    with Workbook(tmp_path / "records.xlsx") as book:
        book._process.kill()
        assert list(book.rows("students")) == []
        assert book.refusal is not None
        assert not book.alive
        assert "it is damaged, or it needs more memory than the 4,000 megabytes" in book.refusal.says


def test_no_file_beside_the_records_is_taken_for_a_part_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "records.xlsx").write_bytes(sound())
    (tmp_path / "json.py").write_text("raise SystemExit('taken')")
    (tmp_path / "python_calamine.py").write_text("raise SystemExit('taken')")
    monkeypatch.chdir(tmp_path)
    with Workbook(Path("records.xlsx")) as book:
        assert book.names == ["students", "terms"]


@given(data=st.binary(max_size=300), at=st.integers(0, 6_000), cut=st.booleans())
@settings(max_examples=12, deadline=None)
def test_any_bytes_in_a_workbook_give_findings(data: bytes, at: int, *, cut: bool) -> None:
    whole = sound()
    made = whole[:at] + data + (b"" if cut else whole[at + len(data) :])
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "any.xlsx"
        for written in (data, made):
            path.write_bytes(written)
            records, findings = read_folder(path)
            assert records is None
            assert any(finding.level == "error" for finding in findings)
