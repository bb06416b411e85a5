"""Pace, with every sum done by hand."""

from pathlib import Path

from tests.statements.small_folder import read

from makegood.statements.pace.pace import Pace
from makegood.statements.pace.paces import pace_of

# Four weeks of five days: 20 school days, 4 x 30 = 120 minutes.
SEPTEMBER = "calendar_id kind start end\nCAL year 2025-09-01 2025-09-26"
WEEKLY = "service_id student_id service_type minutes per\nSL S-1 speech 30 week"
HEAD = "session_id service_id date minutes_delivered reason kind\n"
ONE_HELD = HEAD + "L1 SL 2025-09-03 30 - -\nL2 SL 2025-09-10 0 vacancy -\n"


def paces(folder: Path, as_of: str, **tables: str) -> dict[str, Pace]:
    records, ledger = read(folder, as_of, **({"terms": SEPTEMBER, "services": WEEKLY} | tables))
    return {pace.horizon: pace for pace in pace_of(records, ledger)}


def test_the_rate_so_far_is_carried_to_the_end_of_the_year(tmp_path: Path) -> None:
    # 30 in 10 days; 10 are left: 30 + 30 x 10 / 10 = 60 of 120. Needed: 90 x 5 / 10 = 45 a week.
    year = paces(tmp_path, "2025-09-12", sessions=ONE_HELD)["year"]
    assert (year.due, year.held, year.days_so_far, year.days_left) == (120, 30, 10, 10)
    assert (year.at_this_rate, year.short, year.behind) == (60, 60, True)
    assert (year.a_week_so_far, year.a_week_needed) == (15, 45)


def test_minutes_a_week_are_rounded_up_and_the_forecast_down(tmp_path: Path) -> None:
    # Wed 17 Sep: 13 days, 7 left. 30 + 30 x 7 / 13 = 46.15 -> 46. Needed: 90 x 5 / 7 = 64.3 -> 65. 150 / 13 -> 11.
    year = paces(tmp_path, "2025-09-17", sessions=ONE_HELD)["year"]
    assert (year.at_this_rate, year.a_week_needed, year.a_week_so_far) == (46, 65, 11)


def test_a_period_without_a_day_left_cannot_be_mended(tmp_path: Path) -> None:
    week = paces(tmp_path, "2025-09-12", sessions=ONE_HELD)["period"]
    assert (week.due, week.held, week.short, week.days_left, week.a_week_needed) == (30, 0, 30, 0, None)


def test_a_week_whose_session_is_still_to_come_is_not_behind(tmp_path: Path) -> None:
    # Mon 8 Sep, held last week: 30 in 6 days; 4 are left in the week: 30 x 4 / 6 = 20 of 30.
    week = paces(tmp_path, "2025-09-08", sessions=HEAD + "L1 SL 2025-09-03 30 - -\n")["period"]
    assert (week.at_this_rate, week.short, week.behind) == (20, 10, False)


def test_make_ups_of_the_years_misses_count_as_given(tmp_path: Path) -> None:
    owed = "determination_id session_id disposition\nD1 L2 owed"
    log = ONE_HELD + "L3 SL 2025-09-17 30 - -\nM1 SL 2025-09-18 20 - make_up\n"
    # Fri 19 Sep: 15 days, 5 left. 60 + 20 made up + 60 x 5 / 15 = 100 of 120.
    year = paces(tmp_path, "2025-09-19", sessions=log, determinations=owed)["year"]
    assert (year.held, year.made_up, year.at_this_rate, year.short, year.behind) == (60, 20, 100, 20, False)
    assert (year.lacking, year.a_week_needed) == (40, 40)


def test_closed_days_are_neither_counted_so_far_nor_left(tmp_path: Path) -> None:
    # Without Mon 1 Sep and the last week: 9 days so far, 5 left; three weeks have a school day: 90 due.
    closed = "calendar_id date kind until\nCAL 2025-09-01 holiday -\nCAL 2025-09-22 break 2025-09-26"
    year = paces(tmp_path, "2025-09-12", sessions=ONE_HELD, calendar=closed)["year"]
    assert (year.due, year.days_so_far, year.days_left) == (90, 9, 5)


