"""Every layout has a made-up sample, is recognised by name, and becomes what was counted by hand."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.imports.made import DAYS, imported, mapping_for, written

from makegood.imports.layouts import layout_in, layouts
from makegood.imports.loaded import load
from makegood.imports.read import read
from makegood.imports.report import as_dict, counts
from makegood.imports.result import Import
from makegood.intake import read_folder
from makegood.terms.findings import errors

SAMPLES = Path(__file__).parent / "layouts"
SHARED = Path(__file__).parents[3] / "shared" / "data"
OF_THE_ZIP = {
    "oneroster-orgs", "oneroster-academic-sessions", "oneroster-classes", "oneroster-courses", "oneroster-enrollments",
    "oneroster-roles",
}  # fmt: skip
"""Files of OneRoster of which nothing is read; they are in the samples of its users."""


class Counted(NamedTuple):
    """What a sample comes to, counted by hand; `asked` are the words that only a person can explain."""

    students: int = 0
    promises: int = 0
    sessions: int = 0
    minutes: int = 0
    days: int = 0
    asked: tuple[str, ...] = ()


COUNTED = {
    "calpads-services": Counted(2, 2, asked=("90",)),
    "ed-fi-calendar-dates": Counted(days=3, asked=("Student late arrival/early dismissal",)),
    "ed-fi-sedm-deliveries": Counted(1, sessions=2),
    "ed-fi-sedm-prescriptions": Counted(1, asked=("30 minutes, 2 a week",)),
    "ed-fi-special-education-programs": Counted(
        1, asked=("Occupational And Physical Therapy", "Speech-Language And Audiology Services")
    ),
    "ed-fi-staff-absences": Counted(),
    "ed-fi-staff-leaves": Counted(),
    "ed-fi-student-attendance": Counted(),
    "ed-fi-students": Counted(2),
    "infinite-campus-service-log": Counted(2, sessions=3, minutes=85),
    "new-mexico-stars": Counted(2, asked=("ZZ",)),
    "oneroster-1.1-users": Counted(2),
    "oneroster-1.2-users": Counted(2),
    "samegoal-service-log": Counted(2, sessions=3, minutes=95),
    "seis-deliveries": Counted(2, 3),
    "seis-iep-dates": Counted(2),
    "seis-services": Counted(2, 3),
}


def sample(name: str, place: Path) -> Path:
    """Return a layout's sample; a folder of parts is packed first."""
    found = [path for path in SAMPLES.iterdir() if path.name.startswith(f"{name}.")]
    assert len(found) == 1, f"tests/imports/layouts needs one sample of {name}"
    if found[0].is_file():
        return found[0]
    packed = place / f"{name}.zip"
    with zipfile.ZipFile(packed, "w") as file:
        for part in sorted(found[0].iterdir()):
            file.write(part, part.name)
    return packed


def look(file: Path, into: Path) -> Import:
    loaded = load([file], into, school_year=2026)
    assert not errors(loaded.findings), loaded.findings
    return read(loaded)


@pytest.mark.parametrize("name", sorted(set(layouts()) - OF_THE_ZIP))
def test_a_layout_has_a_sample_that_is_told_by_name_and_becomes_what_was_counted(name: str, tmp_path: Path) -> None:
    assert name in COUNTED, f"count by hand what the sample of {name} comes to"
    made = look(sample(name, tmp_path), tmp_path / "into")
    layout = layouts()[name]
    assert any(f"looks like {layout.export}" in found.says for found in made.loaded.files[0].layouts)
    found = counts(made)
    words = {
        q.of for q in made.questions if q.kind in {"service_word", "calendar_word", "period", "duration_is", "code"}
    }
    told = Counted(
        found["students"], found["promises"], found["sessions"], found["minutes"], found["days"], tuple(sorted(words))
    )
    assert told == COUNTED[name]


@pytest.mark.parametrize("name", sorted(layouts()))
def test_every_word_of_a_layout_is_one_that_a_mapping_may_have(name: str) -> None:
    layouts()[name].check()
    assert layouts()[name].source
    assert isinstance(layouts()[name].checked_on, dt.date)


@pytest.mark.parametrize("name", sorted(set(layouts()) - OF_THE_ZIP))
def test_what_each_column_was_taken_for_stands_in_the_mapping(name: str, tmp_path: Path) -> None:
    made = look(sample(name, tmp_path), tmp_path / "into")
    for sheet in made.loaded.files[0].mapping.sheets.values():
        if sheet.shape != "leave_out":
            assert len(sheet.columns) >= 2


def test_no_sample_lacks_its_layout() -> None:
    for path in SAMPLES.iterdir():
        assert any(path.name.startswith(f"{name}.") for name in layouts()), path.name


