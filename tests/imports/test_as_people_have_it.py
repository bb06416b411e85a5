"""Files as an advocate and a director have them: who it is, whose initials, which number, and how to answer."""

from pathlib import Path

import pytest
from tests.imports.made import CASELOAD, DAYS, asked, imported, mapping_for, seen, told, written

from makegood.imports.cells import read_cells
from makegood.imports.look.titles import titles_of
from makegood.imports.mapping import read_mapping
from makegood.imports.report import question_lines, samples


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Student: Mateo Example   Grade 2   School: Oak", ("Mateo Example", "2", "Oak")),
        ("Student: Mateo Example Grade: 2 School: Oak", ("Mateo Example", "2", "Oak")),
        ("Name: Example, Mateo | Gr: 2 | School: Oak", ("Example, Mateo", "2", "Oak")),
        ("Estudiante: Mateo Example; Grado: 2; Escuela: Oak", ("Mateo Example", "2", "Oak")),
        ("Student: Example,  Mateo", ("Example,  Mateo", None, None)),
    ],
)
def test_one_line_above_a_table_tells_several_things(tmp_path: Path, line: str, titles: tuple[str | None, ...]) -> None:
    (sheet,), _ = read_cells(written(tmp_path, "x.tsv", f"{line}\nDate\tMin\n9/8/26\t30\n"))
    found = titles_of(sheet, 2)
    assert tuple(found.get(each) for each in ("student_name", "grade", "school")) == titles


def test_initials_in_a_title_beside_a_name_in_a_list_are_one_child_only_if_a_person_says_so(tmp_path: Path) -> None:
    log = written(tmp_path, "log.csv", "Student: L.T.,,\nDate,Svc,Min\n9/8/26,SLP,30\n9/15/26,SLP,30\n")
    caseload = written(tmp_path, "list.csv", CASELOAD.replace("Ana Example", "Cleo Heron"))
    for paths in ([log, caseload], [caseload, log]):
        made = seen(paths, tmp_path / "into")
        (question,) = [each for each in made.questions if each.kind == "student"]
        assert [answer.value for answer in question.likely][-1] == "new"
        assert len(question.likely) == 2


def test_whose_initials_they_are_is_asked_where_no_heading_says(tmp_path: Path) -> None:
    text = "Date,Svc,Min,Initials\n9/8/26,SLP,30,KT\n9/15/26,SLP,30,KT\n"
    made = seen([written(tmp_path, "log.csv", text)], tmp_path / "into")
    assert ("column", "Initials") in asked(made)
    of_child = text.replace("Initials", "Student Initials")
    assert ("column", "Student Initials") not in asked(seen([written(tmp_path, "a.csv", of_child)], tmp_path / "into"))
    named = seen([written(tmp_path, "b.csv", f"Student: Ana Example,,,\n{text}")], tmp_path / "into")
    (question,) = [each for each in named.questions if each.of == "Initials"]
    assert [answer.value for answer in question.likely] == ["provider", "student_name", "leave_out"]


def test_a_number_of_the_states_tells_two_of_one_name_apart_where_there_is_no_other(tmp_path: Path) -> None:
    text = (
        "SSID,Student,Service,Frequency,Start Date,End Date\n"
        "0012345,Maria Example,Speech,2 x 30 min weekly,8/24/2026,6/4/2027\n"
        "0012399,Maria Example,Speech,1 x 30 min weekly,8/24/2026,6/4/2027\n"
    )
    made = seen([written(tmp_path, "iep.csv", text)], tmp_path / "into")
    assert sorted(made.students.all) == ["0012345", "0012399"]
    both = text.replace("SSID,", "State ID,Student ID,").replace("00123", "88,00123")
    other = seen([written(tmp_path, "both.csv", both)], tmp_path / "other")
    assert sorted(other.students.all) == ["0012345", "0012399"]


def test_a_file_that_lost_its_zeros_lost_all_of_them(tmp_path: Path) -> None:
    services = (
        "Student ID,Student,Service,Frequency,Start Date,End Date\n"
        "0012345,Maria Example,Speech,2 x 30 min weekly,8/24/2026,6/4/2027\n"
        "0098001,Tran Sample,Speech,1 x 30 min weekly,8/24/2026,6/4/2027\n"
    )
    students = 'Student ID,Name,Gr\n12345,"Example, Maria L",4\n98001,"Sample, Tran",5\n'
    paths = [written(tmp_path, "iep.csv", services), written(tmp_path, "sis.csv", students)]
    made = seen(paths, tmp_path / "into")
    (question,) = [each for each in made.questions if each.kind == "zeros"]
    assert "12345 is 0012345, 98001 is 0098001" in question.says
    mapping_for(tmp_path / "into", "sis.csv", "zeros: lost\n")
    mapping_for(tmp_path / "into", "iep.csv", DAYS)
    made, _ = imported(paths, tmp_path / "into")
    assert {one.id: one.grade for one in made.students.all.values()} == {"0012345": "4", "0098001": "5"}


def test_a_frequency_without_a_period_is_asked_with_both_usual_periods(tmp_path: Path) -> None:
    text = "Student,Service,Frequency\nAna Example,Speech,1x30\n"
    made = seen([written(tmp_path, "list.csv", text)], tmp_path / "into")
    (question,) = [each for each in made.questions if each.kind == "promise"]
    assert [answer.value for answer in question.likely] == ["1 x 30 min weekly", "1 x 30 min monthly", "leave_out"]
    lines = question_lines(question, numbered=False)
    assert lines[1].strip().startswith("1 x 30 min weekly")
    assert question_lines(question, numbered=True)[1].strip().startswith("1  1 x 30 min weekly")


def test_a_number_in_the_place_of_an_answer_is_refused_in_plain_words(tmp_path: Path) -> None:
    text = "calendar:\n  Veterans Day: 1\nsheets:\n  Ana:\n    columns: {Wording: 2}\ndates: {first_day: soon}\n"
    _, findings = read_mapping(written(tmp_path, "x.yaml", text))
    said = [finding.line() for finding in findings]
    assert sum("not its number" in each for each in said) == 2
    assert not any("Input should" in each or "Ana" in each for each in said)


def test_a_session_that_waits_for_the_ieps_length_is_not_called_asked(tmp_path: Path) -> None:
    text = "Date,Student,Svc,Code\n9/8/26,Ana Example,SLP,held\n9/15/26,Ana Example,SLP,held\n"
    made = seen([written(tmp_path, "log.csv", text)], tmp_path / "into")
    assert samples(made)[0].read == "2026-09-08, Ana Example, speech, held, as long as the IEP says"


@pytest.mark.parametrize("words", ["20 minutos, llegó tarde la terapeuta", "20 min - SLP was late"])
def test_who_came_late_is_told_by_the_words(tmp_path: Path, words: str) -> None:
    notes = written(tmp_path, "ana.txt", f"Ana speech 2026-27\n9/8 speech 30 min\n9/15 {words}\n")
    made = seen([notes], tmp_path / "into")
    assert asked(made) == []
    assert [each[2:] for each in told(made)] == [("held", 30), ("provider_late", 20)]


def test_time_under_an_award_is_not_offered_as_held_first(tmp_path: Path) -> None:
    text = "Date,Student,Svc,Min,Code\n9/8/26,Ana Example,SLP,30,held\n9/15/26,Ana Example,SLP,30,Comp Ed\n"
    made = seen([written(tmp_path, "log.csv", text)], tmp_path / "into")
    (question,) = [each for each in made.questions if each.kind == "code"]
    assert [answer.value for answer in question.likely][:3] == ["make_up", "leave_out", "held"]
    assert "under an award" in question.likely[1].says
