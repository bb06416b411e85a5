"""Which days are school days, counted by hand. 7 September 2026 is a Monday."""

import pytest
from tests.calendars.counted import D, calendar, number, school
from tests.ledger.drawn_records import table_of

from makegood.calendars import calendars_of
from makegood.records import Calendar, Records, Schools, Students, Terms

WEEK = "year 2026-09-07 2026-09-11"
MON, TUE, WED, THU, FRI = (f"2026-09-{day:02}" for day in range(7, 12))


def test_monday_to_friday_of_a_term_are_school_days_and_the_weekend_is_not() -> None:
    assert school(calendar("year 2026-09-10 2026-09-15")) == ["2026-09-10", "2026-09-11", "2026-09-14", "2026-09-15"]


def test_a_quarter_or_semester_alone_makes_no_school() -> None:
    assert school(calendar("quarter 2026-09-07 2026-09-11", "semester 2026-09-07 2026-09-11")) == []


def test_summer_days_are_school_days_but_not_those_of_the_year() -> None:
    kept = calendar(WEEK, "esy 2026-09-14 2026-09-15")
    assert school(kept) == [MON, TUE, WED, THU, FRI, "2026-09-14", "2026-09-15"]
    assert kept.count(kept.year, number(MON), number("2026-09-20")) == 5
    assert kept.count(kept.esy, number(MON), number("2026-09-20")) == 2


@pytest.mark.parametrize("kind", ["holiday", "break", "in_service", "weather_closure", "emergency_closure"])
def test_closing_kinds_close(kind: str) -> None:
    assert school(calendar(WEEK, days=(f"{kind} {WED}",))) == [MON, TUE, THU, FRI]


@pytest.mark.parametrize("kind", ["early_dismissal", "delayed_start", "remote_day"])
def test_kinds_of_another_day_keep_school_and_add_none(kind: str) -> None:
    kept = calendar(WEEK, days=(f"{kind} {WED}", f"{kind} 2026-09-12"))
    assert school(kept) == [MON, TUE, WED, THU, FRI]


@pytest.mark.parametrize("order", [1, -1])
def test_no_school_wins_over_a_short_day_and_an_added_day_wins_over_all(order: int) -> None:
    days = (f"early_dismissal {TUE}", f"holiday {TUE} {WED}", f"school_day {WED}", f"weather_closure {WED}")
    assert school(calendar(WEEK, days=days[::order])) == [MON, WED, THU, FRI]


def test_an_added_day_may_be_a_saturday_or_lie_outside_every_term() -> None:
    kept = calendar(WEEK, days=("school_day 2026-09-12", "school_day 2026-09-21", "school_day 2026-09-01"))
    assert school(kept) == ["2026-09-01", MON, TUE, WED, THU, FRI, "2026-09-12", "2026-09-21"]
    assert kept.count(kept.year, number("2026-09-01"), number("2026-09-30")) == 5


def test_until_is_the_last_day_of_its_row_and_a_break_may_reach_beyond_the_terms() -> None:
    assert school(calendar(WEEK, days=(f"break {THU} 2027-01-01", f"break 2020-01-01 {MON}"))) == [TUE, WED]


def test_the_nth_school_day_lies_strictly_after_a_day() -> None:
    kept = calendar(WEEK, days=(f"holiday {WED}", "school_day 2026-09-12"))
    for day, n, expected in [
        (MON, 1, TUE),
        (TUE, 1, THU),
        (WED, 1, THU),
        (FRI, 1, "2026-09-12"),
        (MON, 4, "2026-09-12"),
        ("2026-08-01", 1, MON),
        ("2026-08-01", 5, "2026-09-12"),
    ]:
        assert kept.nth_school_day_after(number(day), n) == number(expected), (day, n)
    assert kept.nth_school_day_after(number(MON), 5) is None
    assert kept.nth_school_day_after(number("2026-09-12"), 1) is None
    assert kept.nth_school_day_after(number("2030-01-01"), 1) is None


def test_a_day_outside_the_calendar_counts_as_none() -> None:
    kept = calendar(WEEK)
    assert kept.count(kept.school, number("2020-01-01"), number("2020-12-31")) == 0
    assert kept.count(kept.school, number("2020-01-01"), number("2040-12-31")) == 5
    assert kept.count(kept.school, number(FRI), number(MON)) == 0
    empty = calendar()
    assert school(empty) == []
    assert empty.nth_school_day_after(number(MON), 1) is None
    assert empty.count(empty.year, number(MON), number(FRI)) == 0


def test_a_leap_day_is_a_day_like_others() -> None:
    assert school(calendar("year 2028-02-28 2028-03-01")) == ["2028-02-28", "2028-02-29", "2028-03-01"]


def test_a_day_is_said_to_be_closed_in_the_calendars_own_word() -> None:
    kept = calendar(WEEK, days=(f"holiday {WED}",))
    why = [kept.why_closed(D(day)) for day in (TUE, WED, "2026-09-12", "2026-09-14")]
    assert why == [None, "holiday", "weekend", "outside the terms"]


def test_a_student_keeps_the_own_calendar_else_the_schools_and_rows_for_a_grade_hold_for_it_alone() -> None:
    terms = [
        {"calendar_id": name, "name": "Y", "kind": "year", "start": D(MON), "end": D(FRI)} for name in ("C", "other")
    ]
    days = [
        {"calendar_id": "C", "date": D(TUE), "kind": "in_service", "grades": ("K", "1")},
        {"calendar_id": "C", "date": D(WED), "until": D(THU), "kind": "holiday"},
    ]
    students = [
        {"student_id": "kindergarten", "school_id": "A", "grade": "K"},
        {"student_id": "fifth", "school_id": "A", "grade": "5"},
        {"student_id": "no grade", "school_id": "A"},
        {"student_id": "own", "school_id": "A", "calendar_id": "other", "grade": "K"},
        {"student_id": "nowhere"},
    ]
    records = Records(
        schools=table_of(Schools, [{"school_id": "A", "name": "Made-up School", "calendar_id": "C"}]),
        students=table_of(Students, students),
        terms=table_of(Terms, terms),
        calendar=table_of(Calendar, days),
    )
    calendars = calendars_of(records)
    kept = {row["student_id"]: calendars.of_student(row["student_id"]) for row in students}
    assert {name: school(found) if found else None for name, found in kept.items()} == {
        "kindergarten": [MON, FRI],
        "fifth": [MON, TUE, FRI],
        "no grade": [MON, TUE, FRI],
        "own": [MON, TUE, WED, THU, FRI],
        "nowhere": None,
    }
    assert kept["fifth"] is kept["no grade"]
