"""A provider's day: time for make-ups at that school, away, one place at a time, the way between two."""

from dataclasses import replace

import pytest
from tests.plans.small_instance import HOUSE, broken_by, held, who

from makegood.plans.instance import Travel
from makegood.plans.verify import verify

S1 = who("S1", ("02-01", 30))
S2 = who("S2", ("02-01", 30))
S3 = who("S3", ("02-01", 30))
S5 = who("S5", ("02-01", 30))
S6 = who("S6", ("02-01", 30))
S8 = who("S8", ("02-01", 30))


@pytest.mark.parametrize(
    ("when", "minutes", "broken"),
    [
        ("03-04 09:00", 30, set()),
        ("03-04 11:30", 30, set()),
        ("03-04 08:59", 30, {"available"}),
        ("03-04 11:31", 30, {"available"}),
        ("03-03 09:00", 30, {"available"}),  # nothing on Wednesdays
        ("03-02 09:45", 30, set()),  # two rows that touch at 10:00
    ],
)
def test_every_minute_lies_in_time_for_make_ups(when: str, minutes: int, broken: set[str]) -> None:
    assert broken_by(HOUSE, held(when, minutes, "P1@A", S1)) == broken


def test_time_at_one_school_is_no_time_at_another() -> None:
    assert broken_by(HOUSE, held("03-04 09:00", 30, "P1@B", S3)) == {"available"}


def test_time_without_a_school_reaches_as_far_as_a_row_of_travel_from_the_base() -> None:
    # E is linked by a row towards A only; D by none.
    assert broken_by(HOUSE, held("03-01 11:00", 30, "P1@B", S3)) == set()
    assert broken_by(HOUSE, held("03-01 11:00", 30, "P1@E", S5)) == set()
    belled = replace(HOUSE, bell=(*HOUSE.bell, replace(HOUSE.bell[0], school_id="D")))
    assert broken_by(belled, held("03-08 11:00", 30, "P1@D", S8)) == {"available"}
    # Over a screen, or without a base, any school will do.
    assert broken_by(belled, held("03-08 11:00", 30, "P2@D", S8)) == set()
    assert broken_by(belled, held("03-08 11:00", 30, "P3@D", S8)) == set()


def test_a_weekdays_time_holds_only_on_days_with_school_for_everybody_who_comes() -> None:
    tuesday = held("03-02 09:00", 30, "P1@A", S1)
    assert broken_by(HOUSE, tuesday) == set()
    # S6's calendar has no school on that Tuesday.
    assert broken_by(HOUSE, replace(tuesday, students=(S1, S6))) == {"available", "student_open"}
    # Wednesday 10 March is nobody's school day: P2's weekday row does not hold.
    assert broken_by(HOUSE, held("03-10 09:00", 30, "P2@A", S1)) == {"available", "student_open"}


def test_a_dates_time_holds_on_that_date_with_or_without_school() -> None:
    assert broken_by(HOUSE, held("03-10 09:00", 30, "P1@A", S1)) == set()
    assert broken_by(HOUSE, held("03-06 10:00", 30, "P1@A", S1)) == set()
    assert broken_by(HOUSE, held("03-08 14:00", 30, "P1@A", S1)) == set()
    # A row for one school holds there only, also for somebody over a screen.
    remote = replace(HOUSE, providers=tuple(replace(row, remote=True) for row in HOUSE.providers))
    assert broken_by(remote, held("03-04 09:00", 30, "P1@B", S3)) == {"available"}
    # The Saturday's row is for A, and no other Saturday has one.
    assert broken_by(HOUSE, held("03-06 10:00", 30, "P1@B", S3)) >= {"available", "student_open"}


@pytest.mark.parametrize(("day", "away"), [("02", False), ("03", True), ("04", True), ("05", False)])
def test_nobody_gives_a_make_up_while_away(day: str, *, away: bool) -> None:
    assert broken_by(HOUSE, held(f"03-{day} 11:00", 30, "P3@A", S1)) == ({"provider_present"} if away else set())


def test_a_provider_is_in_one_session_at_a_time() -> None:
    first = held("03-04 09:00", 30, "P1@A", S1)
    touching = held("03-04 09:30", 30, "P1@A", S2)
    assert broken_by(HOUSE, first, touching) == {"student_open"}  # S2 is open on Mondays and Fridays only
    open_s2 = replace(HOUSE, student_times=())
    assert broken_by(open_s2, first, touching) == set()
    assert broken_by(open_s2, first, replace(touching, start=touching.start - 1)) == {"provider_once"}
    assert broken_by(open_s2, first, replace(touching, provider_id="P2", start=touching.start - 1)) == set()


def test_a_session_listed_twice_is_in_its_own_way() -> None:
    twice = held("03-04 09:00", 30, "P1@A", S1)
    assert broken_by(HOUSE, twice, twice) == {"provider_once", "student_once", "settled"}


