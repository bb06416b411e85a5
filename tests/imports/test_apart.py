"""Calendars of several schools where none is on record: each school gets its own, and nothing is mixed."""

import csv
from pathlib import Path

import pytest
from tests.imports.made import asked, seen, written

from makegood.imports.finish import finish
from makegood.imports.read import read
from makegood.imports.result import Import
from makegood.terms.findings import errors

CASELOAD = """\
Student,School,Service,Frequency,Start Date,End Date
Ana Example,Oak School,Speech,30 min weekly,2026-09-02,2027-06-11
Ben Sample,Elm School,Speech,30 min weekly,2026-09-08,2027-06-11
"""
OAK = (("20260902", "20260903", "First Day of School"), ("20261012", "20261013", "Holiday - No School"),
       ("20270611", "20270612", "Last Day of School"))  # fmt: skip
ELM = (("20260908", "20260909", "First Day of School"), ("20261005", "20261010", "Fall Break - No School"),
       ("20270618", "20270619", "Last Day of School"))  # fmt: skip


def ics(folder: Path, name: str, days: tuple[tuple[str, str, str], ...]) -> Path:
    events = "".join(
        f"BEGIN:VEVENT\nUID:{at}@{name}\nDTSTAMP:20260801T000000Z\nDTSTART;VALUE=DATE:{first}\n"
        f"DTEND;VALUE=DATE:{after}\nSUMMARY:{title}\nEND:VEVENT\n"
        for at, (first, after, title) in enumerate(days)
    )
    return written(folder, name, f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n{events}END:VCALENDAR\n")


def answered(made: Import, answers: dict[str, object]) -> Import:
    """Answer what is asked of each file or school named."""
    for question in made.questions:
        file = next(each for each in made.loaded.files if each.name == question.file)
        file.mapping = file.mapping.with_answers([(question.key, answers[question.of])])
    return read(made.loaded)


def rows(into: Path, table: str, *columns: str) -> list[tuple[str, ...]]:
    with (into / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return sorted(tuple(row[column] for column in columns) for row in csv.DictReader(file))


@pytest.fixture
def both(tmp_path: Path) -> list[Path]:
    return [written(tmp_path, "lines.csv", CASELOAD), ics(tmp_path, "a.ics", OAK), ics(tmp_path, "b.ics", ELM)]


def test_a_closed_day_of_one_school_stays_a_school_day_of_the_other(both: list[Path], tmp_path: Path) -> None:
    made = seen(both, tmp_path / "records")
    assert asked(made) == [("calendar_of", "a.ics"), ("calendar_of", "b.ics")]
    assert [each.value for each in made.questions[0].likely] == ["Oak School", "Elm School", "every_calendar"]
    made = answered(made, {"a.ics": "Oak School", "b.ics": "Elm School"})
    assert asked(made) == []
    assert errors(finish(made)[1]) == []
    into = tmp_path / "records"
    assert rows(into, "calendar", "calendar_id", "date", "until") == [
        ("Elm School", "2026-10-05", "2026-10-09"), ("Oak School", "2026-10-12", ""),
    ]  # fmt: skip
    assert rows(into, "terms", "calendar_id", "start", "end") == [
        ("Elm School", "2026-09-08", "2027-06-18"), ("Oak School", "2026-09-02", "2027-06-11"),
    ]  # fmt: skip
    assert rows(into, "schools", "school_id", "calendar_id") == [
        ("Elm School", "Elm School"), ("Oak School", "Oak School"),
    ]  # fmt: skip


def test_days_of_every_school_beside_those_of_each_go_into_both(both: list[Path], tmp_path: Path) -> None:
    district = ics(tmp_path, "all.ics", (("20261126", "20261127", "Thanksgiving - No School"),))
    made = seen([*both, district], tmp_path / "records")
    made = answered(made, {"a.ics": "Oak School", "b.ics": "Elm School", "all.ics": "every_calendar"})
    assert errors(finish(made)[1]) == []
    days = rows(tmp_path / "records", "calendar", "date", "calendar_id")
    assert days[2:] == [("2026-11-26", "Elm School"), ("2026-11-26", "Oak School")]


def test_two_files_of_every_school_are_one_calendar(both: list[Path], tmp_path: Path) -> None:
    made = answered(seen(both, tmp_path / "records"), {"a.ics": "every_calendar", "b.ics": "every_calendar"})
    assert errors(finish(made)[1]) == []
    assert rows(tmp_path / "records", "terms", "calendar_id", "start", "end") == [
        ("2026-27", "2026-09-02", "2027-06-18")
    ]


def test_a_school_without_a_file_is_asked_about_and_shares_a_calendar(both: list[Path], tmp_path: Path) -> None:
    both[0].write_text(f"{CASELOAD}Cal Specimen,Fir School,Speech,30 min weekly,2026-09-08,2027-06-11\n", "utf-8")
    made = answered(seen(both, tmp_path / "records"), {"a.ics": "Oak School", "b.ics": "Elm School"})
    assert asked(made) == [("school_calendar", "Fir School")]
    assert errors(finish(answered(made, {"Fir School": "Elm School"}))[1]) == []
    assert ("Fir School", "Elm School") in rows(tmp_path / "records", "schools", "school_id", "calendar_id")


def test_the_days_of_a_year_that_a_schools_file_lacks_are_asked_for(both: list[Path], tmp_path: Path) -> None:
    ics(tmp_path, "b.ics", ELM[1:])
    made = answered(seen(both, tmp_path / "records"), {"a.ics": "Oak School", "b.ics": "Elm School"})
    assert [question.says for question in made.questions] == ["What is the first day of school at Elm School?"]


def test_two_files_of_one_school_are_refused_where_there_is_another(both: list[Path], tmp_path: Path) -> None:
    made = answered(seen(both, tmp_path / "records"), {"a.ics": "Oak School", "b.ics": "Oak School"})
    assert [each.code for each in finish(made)[1]] == ["several_calendars"]
    assert not (tmp_path / "records").exists()


def test_a_school_without_a_file_has_the_days_of_every_school_and_no_others(both: list[Path], tmp_path: Path) -> None:
    made = answered(seen(both, tmp_path / "records"), {"a.ics": "Oak School", "b.ics": "every_calendar"})
    assert asked(made) == []
    assert errors(finish(made)[1]) == []
    assert rows(tmp_path / "records", "calendar", "calendar_id", "date") == [
        ("Elm School", "2026-10-05"), ("Oak School", "2026-10-05"), ("Oak School", "2026-10-12"),
    ]  # fmt: skip
    assert rows(tmp_path / "records", "terms", "calendar_id", "start", "end") == [
        ("Elm School", "2026-09-08", "2027-06-18"), ("Oak School", "2026-09-02", "2027-06-11"),
    ]  # fmt: skip


@pytest.fixture
def shared(both: list[Path], tmp_path: Path) -> Path:
    """A folder in which two schools share the calendar of the first file."""
    into = tmp_path / "records"
    made = answered(seen(both[:2], into), {"a.ics": "every_calendar"})
    assert errors(finish(made)[1]) == []
    return into


def test_one_calendar_file_of_a_new_district_of_two_schools_is_asked_about(both: list[Path], tmp_path: Path) -> None:
    made = seen(both[:2], tmp_path / "records")
    assert asked(made) == [("calendar_of", "a.ics")]
    assert [each.value for each in made.questions[0].likely] == ["every_calendar", "Oak School", "Elm School"]
    every = answered(seen(both[:2], tmp_path / "every"), {"a.ics": "every_calendar"})
    assert errors(finish(every)[1]) == []
    assert len({row[0] for row in rows(tmp_path / "every", "calendar", "calendar_id", "date")}) == 1
    (refused,) = finish(answered(made, {"a.ics": "Oak School"}))[1]
    assert refused.code == "several_calendars"
    assert "Bring the calendar files of the other schools together with this one" in refused.message
    assert not (tmp_path / "records" / "calendar.csv").exists()


def test_a_calendar_that_says_that_it_is_every_schools_is_not_asked_about(both: list[Path], tmp_path: Path) -> None:
    listed = tmp_path / "days.csv"
    listed.write_text(
        "Date,Event,School\n9/2/2026,First day of school,All schools\n10/5/2026,No school - Staff day,All schools\n"
        "6/11/2027,Last day of school,All schools\n",
        encoding="utf-8",
    )
    made = seen([both[0], listed], tmp_path / "records")
    assert asked(made) == []
    assert made.desks["days.csv"].assumed["The calendar was taken to be that of every school."] == 1


def test_a_file_alone_is_asked_about_and_refused_for_one_school_of_a_shared_calendar(
    both: list[Path], shared: Path
) -> None:
    before = (shared / "calendar.csv").read_bytes()
    made = seen(both[2:], shared)
    assert asked(made) == [("calendar_of", "b.ics")]
    files, found = finish(answered(made, {"b.ics": "Elm School"}))
    assert (files, [each.code for each in found]) == ([], ["several_calendars"])
    assert (shared / "calendar.csv").read_bytes() == before


def test_a_file_of_every_school_goes_into_the_shared_calendar(both: list[Path], shared: Path) -> None:
    made = answered(seen(both[2:], shared), {"b.ics": "every_calendar"})
    assert errors(finish(made)[1]) == []
    assert rows(shared, "calendar", "calendar_id", "date") == [("2026-27", "2026-10-05"), ("2026-27", "2026-10-12")]


def test_a_file_whose_days_are_all_on_record_is_not_asked_about(both: list[Path], shared: Path) -> None:
    assert asked(seen(both[1:2], shared)) == []


def test_calendars_of_several_schools_are_refused_where_a_student_has_no_school(
    both: list[Path], tmp_path: Path
) -> None:
    both[0].write_text(f"{CASELOAD}Cal Specimen,,Speech,30 min weekly,2026-09-08,2027-06-11\n", "utf-8")
    made = answered(seen(both, tmp_path / "records"), {"a.ics": "Oak School", "b.ics": "Elm School"})
    assert [each.code for each in finish(made)[1]] == ["several_calendars"]


def test_a_list_that_names_two_schools_beside_its_days_is_refused_for_one_calendar(
    both: list[Path], tmp_path: Path
) -> None:
    text = "Date,School,Title\n2026-10-05,Elm School,Fall Break - No School\n2026-10-12,Oak School,Holiday\n"
    made = seen([both[0], written(tmp_path, "days.csv", text)], tmp_path / "records")
    assert [each.code for each in made.refused] == ["several_calendars"]
