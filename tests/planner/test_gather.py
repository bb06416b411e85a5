"""What a plan is made from, gathered from a small folder; expected rows are counted by hand."""

import datetime as dt
from pathlib import Path

import pytest
from tests.planner.agreed_folder import FIRST, LAST, TABLES, gathered, open_of, with_sessions

from makegood.plans.instance import Availability, Away, Limits, Miss, Provider, Regular, Student, StudentTime


def day(number: int, month: int = 10) -> dt.date:
    return dt.date(2026, month, number)


def test_open_misses_come_oldest_first_with_deadline_group_and_provider(tmp_path: Path) -> None:
    instance, findings = gathered(tmp_path)
    assert findings == []
    first, second, third = instance.misses
    assert first == Miss(
        student_id="S-1",
        service_id="A",
        service_type="speech",
        session_id="A1",
        missed_on=day(8, 9),
        minutes=30,
        due_by=day(7, 11),
        group_max=3,
        provider_id="P1",
    )
    # An individual service stays individual whatever group_max says.
    assert (second.session_id, second.minutes, second.group_max, second.provider_id) == ("C1", 20, 1, "P2")
    assert (third.session_id, third.missed_on, third.due_by) == ("A2", day(15, 9), day(14, 11))


def test_what_waits_for_the_team_comes_last_and_only_when_asked_for(tmp_path: Path) -> None:
    instance, _ = gathered(tmp_path, with_team=True)
    assert [(miss.session_id, miss.decided) for miss in instance.misses] == [
        ("A1", True),
        ("C1", True),
        ("A2", True),
        ("B1", False),
    ]
    # A group service that does not say how many is not made a group.
    assert instance.misses[3].group_max == 1


def test_a_make_up_held_for_minutes_that_wait_for_the_team_is_taken_off_them(tmp_path: Path) -> None:
    sessions = with_sessions("B5 B 2026-10-01 20 - make_up B1")
    instance, _ = gathered(tmp_path, with_team=True, sessions=sessions)
    assert open_of(instance) == {"A1": 30, "C1": 20, "A2": 30, "B1": 10}


def test_two_slots_missed_on_one_day_are_one_miss(tmp_path: Path) -> None:
    own = "D S-4 ot 30 week individual - P1 2026-10-05 2027-06-04"
    services = TABLES["services"].replace(own, "D S-4 ot 60 week - - - 2026-09-07 2026-09-13")
    schedule = "service_id weekday start_time minutes provider_id\nD Monday 09:00 20 P2\nD Monday 14:00 25 P1"
    away = "provider_id date\nP1 2026-09-07\nP2 2026-09-07"
    instance, _ = gathered(tmp_path, services=services, schedule=schedule, provider_absences=away)
    # Both were away on 7 September: gaps of 20 and 25 are inferred, and nobody knows of the other 15.
    (miss,) = [miss for miss in instance.misses if miss.service_id == "D"]
    assert (miss.session_id, miss.missed_on, miss.minutes) == (None, day(7, 9), 45)
    # The service names nobody, so the first slot's provider is the usual one.
    assert miss.provider_id == "P2"


def test_students_are_those_owed_and_those_who_keep_a_provider_with_time(tmp_path: Path) -> None:
    instance, _ = gathered(tmp_path)
    # S-2 waits for the team only; S-5's provider P3 has no time for make-ups.
    assert [student.student_id for student in instance.students] == ["S-1", "S-3", "S-4"]
    assert instance.students[0] == Student(student_id="S-1", school_id="E", calendar="CAL", grade="3")
    # The slot's own first day holds, and the plan's last.
    assert instance.regular == (
        Regular(student_id="S-4", weekday=0, start=540, minutes=30, first=day(12), last=LAST, provider_id="P1"),
    )