def test_a_service_that_runs_into_the_next_year_has_a_span_of_its_own(tmp_path: Path) -> None:
    years = SEPTEMBER + "\nCAL year 2026-09-07 2026-09-18"
    found = paces(tmp_path, "2025-09-12", terms=years, sessions=ONE_HELD)
    # Two more weeks of 30; ten more days at 30 in 10: 30 + 30 x 20 / 10.
    assert (found["year"].due, found["iep"].due, found["iep"].at_this_rate) == (120, 180, 90)


def test_before_the_first_school_day_no_rate_is_told(tmp_path: Path) -> None:
    closed = "calendar_id date kind\nCAL 2025-09-01 holiday"
    year = paces(tmp_path, "2025-09-01", calendar=closed)["year"]
    assert (year.days_so_far, year.a_week_so_far, year.at_this_rate) == (0, None, 0)


def test_a_service_that_does_not_run_has_no_pace(tmp_path: Path) -> None:
    ended = "service_id student_id service_type minutes per end\nSL S-1 speech 30 week 2025-09-05"
    assert paces(tmp_path, "2025-09-12", services=ended) == {}


def test_the_worst_comes_first(tmp_path: Path) -> None:
    two = WEEKLY + "\nOT S-1 ot 60 week"
    records, ledger = read(tmp_path, "2025-09-12", terms=SEPTEMBER, services=two, sessions=ONE_HELD)
    assert [pace.service_id for pace in pace_of(records, ledger)] == ["OT", "OT", "SL", "SL"]


def test_weeks_with_nothing_on_record_are_counted_apart(tmp_path: Path) -> None:
    # Fri 26 Sep: of four weeks, one was given (3 Sep) and one has a row that says why not (10 Sep). The other two
    # have nothing on record: 30 in 20 days counts them as not given, and they are named.
    year = paces(tmp_path, "2025-09-26", sessions=ONE_HELD)["year"]
    assert (year.due, year.held, year.weeks_unrecorded) == (120, 30, 2)


def test_a_week_that_is_not_over_or_lacks_nothing_is_not_one_with_nothing_on_record(tmp_path: Path) -> None:
    # Wed 17 Sep: the third week still runs.
    assert paces(tmp_path, "2025-09-17", sessions=ONE_HELD)["year"].weeks_unrecorded == 0
    # Thu 18 Sep: the month's 30 minutes were given in its first week; nothing is lacking in the second.
    month = "service_id student_id service_type minutes per\nSL S-1 speech 30 month"
    held = HEAD + "L1 SL 2025-09-03 30 - -\n"
    assert paces(tmp_path, "2025-09-18", services=month, sessions=held)["year"].weeks_unrecorded == 0


def test_in_a_month_that_still_runs_the_weeks_that_are_over_are_counted(tmp_path: Path) -> None:
    # Thu 18 Sep: 60 of the month's 120 were given in its first week; the second has no row, the third still runs.
    month = "service_id student_id service_type minutes per\nSL S-1 speech 120 month"
    held = HEAD + "L1 SL 2025-09-03 60 - -\n"
    assert paces(tmp_path, "2025-09-18", services=month, sessions=held)["year"].weeks_unrecorded == 1


def test_a_week_of_which_an_absence_is_known_has_something_on_record(tmp_path: Path) -> None:
    # The child was away on both Wednesdays without a row, 17 and 24 Sep; of the week of 10 Sep the log says why.
    slots = "service_id weekday start_time minutes\nSL wed 09:00 30"
    away = "student_id date until\nS-1 2025-09-17 2025-09-24"
    year = paces(tmp_path, "2025-09-26", sessions=ONE_HELD, schedule=slots, student_absences=away)["year"]
    assert year.weeks_unrecorded == 0
