"""A sheet's shape, headings and columns."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.imports.made import CASELOAD, LOG, book, written

from makegood.imports.cells import read_cells
from makegood.imports.look import Look, look_at
from makegood.imports.look.doubts import column_questions


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
        ("Date,Campus,Day off\n9/7/26,All,Labor Day\n", "calendar", 1),
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


def meanings(found: Look) -> dict[str, str | None]:
    return {column.heading: column.meaning for column in found.blocks[0].columns}


def test_headings_put_together_from_known_parts_are_known_in_english_and_spanish(tmp_path: Path) -> None:
    english = look(
        tmp_path,
        "Pupil no.,First name,Last name,Svc,How often,Therapist,IEP from,IEP to\n"
        "K-11,Ana,Example,ST,2 x 30 min weekly,Ada Sample,8/24/2026,6/4/2027\n"
        "K-12,Ben,Sample,OT,30 min weekly,Ada Sample,8/24/2026,6/4/2027\n",
    )
    assert meanings(english) == {
        "Pupil no.": "student_id", "First name": "first_name", "Last name": "last_name", "Svc": "service_type",
        "How often": "mandate", "Therapist": "provider", "IEP from": "start", "IEP to": "end",
    }  # fmt: skip
    spanish = look(
        tmp_path,
        "Código del alumno,Alumno,Servicio,Cada cuánto,Quién lo da,Vigente desde,Vigente hasta\n"
        "K-11,Ana Example,Habla,30 min weekly,Ada Sample,24/8/2026,4/6/2027\n",
        "y.csv",
    )
    assert meanings(spanish) == {
        "Código del alumno": "student_id", "Alumno": "student_name", "Servicio": "service_type",
        "Cada cuánto": "mandate", "Quién lo da": "provider", "Vigente desde": "start", "Vigente hasta": "end",
    }  # fmt: skip


def test_names_below_who_are_the_therapists_of_a_table_that_names_its_students(tmp_path: Path) -> None:
    log = look(
        tmp_path,
        "Day,Pupil no.,Pupil,Min. seen,What happened,Who\n"
        "9/8/2026,K-11,Ana Example,30,Seen,Ada Sample\n9/9/2026,K-12,Ben Sample,0,Student absent,Ada Sample\n",
    )
    assert meanings(log) == {
        "Day": "date", "Pupil no.": "student_id", "Pupil": "student_name", "Min. seen": "minutes_delivered",
        "What happened": "code", "Who": "provider",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("column", "cells", "likely"),
    [
        ("Dose", ("2 x 30 min weekly", "30 min weekly"), ["mandate"]),
        ("File", ("K-11", "K-12"), ["student_id"]),
        ("Since when", ("8/24/2026", "8/25/2026"), ["start", "end", "date_of_birth"]),
        ("Helper", ("Ada Sample", "Bo Sample"), ["provider", "school"]),
        ("Amount in all", ("60", "30"), ["session_minutes", "minutes_per_week", "minutes_per_month", "sessions"]),
        ("Favourite colour", ("red", "blue"), None),
        ("Case manager", ("Ada Sample", "Bo Sample"), None),
    ],
)
def test_a_column_that_is_not_read_and_looks_needed_is_asked_about(
    tmp_path: Path, column: str, cells: tuple[str, str], likely: list[str] | None
) -> None:
    found = look(tmp_path, f"Student,Service,{column}\nAna Example,Speech,{cells[0]}\nBen Sample,Speech,{cells[1]}\n")
    asked = {question.of: [answer.value for answer in question.likely] for question in column_questions(found)}
    assert asked == ({} if likely is None else {column: [*likely, "leave_out"]})


def test_a_column_called_code_that_holds_numbers_of_people_is_asked_about_whole(tmp_path: Path) -> None:
    found = look(tmp_path, "Fecha;Alumno;Código;Min\n3/11/2026;Ana Example;K-11;30\n4/11/2026;Ben Sample;K-12;30\n")
    (question,) = column_questions(found)
    assert (question.of, question.likely[0].value) == ("Código", "student_id")
    codes = look(tmp_path, "Date,Student,Code,Min\n9/8/2026,Ana,P1,30\n9/9/2026,Ben,SA,0\n", "y.csv")
    assert meanings(codes)["Code"] == "code"


NO_DAY_HEADING = """Logged,Ref,Pupil,Therapy,{minutes},What happened,Why not
8/31/2026,P-101,Zed Plumstone,Speech,30,Held,
8/31/2026,P-102,Ana Faketree,OT,0,Missed,Pupil absent
9/2/2026,P-101,Zed Plumstone,Speech,23,Held,late start
9/2/2026,P-102,Ana Faketree,OT,45,Held,
"""


@pytest.mark.parametrize("heading", ["Day seen", "Date seen by SLP", "Logged", "Start", "Qqq"])
@pytest.mark.parametrize("minutes", ["Min given", "Minutes", "Sessions"])
def test_days_that_repeat_for_a_student_beside_what_became_of_them_are_a_log_whatever_their_heading(
    tmp_path: Path, heading: str, minutes: str
) -> None:
    text = NO_DAY_HEADING.format(minutes=minutes).replace("Logged", heading)
    found = look(tmp_path, text)
    assert found.shape == "log"
    assert [column.meaning for column in found.blocks[0].columns if column.heading == heading] == ["date"]


@pytest.mark.parametrize(
    "text",
    [
        # Each service of a child is there once, whatever its days say.
        "Pupil,Service,Minutes,Opened\nAna Faketree,Speech,30,8/31/2026\nAna Faketree,OT,45,9/7/2026\n",
        "Pupil,Service,Minutes,Opened\nAna Faketree,Speech,30,8/31/2026\nZed Plumstone,Speech,30,8/31/2026\n",
        # The same service in two years.
        "Pupil,Service,Minutes,Opened\nAna,OT,30,8/31/2024\nAna,OT,45,8/31/2025\nAna,OT,45,8/31/2026\n",
        # A line that was changed within the year.
        "Pupil,Service,Minutes,Opened\nAna Faketree,OT,30,8/31/2026\nAna Faketree,OT,45,1/11/2027\n",
        # What was promised from one day on, and from another.
        "Pupil,Service,Frequency,Opened\nAna,OT,1 x 30 weekly,8/31/2026\nAna,OT,2 x 30 weekly,1/11/2027\n",
    ],
)
def test_a_list_of_students_and_services_with_days_is_no_log(tmp_path: Path, text: str) -> None:
    assert look(tmp_path, text).shape == "caseload"