def test_days_of_a_cycle_are_counted_from_the_first_school_day_of_the_year(tmp_path: Path) -> None:
    times = (
        "student_id weekday cycle_day cycle start end use\nS-1 - 1 2 13:00 14:00 core\nS-1 Monday - - 08:00 08:30 core"
    )
    instance, _ = gathered(tmp_path, student_times=times)
    assert instance.student_times == (
        StudentTime(student_id="S-1", cycle_day=1, cycle=2, start=780, end=840, use="core"),
        StudentTime(student_id="S-1", weekday=0, start=480, end=510, use="core"),
    )
    # Five weeks of five days go before Monday 5 October: it is the 26th day, a B day; the plan has ten days.
    days = instance.cycle_days["CAL"][2]
    assert [days[day(number)] for number in (5, 6, 7, 8, 9, 12, 13, 14, 15, 16)] == [2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def test_a_place_that_the_calendar_gives_a_day_counts_on(tmp_path: Path) -> None:
    times = "student_id cycle_day cycle start end use\nS-1 1 2 13:00 14:00 core"
    calendar = "calendar_id date kind cycle_day\nCAL 2026-10-05 school_day 1\nCAL 2026-10-07 holiday -"
    instance, _ = gathered(tmp_path, student_times=times, calendar=calendar)
    places = {5: 1, 6: 2, 8: 1, 9: 2, 12: 1, 13: 2, 14: 1, 15: 2, 16: 1}
    assert instance.cycle_days == {"CAL": {2: {day(number): place for number, place in places.items()}}}


def test_slots_end_with_the_service_and_the_school_year(tmp_path: Path) -> None:
    services = TABLES["services"].replace("P1 2026-10-05 2027-06-04", "P1 2026-10-05 2026-10-13")
    instance, _ = gathered(tmp_path, services=services)
    assert [(slot.first, slot.last) for slot in instance.regular] == [(day(12), day(13))]
    services = TABLES["services"].replace("P1 2026-10-05 2027-06-04", "P1 - -")
    terms = "calendar_id kind start end\nCAL year 2026-08-31 2026-10-14\nCAL esy 2026-10-15 2026-12-18"
    other = tmp_path / "blank"
    other.mkdir()
    instance, _ = gathered(other, services=services, terms=terms)
    assert [(slot.first, slot.last) for slot in instance.regular] == [(day(12), day(14))]


def test_providers_have_the_log_s_words_for_what_they_give(tmp_path: Path) -> None:
    instance, _ = gathered(tmp_path)
    assert instance.providers == (
        Provider(
            provider_id="P1",
            service_types=("ot", "speech"),
            school_id="E",
            hourly_cost=6000,
            employer="district",
        ),
        Provider(provider_id="P2", service_types=("speech",), school_id="W"),
        # Nobody says what P3 may give, so nothing is planned for P3.
        Provider(provider_id="P3"),
    )


def test_availability_outside_the_plan_s_days_is_left_out(tmp_path: Path) -> None:
    instance, _ = gathered(tmp_path)
    dated = [row for row in instance.availability if row.date is not None]
    assert dated == [Availability(provider_id="P1", start=540, end=660, date=day(10), school_id="E")]
    assert len(instance.availability) == 4


def test_rows_of_the_calendar_for_a_grade_make_school_days_of_its_own(tmp_path: Path) -> None:
    calendar = "calendar_id date kind until grades\nCAL 2026-10-07 in_service - K\nCAL 2026-10-12 holiday 2026-10-13 -"
    instance, _ = gathered(tmp_path, calendar=calendar)
    assert {student.student_id: student.calendar for student in instance.students} == {
        "S-1": "CAL",
        "S-3": "CAL grade K",
        "S-4": "CAL",
    }
    everyone = tuple(day(n) for n in (5, 6, 7, 8, 9, 14, 15, 16))
    assert instance.school_days == {"CAL": everyone, "CAL grade K": tuple(d for d in everyone if d != day(7))}


def test_in_the_extended_school_year_only_those_with_such_services_have_school(tmp_path: Path) -> None:
    # The year ends on Friday the 9th. S-4 has a service of the summer too, and S-1, S-3 are at home then.
    terms = "calendar_id kind start end\nCAL year 2026-08-31 2026-10-09\nCAL esy 2026-10-12 2026-10-23"
    services = (
        "\n".join(f"{row} {'esy' if not n else 'no'}" for n, row in enumerate(TABLES["services"].splitlines()))
        + "\nG S-4 ot 30 week individual - P1 2026-10-12 2026-10-23 yes"
    )
    schedule = "service_id weekday start_time minutes\nD Monday 09:00 30\nG Tuesday 10:00 30"
    instance, _ = gathered(tmp_path, terms=terms, services=services, schedule=schedule)
    assert {student.student_id: student.calendar for student in instance.students} == {
        "S-1": "CAL, at home in summer",
        "S-3": "CAL, at home in summer",
        "S-4": "CAL",
    }
    year = tuple(day(n) for n in range(5, 10))
    assert instance.school_days == {
        "CAL": (*year, *(day(n) for n in range(12, 17))),
        "CAL, at home in summer": year,
    }
    # The slot of the year ends with it, though the service runs on; the summer's is held in summer.
    slots = sorted((slot.weekday, slot.first, slot.last) for slot in instance.regular)
    assert slots == [(0, day(5), day(11)), (1, day(12), LAST)]


def test_a_student_without_a_school_is_named_and_left_out(tmp_path: Path) -> None:
    students = TABLES["students"].replace("S-3 W", "S-3 -")
    instance, findings = gathered(tmp_path, students=students)
    assert open_of(instance) == {"A1": 30, "A2": 30}
    (finding,) = findings
    assert (finding.level, finding.code, finding.table, finding.row) == (
        "warning",
        "student_without_school",
        "students",
        4,
    )
    assert "20 open minutes" in finding.message


def test_a_slot_of_a_student_without_a_school_still_keeps_its_provider(tmp_path: Path) -> None:
    students = TABLES["students"].replace("S-4 E", "S-4 -")
    instance, findings = gathered(tmp_path, students=students)
    assert findings == []
    # At the provider's own school: nobody says another.
    assert [(s.student_id, s.school_id) for s in instance.students] == [("S-1", "E"), ("S-3", "W"), ("S-4", "E")]
    assert [slot.student_id for slot in instance.regular] == ["S-4"]


def test_where_there_is_one_school_nobody_needs_to_say_so(tmp_path: Path) -> None:
    students = TABLES["students"].replace(" E ", " - ").replace(" W ", " - ")
    availability = "provider_id weekday start end\nP1 Monday 13:00 15:00"
    bell = "school_id weekday start end\nE Monday 08:00 15:00"
    providers = "provider_id service_types\nP1 speech\nP2 speech\nP3 ot"
    schools = "school_id name\nE East"
    instance, findings = gathered(
        tmp_path, students=students, availability=availability, bell=bell, providers=providers, schools=schools
    )
    assert findings == []
    assert {student.school_id for student in instance.students} == {"E"}


def test_absences_are_clipped_to_the_plan_s_days(tmp_path: Path) -> None:
    instance, _ = gathered(
        tmp_path,
        provider_absences="provider_id date until\nP1 2026-10-01 2026-10-06\nP2 2026-09-01 -",
        student_absences="student_id date until\nS-3 2026-10-15 2026-10-30\nS-2 2026-10-15 -",
    )
    assert instance.provider_away == (Away(id="P1", first=FIRST, last=day(6)),)
    # S-2 is in nobody's plan.
    assert instance.student_away == (Away(id="S-3", first=day(15), last=LAST),)


def test_limits_are_those_of_the_table_and_none_where_it_is_silent(tmp_path: Path) -> None:
    instance, _ = gathered(tmp_path)
    assert instance.limits == Limits()
    other = tmp_path / "limits"
    other.mkdir()
    instance, _ = gathered(other, limits="student_week shortest grade_span\n60 15 1")
    assert instance.limits == Limits(student_week=60, shortest=15, grade_span=1)


@pytest.mark.parametrize(
    ("as_of", "told"), [("2026-10-04", []), ("2026-10-05", []), ("2026-10-06", ["days_behind_us"])]
)
def test_days_that_are_over_are_told_since_nobody_can_come_then(tmp_path: Path, as_of: str, told: list[str]) -> None:
    _, findings = gathered(tmp_path, as_of)
    assert [each.code for each in findings if each.code == "days_behind_us"] == told
    assert {each.level for each in findings} <= {"warning"}
