import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from makegood.intake import read_folder
from makegood.records import Records
from makegood.terms.findings import Finding

SHEETS: dict[str, list[list[Any]]] = {
    "Students": [["Student ID", "grade", "policy_id"], ["004217", "3", "us-il"]],
    "terms": [
        ["calendar_id", "kind", "start", "end"],
        ["C26", "year", dt.date(2026, 8, 24), dt.date(2027, 6, 4)],
    ],
    "services": [
        ["service_id", "student_id", "service_type", "mandate"],
        ["SV1", "004217", "speech", "2 x 30 min weekly"],
    ],
    "Service Log": [
        ["session_id", "service_id", "date", "minutes_delivered", "start_time", "as_written"],
        ["L1", "SV1", dt.date(2026, 9, 14), 30, dt.time(9, 30), True],
    ],
}


def written(path: Path, sheets: dict[str, list[list[Any]]], **options: Any) -> Path:
    """Write a workbook as a person's spreadsheet would save it."""
    book = xlsxwriter.Workbook(path, options)
    formats = {
        dt.date: book.add_format({"num_format": "yyyy-mm-dd"}),
        dt.time: book.add_format({"num_format": "hh:mm:ss"}),
    }
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(cells):
            for place, cell in enumerate(row):
                if type(cell) in formats:
                    sheet.write_datetime(at, place, cell, formats[type(cell)])
                else:
                    sheet.write(at, place, cell)
    book.close()
    return path


def read(path: Path, **changes: list[list[Any]]) -> tuple[Records | None, list[Finding]]:
    """Read the sound workbook with some sheets changed."""
    return read_folder(written(path / "records.xlsx", {**SHEETS, **changes}))


def test_a_workbook_is_read_as_a_folder_is(tmp_path: Path) -> None:
    records, findings = read(tmp_path)
    assert findings == []
    assert records is not None
    assert records.sessions.rows_as_dicts()[0] | {"note": None} == records.sessions.rows_as_dicts()[0]
    assert records.sessions.date == [dt.date(2026, 9, 14)]
    assert (records.sessions.start_time, records.sessions.as_written) == ([570], [True])
    assert records.students.student_id == ["004217"]


def test_dates_counted_from_1904_are_the_same_days(tmp_path: Path) -> None:
    records, _ = read_folder(written(tmp_path / "mac.xlsx", SHEETS, date_1904=True))
    assert records is not None
    assert records.terms.start == [dt.date(2026, 8, 24)]


def test_an_id_that_became_a_number_is_read_with_a_warning(tmp_path: Path) -> None:
    students = [["student_id", "policy_id"], [4217, "us-il"]]
    services = [SHEETS["services"][0], ["SV1", 4217, "speech", "2 x 30 min weekly"]]
    records, findings = read(tmp_path, Students=students, services=services)
    assert records is not None
    assert records.students.student_id == ["4217"]
    assert [(f.level, f.code, f.table) for f in findings] == [
        ("warning", "id_as_number", "services"),
        ("warning", "id_as_number", "students"),
    ]
    assert "leading zeros may have been lost" in findings[0].message


def test_an_id_with_decimals_is_refused(tmp_path: Path) -> None:
    records, findings = read(tmp_path, Students=[["student_id"], [4217.5]])
    assert records is None
    assert "id_as_number" in {f.code for f in findings if f.level == "error"}


def test_a_mandate_that_became_a_time_is_said_with_what_was_likely_typed(tmp_path: Path) -> None:
    services = [SHEETS["services"][0], ["SV1", "004217", "speech", dt.time(2, 30, 1)]]
    records, findings = read(tmp_path, services=services)
    assert records is None
    damage = [f for f in findings if f.code == "excel_damage"]
    assert [(f.table, f.row, f.column) for f in damage] == [("services", 2, "mandate")]
    assert "likely '2:30:1'. Please type it again as text" in damage[0].message
    assert len(findings) == 1


def test_a_grade_that_became_a_date_is_said_too(tmp_path: Path) -> None:
    students = [["student_id", "grade", "policy_id"], ["004217", dt.date(2026, 1, 2), "us-il"]]
    _, findings = read(tmp_path, Students=students)
    assert [(f.code, f.column) for f in findings] == [("excel_damage", "grade")]
    assert "likely '1-2'" in findings[0].message


def test_a_grade_that_became_a_number_is_itself(tmp_path: Path) -> None:
    records, findings = read(tmp_path, Students=[["student_id", "grade", "policy_id"], ["004217", 3, "us-il"]])
    assert findings == []
    assert records is not None
    assert records.students.grade == ["3"]


def test_a_formula_that_was_never_worked_out_is_a_blank(tmp_path: Path) -> None:
    log = [[*SHEETS["Service Log"][0], "group_size"], [*SHEETS["Service Log"][1], '=IF(1,"","")']]
    book = {**SHEETS, "Service Log": log}
    records, findings = read_folder(written(tmp_path / "f.xlsx", book))
    assert [f.code for f in findings] in ([], ["too_small"])
    assert records is None or records.sessions.group_size == [None]


def test_an_unknown_sheet_is_warned_of(tmp_path: Path) -> None:
    records, findings = read(tmp_path, Sheet7=[["a"]], Servces=[["a"]])
    assert records is not None
    assert [(f.code, f.table) for f in findings] == [("unknown_table", "Servces"), ("unknown_table", "Sheet7")]
    assert "Did you mean 'services'?" in findings[0].message


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    records, findings = read_folder(path)
    assert records is None
    assert findings[0].code == "unreadable_file"
