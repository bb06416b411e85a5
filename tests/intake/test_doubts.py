"""What is asked about when a folder is read, and what is left alone."""

import datetime as dt
from pathlib import Path

import pytest
from tests.intake.folders import SOUND, rows, swap, write_folder

from makegood.intake import read_folder

AS_OF = dt.date(2026, 11, 20)
HEADER = "service_id,student_id,service_type,minutes,per,sessions,every,esy,start,end,school_id\n"
SLOTS = "service_id,weekday,cycle_day,cycle,start_time,minutes,from,until,every\n"
LOG = "session_id,service_id,date,minutes_delivered,minutes_planned,reason\n"
RECORDED = "session_id,service_id,date,minutes_delivered,corrects,recorded_at\n"
NONE_HELD = "session_id,service_id,date,minutes_delivered\n"


def found(tmp_path: Path, changes: dict[str, str]) -> list[tuple[str, str | None, int | None]]:
    """Return what reading a folder finds: code, table and row."""
    _, findings = read_folder(write_folder(tmp_path, {**changes}), as_of=AS_OF)
    return [(one.code, one.table, one.row) for one in findings]


def of_services(tmp_path: Path, services: str, **more: str) -> list[tuple[str, str | None, int | None]]:
    tables = {"services": HEADER + services, "sessions": NONE_HELD, "awards": AWARDS} | more
    return found(tmp_path, tables)


AWARDS = "award_id,student_id,service_type,minutes,start\n"


def test_a_needed_cell_with_nothing_but_what_nobody_sees_is_blank(tmp_path: Path) -> None:
    bell = "school_id,weekday,start,end\nMRE,Monday,\u200b,14:45\n"
    told = found(tmp_path, {"bell": bell})
    assert ("unseen_characters", "bell", 2) in told
    assert ("blank_cell", "bell", 2) in told


@pytest.mark.parametrize(
    "two",
    [
        ("L8,SV1,2026-09-21,30,09:00,,,,,,,", "L9,SV1,2026-09-21,30,10:00,,,,,,,"),
        ("L8,SV1,2026-09-21,30,,,,,,,,", "L9,SV1,2026-09-22,30,,,,,,,,"),
        ("L8,SV1,2026-09-21,30,,,,,,,,", "L9,SV1,2026-09-21,20,,,,,,,,"),
        ("L8,SV1,2026-09-21,30,,,,,,,,", "L9,SV1,2026-09-21,30,,,,L2,,,,"),
        ("L8,SV1,2026-09-21,30,,,,,,,,", "L9,SV2,2026-09-21,30,,,,,,,,"),
        ("L8,SV1,2026-09-21,30,,,,,,,,", "L9,SV1,2026-09-21,30,,,,,,,,L8"),
    ],
    ids=["two times", "two days", "two lengths", "a make-up", "two services", "a correction"],
)
def test_rows_that_cannot_be_one_session_are_left_alone(two: tuple[str, str], tmp_path: Path) -> None:
    assert "brought_in_twice" not in {code for code, *_ in found(tmp_path, rows("sessions", *two))}


def test_each_row_too_many_is_asked_about_once(tmp_path: Path) -> None:
    more = [f"L{n},SV1,2026-09-21,30,{time},,,,,,," for n, time in ((6, "09:00"), (7, "09:30"), (8, "09:30"), (9, ""))]
    told = [row for code, _, row in found(tmp_path, rows("sessions", *more)) if code == "brought_in_twice"]
    assert told == [8, 9]


@pytest.mark.parametrize(
    ("promise", "slots", "asked"),
    [
        ("30,week,1,", ("Monday,,,09:00,30,,,", "Tuesday,,,09:00,5,,,"), True),
        ("30,week,1,", ("Monday,,,09:00,30,,,", "Tuesday,,,09:00,30,,,2"), False),
        ("30,week,1,", ("Monday,,,09:00,30,,2026-12-31,", "Tuesday,,,09:00,30,2027-01-01,,"), False),
        ("30,week,1,2", ("Monday,,,09:00,30,,,2",), False),
        ("30,week,1,2", ("Monday,,,09:00,30,,,",), True),
        ("120,month,,", ("Monday,,,09:00,30,,,",), False),
        ("60,month,,", ("Monday,,,09:00,30,,,",), True),
        ("60,week,,", (",1,2,09:00,30,,,",), False),
        ("30,week,,", (",1,2,09:00,30,,,",), True),
        ("30,cycle,1,6", (",1,6,09:00,30,,,", ",4,6,09:00,30,,,"), True),
        ("30,day,1,", ("Monday,,,09:00,30,,,", "Tuesday,,,09:00,30,,,"), False),
        ("30,day,1,", ("Monday,,,09:00,30,,,", "Monday,,,11:00,30,,,"), True),
        ("60,quarter,,", ("Monday,,,09:00,30,,,",), False),
    ],
    ids=[
        "two a week",
        "every other week",
        "one after the other",
        "an off week is free",
        "the off week too",
        "a fifth Monday",
        "four Mondays of two",
        "A days: three in some weeks",
        "A days: two in each week",
        "two days of a cycle",
        "one a day",
        "two a day",
        "a quarter",
    ],
)
def test_slots_that_always_hold_more_than_the_promise_are_asked_about(
    promise: str,
    slots: tuple[str, ...],
    asked: bool,  # noqa: FBT001 - a case's own answer
    tmp_path: Path,
) -> None:
    schedule = SLOTS + "".join(f"SV1,{slot}\n" for slot in slots)
    told = of_services(tmp_path, f"SV1,004217,speech,{promise},,,,\n", schedule=schedule)
    assert told == ([("slots_over_promise", "services", 2)] if asked else [])


