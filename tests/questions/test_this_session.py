"""Questions of docs/questions.md, counted by hand: Does this session count?"""

from pathlib import Path

import pytest
from tests.questions.book import book, rules
from tests.questions.texts import HOUSE, ONE_WEEK, OT_WEEKLY, one_session

THREE_IN_ONE_DAY = """
    session_id service_id date       minutes_delivered start_time
    L1         SL         2025-09-08 30                09:00
    L2         SL         2025-09-08 30                11:00
    L3         SL         2025-09-08 30                13:00
"""


def test_q5_minutes_added_to_sessions_make_up_when_they_are_logged_apart(tmp_path: Path) -> None:
    # The week of the 1st is missed; 10 minutes are added in each of the next three weeks.
    speech = book(
        tmp_path,
        "2025-09-28",
        rules(provider_absent="owed"),
        students=HOUSE,
        services=OT_WEEKLY.replace("OT ", "SL "),
        sessions="""
            session_id service_id date       minutes_delivered reason          kind
            L1         SL         2025-09-03 0                 provider_absent -
            L2         SL         2025-09-10 30                -               -
            M2         SL         2025-09-10 10                -               make_up
            L3         SL         2025-09-17 30                -               -
            M3         SL         2025-09-17 10                -               make_up
            L4         SL         2025-09-24 30                -               -
            M4         SL         2025-09-24 10                -               make_up
        """,
    ).figures("SL")
    assert (speech["delivered"], speech["missed"], speech["owed"]) == (90, 30, 30)
    assert (speech["made_up"], speech["open"], speech["extra"]) == (30, 0, 0)


def test_q5_longer_sessions_that_are_not_logged_as_make_ups_settle_nothing(tmp_path: Path) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        rules(provider_absent="owed"),
        students=HOUSE,
        services=OT_WEEKLY.replace("OT ", "SL "),
        sessions="""
            session_id service_id date       minutes_delivered reason
            L1         SL         2025-09-03 0                 provider_absent
            L2         SL         2025-09-10 40                -
        """,
    ).figures("SL")
    assert (speech["delivered"], speech["extra"]) == (30, 10)
    assert (speech["owed"], speech["made_up"], speech["open"]) == (30, 0, 30)


def test_q14_testing_in_place_of_therapy_is_a_miss_with_its_own_reason(tmp_path: Path) -> None:
    log = one_session(0, "assessment")
    speech = book(tmp_path, "2025-09-14", services=ONE_WEEK, sessions=log).figures("SL")
    assert (speech["delivered"], speech["missed_by_reason"]) == (0, {"assessment": 30})


def test_q14_testing_logged_as_a_session_can_be_marked_as_not_what_the_iep_says(
    tmp_path: Path,
) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        services=ONE_WEEK,
        sessions="""
            session_id service_id date       minutes_delivered as_written note
            L1         SL         2025-09-11 30                no         triennial_testing
        """,
    ).figures("SL")
    assert (speech["delivered"], speech["delivered_differently"], speech["missed"]) == (0, 30, 0)


def test_q16_three_sessions_in_one_day_fill_a_weekly_promise(tmp_path: Path) -> None:
    services = """
        service_id student_id service_type minutes per  sessions start      end
        SL         S-1        speech       30      week 3        2025-09-08 2025-09-12
    """
    speech = book(tmp_path, "2025-09-14", services=services, sessions=THREE_IN_ONE_DAY)
    assert speech.figures("SL")["delivered"] == 90
    assert not speech.misses("SL")


def test_q16_three_sessions_in_one_day_do_not_fill_a_daily_promise(tmp_path: Path) -> None:
    services = """
        service_id student_id service_type minutes per start      end
        SL         S-1        speech       30      day 2025-09-08 2025-09-10
    """
    speech = book(tmp_path, "2025-09-14", services=services, sessions=THREE_IN_ONE_DAY)
    figures = speech.figures("SL")
    assert (figures["promised"], figures["delivered"], figures["extra"]) == (90, 30, 60)
    assert (figures["unrecorded"], figures["unknown"]) == (60, 60)


def test_q17_push_in_is_delivered_differently_where_the_iep_says_speech_room(
    tmp_path: Path,
) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        services=ONE_WEEK,
        sessions="""
            session_id service_id date       minutes_delivered setting
            L1         SL         2025-09-11 30                classroom
        """,
    ).figures("SL")
    assert (speech["delivered"], speech["delivered_differently"], speech["missed"]) == (0, 30, 0)


@pytest.mark.parametrize(
    ("service_types", "delivered", "delivered_differently"),
    [("speech", 30, 0), ("general_education", 0, 30)],
)
def test_q37_a_substitute_counts_if_they_may_give_the_service(
    tmp_path: Path, service_types: str, delivered: int, delivered_differently: int
) -> None:
    speech = book(
        tmp_path,
        "2025-09-14",
        providers=f"provider_id service_types\nP-SUB {service_types}",
        services=ONE_WEEK,
        sessions="""
            session_id service_id date       minutes_delivered provider_id
            L1         SL         2025-09-11 30                P-SUB
        """,
    ).figures("SL")
    assert (speech["delivered"], speech["delivered_differently"]) == (
        delivered,
        delivered_differently,
    )
