"""The corpus that the import is measured by keeps its own form."""

import csv
import importlib
import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError
from python_calamine import CalamineWorkbook

# `import` is a word of Python's own: no import statement can name this folder.
form = importlib.import_module("tests.import.corpus_form")
builder = importlib.import_module("tests.import.corpus.build")

FOLDERS = form.folders()
KINDS = ("log", "grid", "caseload", "calendar", "notes", "export", "damaged")
BINARY = {".xlsx", ".ods", ".xls", ".zip"}


def _kind(folder: Path) -> str:
    return folder.name.partition("-")[0]


def _made_from_text(folder: Path) -> list[Path]:
    """The files of a folder that are built from text beside them; damage is not always to be had as text."""
    if _kind(folder) == "damaged":
        return []
    return [path for path in folder.iterdir() if path.suffix in {".xlsx", ".ods", ".zip"}]


each = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
each_whole = pytest.mark.parametrize(
    "folder", [folder for folder in FOLDERS if _kind(folder) != "damaged"], ids=lambda folder: folder.name
)
each_made = pytest.mark.parametrize("folder", [*filter(_made_from_text, FOLDERS)], ids=lambda folder: folder.name)


@each
def test_every_expectation_follows_the_form(folder: Path) -> None:
    form.read_expected(folder)


@each
def test_every_folder_holds_its_files_and_nothing_else(folder: Path) -> None:
    files = form.read_expected(folder).files
    there = {path.name for path in folder.iterdir()}
    assert set(files) <= there
    assert there - set(files) <= {"expected.yaml", "into", "workbook.txt", "zip"}
    assert ("into" in there) == form.read_expected(folder).given.into


@each
def test_every_file_is_small(folder: Path) -> None:
    for path in folder.rglob("*"):
        assert not path.is_file() or path.stat().st_size <= 15 * 1024, f"{path.name} is larger than 15 kB"


@each_whole
def test_what_a_workbook_or_zip_holds_can_be_read_as_text_beside_it(folder: Path) -> None:
    for name in form.read_expected(folder).files:
        if Path(name).suffix == ".zip":
            assert (folder / "zip").is_dir()
        elif Path(name).suffix in BINARY:
            assert (folder / "workbook.txt").is_file()


