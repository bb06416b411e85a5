"""A student's day: present, in open time, in one session at a time, at their own school."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.plans.small_instance import HOUSE, broken_by, held, minute, who

from makegood.plans.instance import Attends, Bell, Declined, StudentTime
from makegood.plans.verify import verify

S1 = who("S1", ("02-01", 30))
S2 = who("S2", ("02-01", 30))
S3 = who("S3", ("02-01", 30))
S6 = who("S6", ("02-01", 30))
S7 = who("S7", ("02-01", 30))


@pytest.mark.parametrize(("day", "away"), [("03-04", False), ("03-05", True), ("03-09", True), ("03-11", False)])
def test_a_student_who_is_away_has_no_make_up(day: str, *, away: bool) -> None:
    assert broken_by(HOUSE, held(f"{day} 11:00", 30, "P2@B", S3)) == ({"student_present"} if away else set())


@pytest.mark.parametrize(
    ("when", "minutes", "broken"),
    [
        ("03-08 11:00", 30, set()),  # until lunch at 11:30
        ("03-08 11:00", 31, {"student_open"}),
        ("03-08 12:00", 30, set()),  # from the end of lunch
        ("03-08 11:59", 30, {"student_open"}),
        ("03-08 09:30", 30, set()),  # until the special of grade 3 at 10:00
        ("03-08 10:14", 30, {"student_open"}),
        ("03-08 10:15", 30, set()),
        ("03-09 11:30", 30, set()),  # no lunch is kept on Tuesdays
        ("03-09 08:00", 30, set()),  # from the first bell
        ("03-09 14:30", 30, set()),  # to the last
    ],
)
def test_what_is_kept_for_something_else_is_never_taken(when: str, minutes: int, broken: set[str]) -> None:
    assert broken_by(HOUSE, held(when, minutes, "P2@A", S1)) == broken


def test_a_grades_time_keeps_nobody_of_another_grade_or_of_none() -> None:
    assert broken_by(HOUSE, held("03-08 10:00", 15, "P2@A", who("S7", ("02-01", 15)))) == set()
    assert broken_by(HOUSE, held("03-08 10:00", 15, "P2@A", who("S6", ("02-01", 15)))) == {"student_open"}


def test_a_student_with_open_rows_is_open_in_these_only() -> None:
    # S2 is open Mondays 9-10 (core from 9:45 wins) and Fridays 9-11; the bell opens nothing else.
    assert broken_by(HOUSE, held("03-08 09:15", 30, "P2@A", S2)) == set()
    assert broken_by(HOUSE, held("03-08 09:16", 30, "P2@A", S2)) == {"student_open"}
    assert broken_by(HOUSE, held("03-08 10:30", 30, "P2@A", S2)) == {"student_open"}
    assert broken_by(HOUSE, held("03-09 09:00", 30, "P2@A", S2)) == {"student_open"}
    assert broken_by(HOUSE, held("03-05 10:30", 30, "P2@A", S2)) == set()


def test_a_row_by_a_day_of_a_cycle_holds_on_that_day_only() -> None:
    # Monday 8 March is an A day and Tuesday 9 March a B day: lunch is at 10:00 on A days and at 12:00 on B days.
    lunches = tuple(
        StudentTime(school_id="A", cycle_day=day, cycle=2, start=minute(start), end=minute(end), use="lunch")
        for day, start, end in ((1, "10:00", "10:30"), (2, "12:00", "12:30"))
    )
    places = {2: {dt.date(2027, 3, 8): 1, dt.date(2027, 3, 9): 2}}
    facts = replace(HOUSE, student_times=lunches, cycle_days=dict.fromkeys(HOUSE.school_days, places))
    assert broken_by(facts, held("03-08 10:15", 30, "P2@A", S1)) == {"student_open"}
    assert broken_by(facts, held("03-09 10:15", 30, "P2@A", S1)) == set()
    assert broken_by(facts, held("03-08 12:15", 30, "P2@A", S1)) == set()
    assert broken_by(facts, held("03-09 12:15", 30, "P2@A", S1)) == {"student_open"}


def test_a_student_with_an_open_row_for_b_days_is_closed_on_a_days() -> None:
    row = StudentTime(student_id="S1", cycle_day=2, cycle=2, start=minute("09:00"), end=minute("10:00"), use="open")
    places = {2: {dt.date(2027, 3, 8): 1, dt.date(2027, 3, 9): 2}}
    facts = replace(HOUSE, student_times=(row,), cycle_days=dict.fromkeys(HOUSE.school_days, places))
    assert broken_by(facts, held("03-08 09:15", 30, "P2@A", S1)) == {"student_open"}
    assert broken_by(facts, held("03-09 09:15", 30, "P2@A", S1)) == set()
    # A calendar that gives the day no place has neither an A day nor a B day.
    assert broken_by(replace(facts, cycle_days={}), held("03-09 09:15", 30, "P2@A", S1)) == {"student_open"}


def test_two_open_rows_that_touch_are_one_time() -> None:
    rows = [
        StudentTime(student_id="S2", weekday=1, start=minute(start), end=minute(end), use="open")
        for start, end in (("09:00", "09:20"), ("09:20", "09:40"))
    ]
    assert broken_by(replace(HOUSE, student_times=tuple(rows)), held("03-09 09:05", 30, "P2@A", S2)) == set()
    rows[1] = replace(rows[1], start=rows[1].start + 1)
    assert broken_by(replace(HOUSE, student_times=tuple(rows)), held("03-09 09:05", 30, "P2@A", S2)) == {"student_open"}


def test_without_a_bell_no_time_is_open() -> None:
    no_bell = replace(HOUSE, bell=tuple(row for row in HOUSE.bell if row.weekday != 1))
    assert broken_by(no_bell, held("03-09 09:00", 30, "P2@A", S1)) == {"student_open"}
    # Nor does a date's row open it: nobody knows what is outside the bell.
    late = replace(HOUSE, bell=tuple(row for row in HOUSE.bell if row.weekday != 0))
    assert broken_by(HOUSE, held("03-08 15:00", 30, "P1@A", S1)) == set()
    assert broken_by(late, held("03-08 15:00", 30, "P1@A", S1)) == {"student_open"}


@pytest.mark.parametrize(
    ("when", "student", "broken"),
    [
        ("03-08 15:00", S1, set()),  # after the last bell, up to what is protected from 15:30
        ("03-08 14:45", S1, set()),  # across the last bell: open before it, the provider's date after it
        ("03-08 15:01", S1, {"student_open"}),
        ("03-08 15:00", S2, set()),  # also for a student who has open rows
        ("03-08 14:45", S2, {"student_open"}),  # whom a date's row does not open before the last bell
        ("03-08 16:00", S1, set()),
        ("03-08 16:01", S1, {"student_open", "available"}),
    ],
)
def test_a_providers_date_opens_time_outside_the_bell(when: str, student: Attends, broken: set[str]) -> None:
    assert broken_by(HOUSE, held(when, 30, "P1@A", student)) == broken


def test_before_the_first_bell_a_providers_date_opens_time_too() -> None:
    early = tuple(replace(row, start=minute("07:00")) for row in HOUSE.availability)
    assert broken_by(replace(HOUSE, availability=early), held("03-08 07:30", 30, "P1@A", S7)) == set()
    assert broken_by(HOUSE, held("03-08 07:30", 30, "P1@A", S7)) == {"available", "student_open"}


def test_only_that_providers_date_opens_time() -> None:
    longer = tuple(replace(row, end=minute("17:00")) for row in HOUSE.availability)
    assert broken_by(replace(HOUSE, availability=longer), held("03-08 15:00", 30, "P2@A", S1)) == {"student_open"}


def test_without_school_weekly_rows_keep_and_open_nothing() -> None:
    # On Wednesday 10 March, S1's core would be 10:00-11:00; only P1's date (9:00-12:00) counts.
    kept = replace(HOUSE, student_times=(StudentTime(student_id="S1", weekday=2, start=600, end=660, use="core"),))
    assert broken_by(kept, held("03-10 10:00", 30, "P1@A", S1)) == set()
    # The bell would go on until 15:00; the date's row ends at 12:00.
    assert broken_by(kept, held("03-10 12:00", 30, "P1@A", S1)) == {"available", "student_open"}
    # S6 has no school on Tuesday 2 March, when P1 has only a weekday's row.
    assert broken_by(HOUSE, held("03-02 09:00", 30, "P1@A", S6)) == {"available", "student_open"}


def test_a_student_is_in_one_session_at_a_time() -> None:
    first = held("03-04 09:00", 30, "P1@A", S1)
    touching = held("03-04 09:30", 30, "P2@A", who("S1", ("02-02", 30)))
    assert broken_by(HOUSE, first, touching) == set()
    assert broken_by(HOUSE, first, replace(touching, start=touching.start - 1)) == {"student_once"}


@pytest.mark.parametrize(
    ("when", "broken"),
    [
        ("03-04 09:00", set()),  # up to the hour that the family declined
        ("03-04 09:01", {"not_declined"}),
        ("03-04 09:40", {"not_declined"}),  # a part of it, with another provider too
        ("03-04 10:14", {"not_declined"}),
        ("03-04 10:15", set()),
        ("03-11 09:40", set()),  # a week later nobody was asked yet
    ],
)
def test_an_hour_that_a_family_declined_is_not_offered_again(when: str, broken: set[str]) -> None:
    hour = Declined(student_id="S1", date=dt.date(2027, 3, 4), start=minute("09:30"), minutes=45)
    declined = replace(HOUSE, declined=(hour,))
    assert broken_by(declined, held(when, 30, "P1@A", S1)) == broken
    assert broken_by(declined, held(when, 30, "P2@A", S1, S7)) == broken
    # Nobody else's family said anything.
    assert broken_by(declined, held(when, 30, "P2@A", S7)) == set()


def test_what_a_family_agreed_to_since_may_be_at_an_hour_that_it_declined() -> None:
    hour = Declined(student_id="S1", date=dt.date(2027, 3, 4), start=minute("09:30"), minutes=30)
    agreed = held("03-04 09:30", 30, "P1@A", S1)
    house = replace(HOUSE, declined=(hour,), pinned=(agreed,))
    assert broken_by(house, agreed) == set()
    assert broken_by(house, replace(agreed, minutes=31)) == {"not_declined", "pinned"}


def test_a_regular_slot_keeps_its_student_while_it_holds() -> None:
    # S1's slot is Mondays 8:00-8:30 until 5 March.
    assert broken_by(HOUSE, held("03-01 08:30", 30, "P2@A", S1)) == set()
    assert broken_by(HOUSE, held("03-01 08:29", 30, "P2@A", S1)) == {"student_once"}
    assert broken_by(HOUSE, held("03-08 08:00", 30, "P2@A", S1)) == set()
    # S2's slot names no provider: it keeps S2, and nobody else.
    assert broken_by(HOUSE, held("03-08 09:14", 30, "P2@A", S2)) == {"student_once"}


def test_a_regular_slot_is_not_held_on_a_day_without_school() -> None:
    # S3's Wednesdays at 10:00 are P1's too; on the 10th there is no school, and P1's date reaches B.
    assert broken_by(HOUSE, held("03-10 10:00", 30, "P1@B", S3)) == set()
    assert broken_by(HOUSE, held("03-03 10:00", 30, "P2@B", S3)) == {"student_once"}


def test_a_row_without_minutes_keeps_nothing() -> None:
    empty = replace(HOUSE, student_times=(StudentTime(student_id="S1", weekday=3, start=670, end=670, use="core"),))
    assert broken_by(empty, held("03-11 11:00", 30, "P2@A", S1)) == set()
    slots = tuple(replace(row, weekday=3, start=670, minutes=0, last=HOUSE.last) for row in HOUSE.regular)
    assert broken_by(replace(HOUSE, regular=slots), held("03-11 11:00", 30, "P2@A", S1)) == set()


def test_a_make_up_is_at_the_students_own_school() -> None:
    everywhere = replace(HOUSE, bell=(*HOUSE.bell, Bell(school_id="D", weekday=0, start=480, end=900)))
    assert broken_by(everywhere, held("03-08 11:00", 30, "P2@B", S1)) == {"school"}


def test_a_finding_about_kept_time_says_what_it_is_kept_for() -> None:
    (broken,) = verify(HOUSE, [held("03-08 11:15", 30, "P2@A", S1)])
    assert broken.says == "P2 at A on 2027-03-08 11:15-11:45: S1 has lunch 11:30-12:00, which is never taken."
