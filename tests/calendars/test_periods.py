"""The periods of a promise, counted by hand. 7 September 2026 is a Monday."""

import pytest
from tests.calendars.counted import calendar, periods

YEAR = "year 2026-09-07 2027-06-04"
QUARTERS = ("quarter 2026-09-07 2026-11-06", "quarter 2026-11-09 2027-01-22", "quarter 2027-01-25 2027-06-04")


def test_each_day_is_a_period_weekends_too() -> None:
    found = periods(calendar(YEAR), "day", "2026-09-11", "2026-09-13")
    assert found == [("2026-09-11", "2026-09-11"), ("2026-09-12", "2026-09-12"), ("2026-09-13", "2026-09-13")]


@pytest.mark.parametrize("start", ["2026-09-07", "2026-09-09", "2026-09-13"])
def test_weeks_run_monday_to_sunday_wherever_in_them_the_service_starts(start: str) -> None:
    found = periods(calendar(YEAR), "week", start, "2026-09-15")
    assert found == [("2026-09-07", "2026-09-13"), ("2026-09-14", "2026-09-20")]


def test_blocks_of_weeks_begin_with_the_week_of_the_start_and_are_not_clipped() -> None:
    found = periods(calendar(YEAR), "week", "2026-09-17", "2026-10-12", every=3)
    assert found == [("2026-09-14", "2026-10-04"), ("2026-10-05", "2026-10-25")]


def test_months_end_on_their_last_day_in_leap_years_too() -> None:
    found = periods(calendar(YEAR), "month", "2028-01-31", "2028-03-01")
    assert found == [("2028-01-01", "2028-01-31"), ("2028-02-01", "2028-02-29"), ("2028-03-01", "2028-03-31")]


def test_blocks_of_months_run_over_new_year() -> None:
    found = periods(calendar(YEAR), "month", "2026-11-20", "2027-05-03", every=3)
    assert found == [("2026-11-01", "2027-01-31"), ("2027-02-01", "2027-04-30"), ("2027-05-01", "2027-07-31")]
    assert periods(calendar(YEAR), "month", "2026-12-31", "2027-01-01", every=12) == [("2026-12-01", "2027-11-30")]


def test_cycles_count_school_days_from_the_years_first_and_the_last_may_be_short() -> None:
    kept = calendar("year 2026-09-07 2026-09-18", days=("holiday 2026-09-07", "school_day 2026-09-12"))
    # School on 8, 9, 10, 11, 12, 14, 15, 16, 17 and 18 September: cycles of 4 begin on the 8th, 12th and 17th.
    assert periods(kept, "cycle", "2026-09-07", "2026-09-18", every=4) == [
        ("2026-09-08", "2026-09-11"),
        ("2026-09-12", "2026-09-16"),
        ("2026-09-17", "2026-09-18"),
    ]


def test_a_cycle_does_not_begin_with_the_service_and_starts_anew_with_each_year() -> None:
    kept = calendar("year 2026-09-07 2026-09-11", "year 2026-09-21 2026-09-25")
    assert periods(kept, "cycle", "2026-09-10", "2026-09-22", every=3) == [
        ("2026-09-10", "2026-09-11"),
        ("2026-09-21", "2026-09-23"),
    ]
    assert periods(kept, "cycle", "2026-09-11", "2026-09-20", every=3) == [("2026-09-10", "2026-09-11")]


def test_a_cycle_ends_the_day_before_the_next_and_so_holds_the_weekend_between() -> None:
    kept = calendar("year 2026-09-07 2026-09-18")
    assert periods(kept, "cycle", "2026-09-07", "2026-09-18", every=5) == [
        ("2026-09-07", "2026-09-13"),
        ("2026-09-14", "2026-09-18"),
    ]


def test_cycles_of_a_summer_service_count_the_summers_days() -> None:
    kept = calendar(YEAR, "esy 2027-06-14 2027-06-18")
    found = periods(kept, "cycle", "2026-09-07", "2027-06-30", every=3, esy=True)
    assert found == [("2027-06-14", "2027-06-16"), ("2027-06-17", "2027-06-18")]


def test_quarters_are_the_calendars_terms_that_the_service_touches() -> None:
    kept = calendar(YEAR, *QUARTERS)
    assert periods(kept, "quarter", "2026-11-06", "2027-01-24") == [
        ("2026-09-07", "2026-11-06"),
        ("2026-11-09", "2027-01-22"),
    ]
    assert periods(kept, "quarter", "2027-01-23", "2027-01-24") == []
    assert periods(kept, "semester", "2026-09-07", "2027-06-04") == []
    assert periods(kept, "year", "2026-10-01", "2026-10-02") == [("2026-09-07", "2027-06-04")]


def test_an_iep_total_is_one_period_from_start_to_end() -> None:
    assert periods(calendar(YEAR), "iep", "2026-10-07", "2027-10-06") == [("2026-10-07", "2027-10-06")]


@pytest.mark.parametrize("per", ["day", "week", "cycle", "month", "quarter", "year", "iep"])
def test_a_service_that_ends_before_it_starts_has_no_period(per: str) -> None:
    assert periods(calendar(YEAR, *QUARTERS), per, "2026-10-02", "2026-10-01") == []


@pytest.mark.parametrize("per", ["cycle", "quarter", "year"])
def test_a_service_outside_the_terms_has_no_period_of_theirs(per: str) -> None:
    assert periods(calendar(YEAR, *QUARTERS), per, "2027-08-01", "2027-08-31") == []


def test_a_day_in_two_summer_terms_lies_in_one_cycle() -> None:
    kept = calendar(YEAR, "esy 2027-06-14 2027-06-25", "esy 2027-06-21 2027-07-02", "esy 2027-06-28 2027-06-30")
    assert periods(kept, "cycle", "2027-06-14", "2027-07-16", every=5, esy=True) == [
        ("2027-06-14", "2027-06-20"),
        ("2027-06-21", "2027-06-25"),
        ("2027-06-28", "2027-07-02"),
    ]
