"""A sheet's shape, headings and columns."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.imports.made import CASELOAD, LOG, book, written

from makegood.imports.cells import read_cells
from makegood.imports.look import Look, look_at


def look(folder: Path, text: str, name: str = "x.csv") -> Look:
    (sheet,), findings = read_cells(written(folder, name, text))
    assert not findings
    return look_at(sheet)


@pytest.mark.parametrize(
    ("text", "shape", "row"),
    [
        (LOG, "log", 2),
        (CASELOAD, "caseload", 1),
        ("Student,9/8/26,9/15/26,9/22/26\nAna,30,30,30\n", "grid", 1),
        ("Title\n,October 2026,,,,\nName,1,2,5,6,7\nAna,30,,,30,\n", "grid", 3),
        ("Date,Ana Example,Ben Sample\n9/15/26,30,A\n9/22/26,30,30\n", "grid", 1),
        ("Date,Event\n9/7/26,Labor Day\n", "calendar", 1),
        ("First,Last,ID,School\nAna,Example,1,Oak\n", "caseload", 1),
        ("9/7/26 Labor Day - no school\n11/23-11/27 Thanksgiving recess\n", "calendar", 0),
        ("10/13 no speech, Ms K out\n10/15 speech 30 min\n", "notes", 0),
        ("a,b\n1,2\n", "unknown", None),
    ],
)
def test_a_shape_is_told_by_headings_and_cells(tmp_path: Path, text: str, shape: str, row: int | None) -> None:
    found = look(tmp_path, text)
    assert found.shape == shape
    assert (found.blocks[0].heading_row if found.blocks else None) == row


def test_a_table_without_headings_is_known_by_its_cells_and_is_not_sure(tmp_path: Path) -> None:
    found = look(tmp_path, "9/8/26,Ana Example,30\n9/15/26,Ben Sample,20\n")
    assert [column.meaning for column in found.blocks[0].columns] == ["date", "student_name", "minutes_delivered"]
    assert not found.sure


def test_one_heading_means_what_stands_under_it(tmp_path: Path) -> None:
    log = look(tmp_path, "Date,Student,Time,Setting\n9/8/26,Ana,9:00-9:30,Group\n9/9/26,Ana,9:00-9:30,I\n")
    assert [column.meaning for column in log.blocks[0].columns] == ["date", "student_name", "time", "delivery"]
    caseload = look(tmp_path, "Student,Service,Frequency,FrequencyUnit,Duration\nAna,OT,2,weekly,30\n")
    meanings = [column.meaning for column in caseload.blocks[0].columns]
    assert meanings == ["student_name", "service_type", "sessions", "per", "session_minutes"]


def test_titles_tell_student_service_and_year_of_a_table(tmp_path: Path) -> None:
    found = look(tmp_path, "OT sessions 2026-27,\nStudent:,Ana Example\nDate,Min\n9/8,30\n9/15,30\n")
    assert found.titles == {"student_name": "Ana Example", "service_type": "occupational_therapy"}
    assert found.start_year == 2026


@pytest.mark.parametrize(
    "key",
    [
        "P = present; SA = student absent",
        "Key: P = present, SA = student absent",
        "Codes: P - present; SA - student absent",
    ],
)
def test_a_key_in_one_line_explains_its_codes(tmp_path: Path, key: str) -> None:
    found = look(tmp_path, f'Student,9/8/26,9/15/26,9/22/26\nAna,P,SA,P\n\n"{key}",,,\n')
    assert found.key == {"P": "present", "SA": "student absent"}


def test_a_key_in_two_columns_beside_the_table_explains_its_codes(tmp_path: Path) -> None:
    text = "Date,Student,Code,,Key,\n9/8/26,Ana,P,,P,present\n9/9/26,Ana,SA,,SA,student absent\n9/10/26,Ana,P,,,\n"
    assert look(tmp_path, text).key == {"P": "present", "SA": "student absent"}


def test_codes_and_notes_in_the_rows_of_a_log_are_no_key(tmp_path: Path) -> None:
    assert look(tmp_path, "Date,Student,Code,Note\n9/8/26,Ana,SA,home sick\n9/9/26,Ana,P,ok\n").key == {}


def test_months_as_merged_headings_give_each_day_its_month(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Speech 2026-27"],
        [None, "September", None, None, "October"],
        ["Student", 28, 29, 30, 1, 2],
        ["Ana", 30, None, 30, None, 30],
    ]
    (sheet,), _ = read_cells(book(tmp_path / "x.xlsx", {"Log": rows}))
    days = look_at(sheet).blocks[0].days
    assert [day.day.on(None, 2026) for day in days] == [
        dt.date(2026, 9, 28), dt.date(2026, 9, 29), dt.date(2026, 9, 30), dt.date(2026, 10, 1), dt.date(2026, 10, 2),
    ]  # fmt: skip
