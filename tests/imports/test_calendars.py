"""A calendar file brought into a folder with several calendars: it is asked whose it is."""

from pathlib import Path

import pytest
from tests.imports.made import asked, seen, written

from makegood.imports.finish import finish
from makegood.imports.loaded import load
from makegood.imports.read import read
from makegood.imports.result import Import
from makegood.terms.findings import errors

TERMS = "calendar_id,kind,start,end\nNORTH,year,2026-08-24,2027-06-04\nSOUTH,year,2026-08-31,2027-06-11\n"
SCHOOLS = "school_id,name,calendar_id\nN1,North School,NORTH\nN2,Hill School,NORTH\nS1,South School,SOUTH\n"
STUDENTS = "student_id,school_id,given_name,family_name\n004217,N1,Ana,Example\n"
SERVICES = "service_id,student_id,service_type,minutes,per\nSV1,004217,speech,60,week\n"
SESSIONS = "session_id,service_id,date,minutes_delivered\nL1,SV1,2026-09-08,30\n"
CLOSED = "calendar_id,date,kind\nSOUTH,2027-02-15,holiday\n"
FILE = "Date,Title\n2027-02-15,Presidents' Day holiday\n2027-03-22,Staff development day (no school)\n"


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """A folder with two calendars, of which one has a day of the file already."""
    folder = tmp_path / "records"
    folder.mkdir()
    tables = {"terms": TERMS, "schools": SCHOOLS, "students": STUDENTS, "services": SERVICES, "calendar": CLOSED}
    tables["sessions"] = SESSIONS
    for name, text in tables.items():
        written(folder, f"{name}.csv", text)
    return folder


def answered(made: Import, answer: object) -> Import:
    for question in made.questions:
        file = next(each for each in made.loaded.files if each.name == question.file)
        file.mapping = file.mapping.with_answers([(question.key, answer)])
    return read(made.loaded)


def days(into: Path) -> list[str]:
    lines = (into / "calendar.csv").read_text(encoding="utf-8").splitlines()[1:]
    return sorted(",".join(line.split(",")[:3]) for line in lines)


def test_it_is_asked_once_whose_calendar_it_is_with_the_schools_named(into: Path, tmp_path: Path) -> None:
    made = seen([written(tmp_path, "closed.csv", FILE)], into)
    (question,) = made.questions
    assert (question.says, question.times) == ("Which school's calendar is this?", 1)
    assert [(each.value, each.says) for each in question.likely] == [
        ("NORTH", "North School, Hill School"), ("SOUTH", "South School"),
        ("every_calendar", "that of every school: each calendar gets these days"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("NORTH", ["NORTH,2027-02-15,holiday", "NORTH,2027-03-22,in_service", "SOUTH,2027-02-15,holiday"]),
        ("SOUTH", ["SOUTH,2027-02-15,holiday", "SOUTH,2027-03-22,in_service"]),
        (
            "every_calendar",
            [
                "NORTH,2027-02-15,holiday", "NORTH,2027-03-22,in_service", "SOUTH,2027-02-15,holiday",
                "SOUTH,2027-03-22,in_service",
            ],
        ),
    ],
)  # fmt: skip
def test_the_days_go_where_the_answer_says_and_none_is_written_twice(
    into: Path, tmp_path: Path, answer: str, expected: list[str]
) -> None:
    made = answered(seen([written(tmp_path, "closed.csv", FILE)], into), answer)
    assert made.questions == []
    _, found = finish(made)
    assert errors(found) == []
    assert days(into) == expected


def test_the_next_file_of_the_same_name_is_not_asked_again(into: Path, tmp_path: Path) -> None:
    finish(answered(seen([written(tmp_path, "closed.csv", FILE)], into), "NORTH"))
    more = written(tmp_path, "closed.csv", f"{FILE}2027-04-05,Spring holiday\n")
    made = read(load([more], into))
    assert made.questions == []
    assert errors(finish(made)[1]) == []
    assert "NORTH,2027-04-05,holiday" in days(into)


def test_an_answer_that_is_no_calendar_is_asked_again(into: Path, tmp_path: Path) -> None:
    made = answered(seen([written(tmp_path, "closed.csv", FILE)], into), "EAST")
    assert [question.kind for question in made.questions] == ["calendar_of"]


def test_of_a_new_school_it_is_asked_which_calendar_it_keeps(into: Path, tmp_path: Path) -> None:
    text = "Student,School,Service,Frequency\nBen Sample,West School,Speech,30 min weekly\n"
    made = seen([written(tmp_path, "caseload.csv", text)], into)
    assert [question.says for question in made.questions] == ["Which calendar does the school 'West School' keep?"]
    assert errors(finish(answered(made, "SOUTH"))[1]) == []
    assert "West School,West School,SOUTH" in (into / "schools.csv").read_text(encoding="utf-8")


def test_days_beside_which_a_school_is_named_go_into_that_schools_calendar(into: Path, tmp_path: Path) -> None:
    text = "Date,School,Title\n2027-03-22,hill school,Staff development day (no school)\n"
    made = seen([written(tmp_path, "closed.csv", f"{text}2027-04-05,S1,Spring holiday\n")], into)
    assert asked(made) == []
    assert errors(finish(made)[1]) == []
    assert days(into) == ["NORTH,2027-03-22,in_service", "SOUTH,2027-02-15,holiday", "SOUTH,2027-04-05,holiday"]


def test_an_export_of_several_schools_calendars_is_read_where_each_has_its_own(into: Path, tmp_path: Path) -> None:
    event = '[{{"calendarEventDescriptor": "uri://ed-fi.org/CalendarEventDescriptor#Teacher only day"}}]'
    of = '{{"calendarCode": "C1", "schoolId": "{}", "schoolYear": 2027}}'
    day = f'{{{{"calendarReference": {of}, "date": "{{}}", "calendarEvents": {event}}}}}'
    text = f"[{day.format('N1', '2027-03-22')}, {day.format('S1', '2027-04-05')}, {day.format('W9', '2027-04-06')}]"
    made = seen([written(tmp_path, "calendarDates.json", text)], into)
    assert [question.says for question in made.questions] == ["Which calendar does the school 'W9' keep?"]
    assert errors(finish(answered(made, "SOUTH"))[1]) == []
    assert days(into) == [
        "NORTH,2027-03-22,in_service", "SOUTH,2027-02-15,holiday", "SOUTH,2027-04-05,in_service",
        "SOUTH,2027-04-06,in_service",
    ]  # fmt: skip