def test_schools_by_name_and_a_grade_in_words_make_one_child_of_two_exports(tmp_path: Path) -> None:
    into = tmp_path / "into"
    roster, services = sample("oneroster-1.1-users", tmp_path), sample("seis-services", tmp_path)
    mapping_for(into, services.name, DAYS)
    made = read(load([roster, services], into, school_year=2026))
    ana = [student for student in made.students.all.values() if student.first == "Ana"]
    assert [(one.id, one.school, one.grade) for one in ana] == [("0041", "Maple Ridge Elementary", "3")]


def test_private_columns_of_a_roster_are_dropped_before_anybody_sees_them(tmp_path: Path) -> None:
    made = look(sample("oneroster-1.1-users", tmp_path), tmp_path / "into")
    cells = [cell for each in made.looks["oneroster-1.1-users.zip"] for row in each.sheet.rows for cell in row]
    assert not {"secretword", "555", "made.up1", "americanIndianOrAlaskaNative"} & {str(cell) for cell in cells}
    assert "secretword" not in str(as_dict(made))


def test_a_teacher_of_a_roster_is_no_student(tmp_path: Path) -> None:
    for name in ("oneroster-1.1-users", "oneroster-1.2-users"):
        made = look(sample(name, tmp_path), tmp_path / name)
        assert {student.first for student in made.students.all.values()} == {"Ana", "Ben"}


def test_the_minutes_of_a_prescription_are_what_a_person_says_they_are(tmp_path: Path) -> None:
    """`2 x 30` is 60 a week if 30 is one session, and 30 a week if it is all of them."""
    for answer, sessions in (("per_session", 2), ("per_interval", None)):
        file = sample("ed-fi-sedm-prescriptions", tmp_path)
        loaded = load([file], tmp_path / answer, school_year=2026)
        held = loaded.files[0]
        held.mapping = held.mapping.with_answers([(("duration_is",), answer)])
        service = next(iter(read(loaded).services.all.values()))
        assert (service.minutes, service.sessions, service.per) == (30, sessions, "week")


def test_a_prescription_with_two_intervals_is_asked_about(tmp_path: Path) -> None:
    text = sample("ed-fi-sedm-prescriptions", tmp_path).read_text("utf-8")
    two = text.replace("DurationIntervalDescriptor#Week", "DurationIntervalDescriptor#Month")
    made = look(written(tmp_path, "two.json", two), tmp_path / "into")
    assert "Month, and Week" in {question.of for question in made.questions}


def test_total_minutes_of_a_seis_service_are_never_those_of_one_session(tmp_path: Path) -> None:
    made = look(sample("seis-services", tmp_path), tmp_path / "into")
    promised = {(s.type, s.minutes, s.sessions, s.per) for s in made.services.all.values()}
    assert promised == {
        ("speech", 60, None, "week"), ("occupational_therapy", 120, None, "month"), ("counseling", 750, None, "year"),
    }  # fmt: skip


def test_calendars_of_two_schools_in_one_file_are_refused(tmp_path: Path) -> None:
    text = sample("ed-fi-calendar-dates", tmp_path).read_text("utf-8").replace('"schoolId": 1', '"schoolId": 2', 1)
    loaded = load([written(tmp_path, "two.json", text)], tmp_path / "into")
    assert [finding.code for finding in errors(loaded.findings)] == ["several_in_one"]


def test_a_calpads_file_without_headings_is_named_and_not_read_by_position(tmp_path: Path) -> None:
    text = "SERV^A^^0000000^9900000001^^^^^^^415^^100^20^60\n"
    loaded = load([written(tmp_path, "serv.txt", text)], tmp_path / "into")
    assert [finding.code for finding in errors(loaded.findings)] == ["no_headings"]


def test_people_who_work_at_a_school_are_never_taken_for_students(tmp_path: Path) -> None:
    text = '[{"staffUniqueId": "P01", "firstName": "Rae", "lastSurname": "Teacher", "birthDate": "1980-01-01"}]'
    loaded = load([written(tmp_path, "staff.json", text)], tmp_path / "into")
    assert [finding.code for finding in errors(loaded.findings)] == ["not_known"]