def test_a_regular_slot_keeps_its_provider() -> None:
    # S1's slot with P1 is 08:00-08:30 on Mondays up to 5 March.
    open_s2 = replace(HOUSE, student_times=())
    assert broken_by(open_s2, held("03-01 08:30", 30, "P1@A", S2)) == set()
    assert broken_by(open_s2, held("03-01 08:29", 30, "P1@A", S2)) == {"provider_once"}
    assert broken_by(open_s2, held("03-08 08:15", 30, "P1@A", S2)) == set()
    later = replace(open_s2, regular=tuple(replace(row, first=row.last) for row in HOUSE.regular))
    assert broken_by(later, held("03-01 08:15", 30, "P1@A", S2)) == set()
    empty = replace(open_s2, regular=tuple(replace(row, minutes=0, start=510) for row in HOUSE.regular))
    assert broken_by(empty, held("03-01 08:15", 30, "P1@A", S2)) == set()


def test_a_slot_keeps_its_provider_though_its_student_is_away_but_not_without_school() -> None:
    # S3 is away on Friday 5 March, and P1's slot with S3 at B (10:00-10:30) stays.
    assert broken_by(HOUSE, held("03-05 10:15", 30, "P1@B", S3)) == {
        "provider_once",
        "student_present",
        "student_once",
    }
    assert "provider_once" in broken_by(HOUSE, held("03-05 10:15", 30, "P1@A", S1))
    # On Wednesday 10 March there is no school, so P1's slot at B at 10:00 is not held.
    assert broken_by(HOUSE, held("03-10 10:00", 30, "P1@A", S1)) == set()


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [
        ("P1@A 09:00", "P1@B 09:45", set()),  # 15 from A to B
        ("P1@A 09:00", "P1@B 09:44", {"travel"}),
        ("P1@B 09:00", "P1@A 09:50", set()),  # 20 from B to A
        ("P1@B 09:00", "P1@A 09:49", {"travel"}),
        ("P1@A 09:00", "P1@E 10:10", set()),  # 40 from E to A, and no row of its own back
        ("P1@A 09:00", "P1@E 10:09", {"travel"}),
        ("P1@B 09:00", "P1@E 11:30", {"travel"}),  # no row between B and E at all
        ("P2@A 09:00", "P2@B 09:30", set()),  # over a screen
        ("P3@B 09:00", "P3@E 11:30", {"travel"}),
    ],
)
def test_between_two_schools_lies_the_time_of_the_way(first: str, second: str, broken: set[str]) -> None:
    students = {"A": S1, "B": S3, "E": S5}
    sessions = [held(f"03-01 {text[5:]}", 30, text[:4], students[text[3]]) for text in (first, second)]
    # S1's own slot and grade would be in the way of nothing but this test.
    clear = replace(HOUSE, regular=(), student_times=())
    assert broken_by(clear, *sessions) == broken


def test_the_way_to_and_from_a_regular_slot_counts_too() -> None:
    # P1 is with S3 at B from 10:00 to 10:30 on Fridays.
    there = held("03-12 09:15", 30, "P1@A", S1)
    back = held("03-12 10:50", 30, "P1@A", S1)
    assert broken_by(HOUSE, there) == broken_by(HOUSE, back) == set()
    assert broken_by(HOUSE, replace(there, start=there.start + 1)) == {"travel"}
    assert broken_by(HOUSE, replace(back, start=back.start - 1)) == {"travel"}


def test_a_way_counts_between_any_two_sessions_not_only_neighbours() -> None:
    # From A by B to E: both ways are rows, but the third pair has 60 minutes of its own.
    rows = (Travel(start="A", end="B", minutes=0), Travel(start="B", end="E", minutes=0))
    clear = replace(HOUSE, regular=(), student_times=(), travel=(*rows, Travel(start="A", end="E", minutes=60)))
    day = [held("03-01 09:00", 30, "P1@A", S1), held("03-01 09:30", 30, "P1@B", S3)]
    assert broken_by(clear, *day, held("03-01 10:30", 30, "P1@E", S5)) == set()
    assert broken_by(clear, *day, held("03-01 10:29", 30, "P1@E", S5)) == {"travel"}


def test_where_two_rows_tell_of_one_way_the_longer_counts() -> None:
    rows = (Travel(start="A", end="B", minutes=30), Travel(start="A", end="B", minutes=15))
    day = [held("03-08 09:00", 30, "P1@A", S1), held("03-08 09:59", 30, "P1@B", S3)]
    present = replace(HOUSE, travel=rows, student_away=(), student_times=())
    assert broken_by(present, *day) == {"travel"}
    assert broken_by(replace(present, travel=rows[1:]), *day) == set()


def test_a_finding_about_the_way_names_both_places() -> None:
    (broken,) = verify(HOUSE, [held("03-12 09:20", 30, "P1@A", S1)])
    assert broken.says == (
        "P1 at A on 2027-03-12 09:20-09:50: "
        "10 minutes from or to the regular session at B 10:00-10:30, the way takes 15."
    )