@each_made
def test_a_workbook_or_zip_is_the_one_that_lies_beside_it_as_text(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    made = _made_from_text(copy)
    for path in made:
        path.unlink()
    builder.build(copy)
    for path in made:
        assert _held(path) == _held(folder / path.name)


@each
def test_every_session_is_of_a_student_and_a_service_that_are_there(folder: Path) -> None:
    expected = form.read_expected(folder)
    students = _students(folder, expected)
    services = {(row["student"], row["service_type"]) for row in _table(expected, "services")} | _services_before(
        folder
    )
    for table in ("services", "sessions", "schedule", "family_notes", "student_absences"):
        for row in _table(expected, table):
            assert row["student"] in students, f"{table}: {row['student']}"
    for row in _table(expected, "sessions"):
        assert (row["student"], row["service_type"]) in services, f"{row['student']}: {row['service_type']}"


@each
def test_a_missed_session_has_no_minutes_or_a_reason_why_it_was_short(folder: Path) -> None:
    for row in _table(form.read_expected(folder), "sessions"):
        assert row["minutes_delivered"], f"{row['student']} on {row['date']}: minutes are blank"
        assert row["minutes_delivered"] != "0" or row["reason"], f"{row['student']} on {row['date']}: missed, but why?"


@each
def test_a_make_up_is_for_a_session_that_was_missed(folder: Path) -> None:
    sessions = _table(form.read_expected(folder), "sessions")
    missed = {(row["student"], row["date"]) for row in sessions if row["reason"]}
    for row in sessions:
        if row.get("makeup_for"):
            assert (row["student"], row["makeup_for"]) in missed


@each
def test_what_is_left_out_lies_within_the_file(folder: Path) -> None:
    expected = form.read_expected(folder)
    for left in expected.left_out:
        assert left.row >= 1
        assert left.file is None or left.file in expected.files or (folder / "zip" / left.file).is_file()
        if len(expected.files) == 1 and Path(expected.files[0]).suffix in {".csv", ".tsv", ".txt"}:
            lines = (folder / expected.files[0]).read_bytes().count(b"\n") + 1
            assert left.row <= lines


def test_there_are_sixty_folders_and_more_of_every_kind() -> None:
    counts = {kind: sum(_kind(folder) == kind for folder in FOLDERS) for kind in KINDS}
    assert sum(counts.values()) == len(FOLDERS)
    assert len(FOLDERS) >= 60
    least = {"log": 15, "grid": 15, "caseload": 8, "calendar": 5, "notes": 6, "export": 8, "damaged": 8}
    assert all(counts[kind] >= number for kind, number in least.items()), counts


def test_every_shape_and_every_kind_of_answer_occurs() -> None:
    all_expected = [form.read_expected(folder) for folder in FOLDERS]
    assert {expected.shape for expected in all_expected} == set(get_args(form.Shape))
    assert {expected.answers for expected in all_expected} == {"none", "questions", "refused"}


def test_every_kind_of_file_occurs() -> None:
    kinds = {Path(name).suffix for folder in FOLDERS for name in form.read_expected(folder).files}
    assert kinds >= {".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls", ".zip", ".ics", ".xml", ".json", ".pdf"}


def test_the_readme_lists_every_folder() -> None:
    page = (form.CORPUS / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z]+-[a-z0-9.-]+)` \|", page, re.MULTILINE)) == {folder.name for folder in FOLDERS}


WHOLE = """student, service_type, date, minutes_delivered, reason
Ann Kestrel, speech, 2026-09-08, 30,"""


@pytest.mark.parametrize(
    "rows",
    [
        WHOLE.replace("2026-09-08", "9/8/2026"),
        WHOLE.replace("30,", "0, unrecorded"),
        WHOLE.replace("30,", "30 min,"),
        WHOLE.replace("speech", "SLP"),
        WHOLE.replace("Ann Kestrel", ""),
        WHOLE.replace(", reason", ", motive"),
        WHOLE + " and more, cells",
    ],
)
def test_a_row_that_breaks_the_form_is_found(rows: str) -> None:
    file = {"title": "A file.", "files": ["a.csv"], "shape": "log", "answers": "none"}
    form.Expected.model_validate({**file, "rows": {"sessions": WHOLE}})
    with pytest.raises(ValidationError):
        form.Expected.model_validate({**file, "rows": {"sessions": rows}})


def _held(path: Path) -> Any:
    """Return what a zip or workbook holds: each file, or each sheet's cells."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _table(expected: Any, name: str) -> list[dict[str, str]]:
    return expected.table(name) if name in expected.rows else []


def _before(folder: Path, table: str) -> list[dict[str, str]]:
    path = folder / "into" / f"{table}.csv"
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))) if path.is_file() else []


def _called(row: dict[str, str]) -> set[str]:
    """Return what a list of rows may call a student: the name, or the number, or the name and the number."""
    name = f"{row.get('given_name', '')} {row.get('family_name', '')}".strip()
    number = f"#{row.get('student_id', '')}"
    return {name, number, f"{name} {number}"} - {"#", "", f"{name} #"}


def _students(folder: Path, expected: Any) -> set[str]:
    rows = [*_table(expected, "students"), *_before(folder, "students")]
    called = [name for row in rows for name in _called(row)]
    return {name for name in called if called.count(name) == 1}


def _services_before(folder: Path) -> set[tuple[str, str]]:
    names = {row["student_id"]: _called(row) for row in _before(folder, "students")}
    return {
        (name, row["service_type"])
        for row in _before(folder, "services")
        for name in names.get(row["student_id"], set())
    }