def test_a_calendar_is_told_once_with_the_number_of_services_that_go_on(tmp_path: Path) -> None:
    lines = "SV1,004217,speech,30,week,1,,,,2027-09-01,\nSV2,004218,speech,30,week,1,,,,2027-06-05,\n"
    more = "SV3,004219,speech,30,week,1,,,,2027-06-04,\nSV4,004219,counseling,30,week,1,,,,,\n"
    _, findings = read_folder(
        write_folder(tmp_path, {"services": HEADER + lines + more, "sessions": NONE_HELD, "awards": AWARDS}),
        as_of=AS_OF,
    )
    (told,) = findings
    assert (told.code, told.table, told.row, told.found) == ("outlives_calendar", "terms", 2, "2027-06-04")
    assert told.message.startswith("2 services (the first is 'SV1') go on after 2027-06-04")


def test_a_summer_service_goes_on_until_its_own_last_term(tmp_path: Path) -> None:
    esy = "SV1,004217,speech,30,week,1,,yes,2027-06-14,{},\n"
    assert of_services(tmp_path / "a", esy.format("2027-07-16")) == []
    assert of_services(tmp_path / "b", esy.format("2027-07-20")) == [("outlives_calendar", "terms", 4)]


TWO_SCHOOLS = {
    "schools": "school_id,name,calendar_id\nMRE,Maple Ridge,C26\nPHE,Pine Hollow,D26\n",
    "terms": SOUND["terms"] + "D26,Year,year,2026-08-24,2027-06-04\n",
    "calendar": SOUND["calendar"] + "D26,2026-10-13,holiday,,Made up\n",
}


def test_a_service_held_at_another_school_keeps_the_days_of_that_school(tmp_path: Path) -> None:
    service = "SV1,004217,speech,30,week,1,,,,,PHE\n"
    log = NONE_HELD + "L1,SV1,2026-09-07,30\nL2,SV1,2026-10-13,30\n"
    told = of_services(tmp_path, service, sessions=log, **TWO_SCHOOLS)
    assert told == [("delivered_without_school", "sessions", 3)]


def test_a_service_held_at_another_school_needs_the_terms_of_that_school(tmp_path: Path) -> None:
    lines = "SV1,004217,speech,30,quarter,1,,,,,PHE\nSV2,004217,counseling,30,quarter,1,,,,,\n"
    assert of_services(tmp_path, lines, **TWO_SCHOOLS) == [("missing_term", "services", 2)]


def test_a_summer_service_without_dates_needs_no_year_term(tmp_path: Path) -> None:
    terms = "calendar_id,name,kind,start,end\nC26,Summer,esy,2027-06-14,2027-07-16\n"
    assert of_services(tmp_path, "SV1,004217,speech,30,week,1,,yes,,,\n", terms=terms, calendar=SOUND["calendar"]) == []


def test_a_summer_promise_per_year_falls_due_in_its_summer_term(tmp_path: Path) -> None:
    assert of_services(tmp_path, "SV1,004217,speech,300,year,,,yes,,,\n") == []


@pytest.mark.parametrize("spelling", ["Speech", " SPEECH "])
def test_case_and_outer_blanks_of_a_service_type_split_no_debt(spelling: str, tmp_path: Path) -> None:
    lines = f"SV1,004217,speech,30,week,1,,,,2026-12-31,\nSV2,004217,{spelling},30,week,1,,,2027-01-01,,\n"
    assert of_services(tmp_path, lines) == []


@pytest.mark.parametrize(
    ("absences", "asked"),
    [({}, True), ({"student_absences": "student_id,date\n004217,2026-09-16\n"}, False)],
    ids=["nothing says why", "an absence on record says why"],
)
def test_a_row_whose_day_has_an_absence_on_record_does_not_lack_a_reason(
    absences: dict[str, str],
    asked: bool,  # noqa: FBT001 - a case's own answer
    tmp_path: Path,
) -> None:
    told = found(tmp_path, swap("sessions", "provider_absent", "") | absences)
    assert told == ([("missing_without_reason", "sessions", 3)] if asked else [])


def test_sessions_of_a_total_lack_nothing_that_their_usual_length_does_not_say(tmp_path: Path) -> None:
    log = LOG + "L1,SV1,2026-09-08,30,,\nL2,SV1,2026-09-15,30,,\nL3,SV1,2026-09-22,20,,\nL4,SV1,2026-10-06,20,30,\n"
    told = of_services(tmp_path, "SV1,004217,speech,60,month,,,,,,\n", sessions=log)
    assert told == [("missing_without_reason", "sessions", 5)]


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("2026-09-15", "2026-09-14", True),
        ("2026-09-15 08:00", "2026-09-15", False),
        ("2026-09-15 08:00", "2026-09-15 07:59", True),
        ("2026-09-15", "", False),
        ("2026-09-15", "2026-09-16 07:00", False),
    ],
)
def test_a_correction_written_down_before_what_it_corrects_is_asked_about(
    first: str,
    second: str,
    asked: bool,  # noqa: FBT001 - a case's own answer
    tmp_path: Path,
) -> None:
    log = f"{RECORDED}L1,SV1,2026-09-14,30,,{first}\nL2,SV1,2026-09-14,25,L1,{second}\n"
    told = [code for code, *_ in found(tmp_path, {"sessions": log})]
    assert told.count("correction_before_corrected") == int(asked)
