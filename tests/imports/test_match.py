"""Names and students, services and sessions: two children never become one."""

import csv
import shutil
from pathlib import Path

import pytest
from tests.imports.made import DAYS, asked, imported, mapping_for, seen, told, written

from makegood.imports.match.names import may_be_one, name_key
from makegood.imports.match.sessions import rows_on_record
from makegood.intake import read_folder_report


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tompkins, Lee", "Lee Tompkins"),
        ("LEE TOMPKINS ", "lee  tompkins"),
        ("José Pérez", "Jose Perez"),
        ("Lee T.", "lee t"),
    ],
)
def test_case_accents_order_and_blanks_do_not_make_another_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lee Tompkins", "Lea Tompkins"), ("Ana Example", "Anna Example"), ("O'Brien, Pat", "OBrien, Pat")],
)
def test_a_letter_makes_another_name(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("jonathan smith", "jonathon smith", True),
        ("j smith", "jonathan smith", True),
        ("ana", "ana example", True),
        ("ana e", "ana example", True),
        ("ae", "ana example", True),
        ("bob sample", "robert sample", True),
        ("example ana", "ana example", True),
        ("ana maria example", "ana example", True),
        ("ben example", "ana example", False),
        ("ana sample", "ana example", False),
    ],
)
def test_a_looser_likeness_is_only_a_proposal(one: str, other: str, may: bool) -> None:  # noqa: FBT001 - a table of cases
    assert may_be_one(one, other) is may
    assert may_be_one(other, one) is may


def test_a_slip_in_a_name_is_proposed_with_both_sides_and_never_taken(tmp_path: Path) -> None:
    text = "Date,Student,Min\n9/15/26,Jonathan Smith,30\n9/16/26,Jonathon Smith,30\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == [("student", "Jonathon Smith")]
    (question,) = made.questions
    assert [answer.value for answer in question.likely] == ["S-0001", "new"]
    assert "Jonathan Smith" in question.likely[0].says
    assert "Jonathon Smith" in question.says


def test_two_students_of_one_name_are_asked_about_and_found_again(tmp_path: Path) -> None:
    into = tmp_path / "into"
    text = (
        "Student,Grade,School,Service,Frequency\nMaria Garcia,2,Oak,Speech,30 min weekly\n"
        "Maria Garcia,4,Oak,Speech,60 min weekly\n"
    )
    path = written(tmp_path, "team.csv", text)
    mapping_for(into, "team.csv", DAYS)
    assert asked(seen([path], into)) == [("student", "Maria Garcia (grade 4, Oak)")]
    mapping_for(into, "team.csv", f'{DAYS}students: {{"Maria Garcia (grade 4, Oak)": new}}\n')
    made, _ = imported([path], into)
    assert [(s.id, s.grade) for s in made.students.all.values()] == [("S-0001", "2"), ("S-0002", "4")]
    assert 'Maria Garcia (grade 4, Oak)": S-0002' in (into / "mappings" / "team.csv.yaml").read_text(encoding="utf-8")
    assert imported([path], into)[1] == []


def test_numbers_tell_two_children_of_one_name_apart(tmp_path: Path) -> None:
    text = (
        "Student,Student ID,Service,Frequency\nMaria Garcia,0471,OT,30 min weekly\nMaria Garcia,0472,OT,30 min weekly\n"
    )
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    made, _ = imported([written(tmp_path, "team.csv", text)], into)
    assert list(made.students.all) == ["0471", "0472"]
    log = "Date,Student,Svc,Min\n9/15/26,Maria Garcia,OT,30\n"
    assert asked(seen([written(tmp_path, "log.csv", log)], into)) == [("student", "Maria Garcia")]


