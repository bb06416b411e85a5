"""Questions of docs/questions.md, counted by hand: The child was away."""

from pathlib import Path

import pytest
from tests.questions.book import book, rules
from tests.questions.texts import HOUSE, ONE_WEEK, OT_MISSED_TWICE, OT_WEEKLY, SPEECH_SLOT, one_session


def test_q18_sessions_the_family_cancelled_stand_apart_and_nothing_is_written_off(
    tmp_path: Path,
) -> None:
    log = OT_MISSED_TWICE.replace("provider_absent", "family_cancelled")
    ot = book(tmp_path, "2025-09-28", services=OT_WEEKLY, sessions=log).figures("OT")
    assert ot["missed_by_reason"] == {"family_cancelled": 60}
    assert (ot["team_decides"], ot["not_owed"]) == (60, 0)


def test_q20_a_student_who_comes_late_misses_the_late_minutes_only(tmp_path: Path) -> None:
    log = one_session(18, "student_late")
    speech = book(tmp_path, "2025-09-14", services=ONE_WEEK, sessions=log).figures("SL")
    assert (speech["delivered"], speech["missed_by_reason"]) == (18, {"student_late": 12})


def test_q23_a_child_sent_home_for_want_of_an_aide_loses_every_service_of_that_day(
    tmp_path: Path,
) -> None:
    # 30 + 45 + 20 = 95.
    home = book(
        tmp_path,
        "2025-09-14",
        services="""
            service_id student_id service_type minutes per  start      end
            SL         S-1        speech       30      week 2025-09-08 2025-09-12
            RD         S-1        reading      45      day  2025-09-11 2025-09-11
            MA         S-1        mathematics  20      day  2025-09-11 2025-09-11
        """,
        sessions="""
            session_id service_id date       minutes_delivered reason
            L1         SL         2025-09-11 0                 no_substitute
            L2         RD         2025-09-11 0                 no_substitute
            L3         MA         2025-09-11 0                 no_substitute
        """,
    )
    reasons = [home.figures(name)["missed_by_reason"] for name in ("SL", "RD", "MA")]
    assert reasons == [{"no_substitute": 30}, {"no_substitute": 45}, {"no_substitute": 20}]
    assert home.ledger["totals"]["missed"] == 95


@pytest.mark.parametrize(("policy", "not_owed", "team_decides"), [("us-federal", 0, 30), ("house", 30, 0)])
def test_q30_a_child_kept_home_from_testing_is_the_familys_absence(
    tmp_path: Path, policy: str, not_owed: int, team_decides: int
) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        rules(family_cancelled="not_owed"),
        students=f"student_id policy_id\nS-1 {policy}",
        services=ONE_WEEK,
        sessions=one_session(0, "family_cancelled"),
    ).figures("SL")
    assert speech["missed_by_reason"] == {"family_cancelled": 30}
    assert (speech["not_owed"], speech["team_decides"]) == (not_owed, team_decides)


def test_q34_a_sick_day_on_file_explains_the_slot_without_a_row(tmp_path: Path) -> None:
    sick = book(
        tmp_path,
        "2025-09-14",
        services=ONE_WEEK,
        schedule=SPEECH_SLOT,
        student_absences="student_id date kind\nS-1 2025-09-11 absent",
    )
    assert sick.figures("SL")["missed_by_reason"] == {"student_absent": 30}
    assert [miss["inferred"] for miss in sick.misses("SL")] == [True]


def test_q35_a_family_trip_of_two_weeks_is_two_absences(tmp_path: Path) -> None:
    away = book(
        tmp_path,
        "2025-09-28",
        services=OT_WEEKLY,
        schedule="service_id weekday start_time minutes\nOT Thursday 09:30 30",
        sessions="""
            session_id service_id date       minutes_delivered
            L1         OT         2025-09-04 30
            L2         OT         2025-09-25 30
        """,
        student_absences="student_id date until kind\nS-1 2025-09-08 2025-09-19 absent",
    )
    assert away.figures("OT")["missed_by_reason"] == {"student_absent": 60}
    assert away.figures("OT")["delivered"] == 60


def test_q39_no_ride_is_the_districts_reason_and_no_refusal(tmp_path: Path) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        rules(student_refused="not_owed", no_transport="owed"),
        students=HOUSE,
        services=ONE_WEEK,
        sessions=one_session(0, "no_transport"),
    ).figures("SL")
    assert speech["missed_by_reason"] == {"no_transport": 30}
    assert (speech["owed"], speech["not_owed"]) == (30, 0)