def records(into: Path) -> Any:
    found, findings = read_folder(into)
    assert found is not None, findings
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which student 0041 has a service that P01 gives."""
    into = tmp_path / "records"
    into.mkdir()
    written(into, "students.csv", "student_id\n0041\n")
    written(into, "terms.csv", "calendar_id,kind,start,end\nC,year,2026-08-24,2027-06-04\n")
    written(into, "providers.csv", "provider_id,name\nP01,R. Teacher\n")
    written(into, "services.csv", "service_id,student_id,service_type,minutes,sessions,per,provider_id\n"
            "S1,0041,speech,30,2,week,P01\n")  # fmt: skip
    written(into, "sessions.csv", "session_id,service_id,date,minutes_delivered\n")
    return into


def test_absences_are_added_for_those_who_have_or_give_a_service_and_only_once(folder: Path, tmp_path: Path) -> None:
    names = ("ed-fi-student-attendance", "ed-fi-staff-absences", "ed-fi-staff-leaves")
    for _ in range(2):
        imported([sample(name, tmp_path) for name in names], folder)
    away, staff = records(folder).student_absences, records(folder).provider_absences
    assert list(zip(away.student_id, away.date, away.kind, strict=True)) == [
        ("0041", dt.date(2026, 9, 10), "student_absent")
    ]
    assert sorted(zip(staff.date, staff.until, staff.kind, strict=True)) == [
        (dt.date(2026, 9, 14), dt.date(2026, 9, 18), "long_term_leave"),
        (dt.date(2026, 9, 17), None, "provider_absent"),
        (dt.date(2026, 9, 18), None, "provider_other_duty"),
        (dt.date(2026, 9, 21), None, "provider_absent"),
    ]


def test_why_somebody_was_ill_is_kept_nowhere(folder: Path, tmp_path: Path) -> None:
    imported([sample("ed-fi-staff-absences", tmp_path)], folder)
    assert "Sick" not in (folder / "provider_absences.csv").read_text("utf-8")


def test_xml_with_a_document_type_is_refused(tmp_path: Path) -> None:
    lines = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a><d><e>&c;</e></d></a>'
    loaded = load([written(tmp_path, "grows.xml", lines)], tmp_path / "into")
    assert [finding.code for finding in errors(loaded.findings)] == ["unreadable_file"]


@pytest.mark.parametrize("name", ["deep.json", "deep.xml", "cut.json", "cut.xml", "cut.zip", "words.json", "empty.zip"])
def test_damaged_files_of_other_programs_are_refused_in_words(name: str, tmp_path: Path) -> None:
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    data = {
        "deep.json": b"[" * 100_000,
        "deep.xml": b"<a>" * 5_000,
        "cut.json": b'[{"studentUniqueId": ',
        "cut.xml": b"<a><b>",
        "cut.zip": b"PK\x03\x04 nothing",
        "words.json": b'"only words"',
        "empty.zip": empty.getvalue(),
    }[name]
    (tmp_path / name).write_bytes(data)
    loaded = load([tmp_path / name], tmp_path / "into")
    assert [finding.code for finding in errors(loaded.findings)] == ["unreadable_file"]


def test_a_zip_that_would_unpack_to_more_than_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("makegood.imports.cells.archive.CSV_BYTES", 1_000)
    with zipfile.ZipFile(tmp_path / "large.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("users.csv", b"a" * 10_000)
    loaded = load([tmp_path / "large.zip"], tmp_path / "into")
    assert [finding.code for finding in errors(loaded.findings)] == ["unreadable_file"]


FICTIONAL = {
    "seis/seis-deliveries.fictional.csv": ("seis-deliveries", 14, 12, 13),
    "seis/seis-services-report.fictional.csv": ("seis-services", 6, 1, 5),
    "seis/seis-iep-dates.fictional.csv": ("seis-iep-dates", 5, 5, 0),
    "ed-fi/Student.15.xml": ("ed-fi-students", 15, 15, 0),
    "ed-fi/StudentSpecialEducationProgramAssociation.15.xml": ("ed-fi-special-education-programs", 15, 15, 0),
}
"""Published samples, where they are at hand: layout, rows, students, promises."""


@pytest.mark.parametrize("place", sorted(FICTIONAL))
def test_published_samples_are_read(place: str, tmp_path: Path) -> None:
    if not (SHARED / place).exists():
        pytest.skip(f"the published sample {place} is not here")
    name, rows, students, promises = FICTIONAL[place]
    made = look(SHARED / place, tmp_path / "into")
    assert name in {found.name for found in made.loaded.files[0].layouts}
    found = counts(made)
    assert (found["rows"], found["students"], found["promises"]) == (rows, students, promises)


@pytest.mark.parametrize("place", ["StudentSchoolAttendanceEvent.extract.xml", "attendance.flat.csv", "StaffLeave.xml"])
def test_published_absences_are_told_by_name(place: str, tmp_path: Path) -> None:
    if not (SHARED / "ed-fi" / place).exists():
        pytest.skip(f"the published sample {place} is not here")
    made = look(SHARED / "ed-fi" / place, tmp_path / "into")
    assert {found.layout.shape for found in made.loaded.files[0].layouts} == {"absences"}
    assert not made.questions


def test_headings_of_a_log_of_ones_own_are_no_layout(tmp_path: Path) -> None:
    made = look(
        written(tmp_path, "log.csv", "Date,Student,Service,Minutes\n9/8/26,Ana Example,speech,30\n"), tmp_path / "into"
    )
    assert not made.loaded.files[0].layouts
    assert layout_in(made.looks["log.csv"][0].sheet) is None