def test_twins_with_one_initial_are_asked_about(tmp_path: Path) -> None:
    text = "Student,Service,Frequency\nAna Lopez,OT,30 min weekly\nAlma Lopez,OT,30 min weekly\n"
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    imported([written(tmp_path, "team.csv", text)], into)
    log = "Date,Student,Svc,Min\n9/15/26,A. Lopez,OT,30\n9/15/26,Alma Lopez,OT,30\n"
    made = seen([written(tmp_path, "log.csv", log)], into)
    assert asked(made) == [("student", "A. Lopez")]
    assert {answer.value for answer in made.questions[0].likely} == {"S-0001", "S-0002", "new"}


SPEECH_TWICE = (
    "Student,Service,Frequency,Grouping\nAna Example,Speech,1 x 30 min weekly,individual\n"
    "Ana Example,Speech,2 x 20 min weekly,group\n"
)


@pytest.mark.parametrize(
    ("row", "service"),
    [("9/15/26,Ana Example,Speech,30,", "SV-0001"), ("9/15/26,Ana Example,Speech,20,", "SV-0002"),
     ("9/15/26,Ana Example,Speech,15,G", "SV-0002"), ("9/15/26,Ana Example,Speech,15,I", "SV-0001")],
)  # fmt: skip
def test_where_two_services_fit_group_and_length_decide(tmp_path: Path, row: str, service: str) -> None:
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    log = f"Date,Student,Svc,Min,I/G\n{row}\n"
    made = seen([written(tmp_path, "team.csv", SPEECH_TWICE), written(tmp_path, "log.csv", log)], into)
    assert asked(made) == []
    assert [each.service for _, each in made.rows if each] == [service]


def test_where_nothing_decides_between_two_services_it_is_asked_once(tmp_path: Path) -> None:
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    log = "Date,Student,Svc,Min\n9/15/26,Ana Example,Speech,15\n9/22/26,Ana Example,Speech,15\n"
    made = seen([written(tmp_path, "team.csv", SPEECH_TWICE), written(tmp_path, "log.csv", log)], into)
    assert asked(made) == [("service", "Ana Example: speech, 15 minutes")]


def test_a_session_that_is_only_marked_held_is_as_long_as_the_iep_says(tmp_path: Path) -> None:
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    team = "Student,Service,Frequency\nAna Example,Speech,2 x 25 min weekly\nBen Sample,Speech,60 min monthly\n"
    log = "Student,Service,9/15/26,9/17/26,9/22/26\nAna Example,Speech,held,,\nBen Sample,Speech,,held,\n"
    made = seen([written(tmp_path, "team.csv", team), written(tmp_path, "log.csv", log)], into)
    assert [row.minutes for _, row in made.rows if row] == [25]
    assert asked(made) == [("session_minutes", "speech")]


def test_an_ieps_words_that_can_mean_two_things_are_asked_about_in_plain_words(tmp_path: Path) -> None:
    text = "Student,Service,Frequency\nAna Example,OT,30 min biweekly\n"
    made = seen([written(tmp_path, "team.csv", text)], tmp_path / "into")
    assert ("promise", "30 min biweekly") in asked(made)
    question = next(each for each in made.questions if each.kind == "promise")
    assert question.likely[-1].value == "leave_out"
    assert len(question.likely) == 3


def test_told_is_what_the_file_says(tmp_path: Path) -> None:
    made = seen([written(tmp_path, "speech.csv", "Date,Student,Min\n9/15/26,Ana,30\n")], tmp_path / "into")
    assert told(made) == [("Ana", "2026-09-15", "held", 30)]


def test_a_row_on_record_that_names_what_it_makes_up_is_a_make_up_also_with_a_blank_kind(tmp_path: Path) -> None:
    folder = Path(shutil.copytree("examples/maple-ridge", tmp_path / "records"))
    log = folder / "sessions.csv"
    with log.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    linked = {row["session_id"] for row in rows if row["makeup_for"]}
    with log.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | ({"kind": ""} if row["session_id"] in linked else {}) for row in rows)
    records = read_folder_report(folder).records
    assert records is not None
    assert [row.kind for row in rows_on_record(records) if row.id in linked] == ["make_up"] * len(linked)
    assert linked
