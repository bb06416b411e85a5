"""Questions of docs/questions.md, counted by hand: The school calendar."""

from pathlib import Path

import pytest
from tests.questions.book import book, rules
from tests.questions.texts import HOUSE, ONE_WEEK, OT_MISSED_TWICE, OT_WEEKLY, SPEECH_SLOT, one_session


@pytest.mark.parametrize(("short_period", "due", "not_in_session"), [("full", 30, 0), ("by_school_days", 0, 30)])
def test_q21_a_snow_day_on_the_day_of_the_slot_under_either_rule(
    tmp_path: Path, short_period: str, due: int, not_in_session: int
) -> None:
    # The slot is on Thursday, and Thursday has no school: by school days 30 x 0/30 = 0.
    speech = book(
        tmp_path,
        "2025-09-14",
        rules(short_period=short_period),
        students=HOUSE,
        calendar="calendar_id date kind\nCAL 2025-09-11 weather_closure",
        services=ONE_WEEK,
        schedule=SPEECH_SLOT,
    ).figures("SL")
    assert (speech["due"], speech["not_in_session"]) == (due, not_in_session)
    assert speech["missed_by_reason"] == ({"weather_closure": due} if due else {})


def test_q21_a_snow_day_beside_the_day_of_the_slot_takes_nothing_away(tmp_path: Path) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        rules(short_period="by_school_days"),
        students=HOUSE,
        calendar="calendar_id date kind\nCAL 2025-09-10 weather_closure",
        services=ONE_WEEK,
        schedule=SPEECH_SLOT,
    ).figures("SL")
    assert (speech["due"], speech["not_in_session"], speech["unrecorded"]) == (30, 0, 30)


def test_q21_without_a_slot_all_weekdays_weigh_the_same(tmp_path: Path) -> None:
    # Thursday has no school, 4 of 5 days are left: 30 x 4/5 = 24.
    speech = book(
        tmp_path,
        "2025-09-14",
        rules(short_period="by_school_days"),
        students=HOUSE,
        calendar="calendar_id date kind\nCAL 2025-09-11 weather_closure",
        services=ONE_WEEK,
    ).figures("SL")
    assert (speech["due"], speech["not_in_session"]) == (24, 6)


def test_q21_a_week_without_school_promises_nothing(tmp_path: Path) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        calendar="calendar_id date kind until\nCAL 2025-09-08 weather_closure 2025-09-12",
        services=ONE_WEEK,
        schedule=SPEECH_SLOT,
    ).figures("SL")
    assert (speech["promised"], speech["not_in_session"], speech["missed"]) == (30, 30, 0)


def test_q21_a_saturday_that_is_added_counts_for_a_week_closed_otherwise(tmp_path: Path) -> None:
    calendar = """
        calendar_id date       kind            until
        CAL         2025-09-08 weather_closure 2025-09-12
        CAL         2025-09-13 school_day      -
    """
    services = ONE_WEEK.replace("2025-09-12", "2025-09-13")
    speech = book(tmp_path, "2025-09-14", calendar=calendar, services=services, schedule=SPEECH_SLOT).figures("SL")
    assert (speech["due"], speech["not_in_session"]) == (30, 0)
    assert speech["missed_by_reason"] == {"weather_closure": 30}


@pytest.mark.parametrize(("short_period", "due", "not_in_session"), [("full", 120, 0), ("by_school_days", 78, 42)])
def test_q24_a_monthly_promise_in_december_under_either_rule(
    tmp_path: Path, short_period: str, due: int, not_in_session: int
) -> None:
    # December 2025 has 23 weekdays; school ends on the 19th, the 15th of them: 120 x 15/23 = 78.3.
    speech = book(
        tmp_path,
        "2025-12-31",
        rules(short_period=short_period),
        students=HOUSE,
        calendar="calendar_id date kind until\nCAL 2025-12-22 break 2026-01-02",
        services="""
            service_id student_id service_type minutes per   sessions start      end
            SL         S-1        speech       30      month 4        2025-12-01 2025-12-31
        """,
        sessions="""
            session_id service_id date       minutes_delivered
            L1         SL         2025-12-02 30
            L2         SL         2025-12-09 30
            L3         SL         2025-12-16 30
        """,
    ).figures("SL")
    assert (speech["due"], speech["not_in_session"]) == (due, not_in_session)
    assert (speech["delivered"], speech["unrecorded"], speech["extra"]) == (
        (90, 30, 0) if short_period == "full" else (78, 0, 12)
    )


@pytest.mark.parametrize(("start", "promised", "unrecorded"), [("-", 120, 60), ("2025-09-15", 60, 0)])
def test_q28_the_first_weeks_of_school_count_unless_the_iep_starts_later(
    tmp_path: Path, start: str, promised: int, unrecorded: int
) -> None:
    speech = book(
        tmp_path,
        "2025-09-28",
        services=f"""
            service_id student_id service_type minutes per  start   end
            SL         S-1        speech       30      week {start} 2025-09-26
        """,
        sessions="""
            session_id service_id date       minutes_delivered
            L1         SL         2025-09-18 30
            L2         SL         2025-09-25 30
        """,
    ).figures("SL")
    assert (speech["promised"], speech["delivered"]) == (promised, 60)
    assert (speech["unrecorded"], speech["unknown"]) == (unrecorded, unrecorded)


def test_q29_a_week_of_state_testing_is_counted_and_named(tmp_path: Path) -> None:
    log = OT_MISSED_TWICE.replace("provider_absent", "assessment")
    ot = book(tmp_path, "2025-09-28", services=OT_WEEKLY, sessions=log).figures("OT")
    assert (ot["due"], ot["not_in_session"]) == (120, 0)
    assert (ot["missed_by_reason"], ot["team_decides"]) == ({"assessment": 60}, 60)


def test_q32_a_strike_at_a_school_that_stayed_open_is_counted(tmp_path: Path) -> None:
    log = one_session(0, "strike")
    speech = book(tmp_path, "2025-09-14", services=ONE_WEEK, sessions=log).figures("SL")
    assert (speech["not_in_session"], speech["missed_by_reason"]) == (0, {"strike": 30})


def test_q32_a_strike_that_closed_the_school_for_all_is_not_in_session(tmp_path: Path) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        calendar="calendar_id date kind until\nCAL 2025-09-08 emergency_closure 2025-09-12",
        services=ONE_WEEK,
        sessions=one_session(0, "strike"),
    ).figures("SL")
    assert (speech["not_in_session"], speech["missed"], speech["missed_by_reason"]) == (30, 0, {})
