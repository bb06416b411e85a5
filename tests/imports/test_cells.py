"""Files of every kind become plain sheets."""

import datetime as dt
from pathlib import Path

import pytest
from tests.imports.made import book, written

from makegood.imports.cells import read_cells


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [("a", "b"), ("1", "2")]),
        ("a;b\n1,5;2\n", [("a", "b"), ("1,5", "2")]),
        ("a\tb\n1\t\n", [("a", "b"), ("1",)]),
        ("sep=;\na;b\n", [("a", "b")]),
        ("10/13 no speech, Ms K out\n10/15 ok\n", [("10/13 no speech, Ms K out",), ("10/15 ok",)]),
        ("name,n\n'=cmd(),1\n", [("name", "n"), ("=cmd()", "1")]),
    ],
    ids=["commas", "semicolons", "tabs", "sep-line", "lines-of-words", "formula-sign"],
)
def test_a_text_file_is_split_by_what_parts_its_columns(tmp_path: Path, text: str, rows: list[tuple[str, ...]]) -> None:
    name = "x.csv" if "no speech" not in text else "x.txt"
    sheets, findings = read_cells(written(tmp_path, name, text))
    assert not findings
    assert sheets[0].rows == rows


def test_a_workbooks_cells_keep_their_types_and_what_is_merged_is_its_first_cell(tmp_path: Path) -> None:
    rows = [["September", None], [dt.date(2026, 9, 8), 30], ["Ana", 2.5]]
    path = book(tmp_path / "x.xlsx", {"Log": rows}, merged={"Log": [(4, 0, 4, 1, "end")]})
    (sheet,), findings = read_cells(path)
    assert not findings
    assert sheet.rows[:3] == [("September",), (dt.date(2026, 9, 8), 30), ("Ana", 2.5)]


@pytest.mark.parametrize(
    ("name", "data", "code", "leads_to"),
    [
        ("x.pdf", b"%PDF-1.7", "unreadable_file", ".xlsx or .csv"),
        ("x.docx", b"PK", "unreadable_file", "spreadsheet"),
        ("x.xlsx", b"this is no workbook", "unreadable_file", "spreadsheet program"),
        ("x.csv", b"", "unreadable_file", "rows"),
        ("x.csv", b'a,b\n"Ana,1\n', "broken_quotes", "quotation mark"),
        ("x.csv", b"a,b\n\0,1\n", "nul_character", "plain text"),
    ],
)
def test_what_cannot_be_read_leads_somewhere(tmp_path: Path, name: str, data: bytes, code: str, leads_to: str) -> None:
    (tmp_path / name).write_bytes(data)
    sheets, findings = read_cells(tmp_path / name)
    assert not sheets
    assert [finding.code for finding in findings] == [code]
    assert leads_to in findings[0].line()
