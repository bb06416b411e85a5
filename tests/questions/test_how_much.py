"""Questions of docs/questions.md, counted by hand: How much was missed, and does it count?"""

from pathlib import Path

from tests.questions.book import book, rules
from tests.questions.texts import HOUSE, ONE_WEEK, OT_MISSED_TWICE, OT_WEEKLY, SPEECH_SLOT, one_session


def test_q2_weekly_ot_missed_twice_is_60_minutes_that_the_team_decides(tmp_path: Path) -> None:
    ot = book(tmp_path, "2025-09-28", services=OT_WEEKLY, sessions=OT_MISSED_TWICE).figures("OT")
    assert (ot["promised"], ot["delivered"], ot["missed"]) == (120, 60, 60)
    assert (ot["team_decides"], ot["owed"], ot["not_owed"]) == (60, 0, 0)


def test_q2_the_same_60_minutes_are_owed_where_a_policy_says_so(tmp_path: Path) -> None:
    ot = book(
        tmp_path,
        "2025-09-28",
        rules(provider_absent="owed"),
        students=HOUSE,
        services=OT_WEEKLY,
        sessions=OT_MISSED_TWICE,
    ).figures("OT")
    assert (ot["missed"], ot["owed"], ot["open"], ot["team_decides"]) == (60, 60, 60, 0)


def test_q4_a_vacancy_costs_each_student_what_their_own_iep_promised(tmp_path: Path) -> None:
    # 4 weeks x 30 = 120; 4 weeks x 2 x 30 = 240; 30 in the month.
    caseload = book(
        tmp_path,
        "2025-09-30",
        students="student_id policy_id\nS-1 us-federal\nS-2 us-federal\nS-3 us-federal",
        services="""
            service_id student_id service_type minutes per   sessions start      end
            A          S-1        speech       30      week  1        2025-09-01 2025-09-26
            B          S-2        speech       30      week  2        2025-09-01 2025-09-26
            C          S-3        speech       30      month 1        2025-09-01 2025-09-30
        """,
        sessions="session_id service_id date minutes_delivered reason\n"
        + "".join(f"A{day} A 2025-09-{day} 0 vacancy\n" for day in ("02", "09", "16", "23"))
        + "".join(f"B{day} B 2025-09-{day} 0 vacancy\n" for day in ("02", "09", "16", "23"))
        + "".join(f"B{day} B 2025-09-{day} 0 vacancy\n" for day in ("04", "11", "18", "25"))
        + "C09 C 2025-09-09 0 vacancy\n",
    )
    assert [caseload.figures(name)["missed"] for name in "ABC"] == [120, 240, 30]
    assert caseload.figures("B")["missed_by_reason"] == {"vacancy": 240}


def test_q6_the_therapists_own_illness_is_not_written_off(tmp_path: Path) -> None:
    log = one_session(0, "provider_absent")
    speech = book(tmp_path, "2025-09-14", services=ONE_WEEK, sessions=log).figures("SL")
    assert speech["missed_by_reason"] == {"provider_absent": 30}
    assert (speech["not_owed"], speech["team_decides"]) == (0, 30)


def test_q9_speech_due_from_september_that_began_in_february(tmp_path: Path) -> None:
    # 1 Sep to 1 Feb: 22 Mondays (Sep 5, Oct 4, Nov 4, Dec 5, Jan 4) x 30 = 660;
    # 22 Dec to 2 Jan has no school: 60. 660 - 60 = 600.
    started_late = book(
        tmp_path,
        "2026-02-01",
        calendar="calendar_id date kind until\nCAL 2025-12-22 break 2026-01-02",
        services="""
            service_id student_id service_type minutes per
            SL         S-1        speech       30      week
        """,
        schedule=SPEECH_SLOT,
        sessions="session_id service_id date minutes_delivered\nL1 SL 2026-02-05 30",
    )
    speech = started_late.figures("SL")
    assert (speech["promised"], speech["not_in_session"], speech["delivered"]) == (660, 60, 0)
    assert (speech["missed"], speech["unrecorded"], speech["owed"]) == (0, 600, 0)
    assert len(started_late.misses("SL")) == 20
    assert all(miss["inferred"] for miss in started_late.misses("SL"))


def test_q10_a_gap_stays_a_gap_when_the_team_decides_that_nothing_is_owed(tmp_path: Path) -> None:
    decided = book(
        tmp_path,
        "2025-09-28",
        rules(provider_absent="owed"),
        students=HOUSE,
        services=OT_WEEKLY,
        sessions=OT_MISSED_TWICE,
        determinations="""
            determination_id session_id disposition decided_on decided_by
            D1               L2         not_owed    2025-09-26 IEP_team
        """,
    ).figures("OT")
    assert (decided["missed"], decided["not_owed"], decided["owed"]) == (60, 30, 30)


def test_q11_meetings_are_counted_apart_from_illness(tmp_path: Path) -> None:
    log = OT_MISSED_TWICE.replace(
        "2025-09-17 0                 provider_absent",
        "2025-09-17 0                 provider_other_duty",
    )
    ot = book(tmp_path, "2025-09-28", services=OT_WEEKLY, sessions=log).figures("OT")
    assert ot["missed_by_reason"] == {"provider_absent": 30, "provider_other_duty": 30}


def test_q43_the_iep_and_no_cap_says_how_much_homebound_is_promised(tmp_path: Path) -> None:
    # The IEP has 5 hours a week, the district gives 2: 300 - 120 = 180.
    home = book(
        tmp_path,
        "2025-09-14",
        services="""
            service_id student_id service_type minutes per  sessions start      end
            HB         S-1        homebound    60      week 5        2025-09-08 2025-09-12
        """,
        sessions="""
            session_id service_id date       minutes_delivered reason
            L1         HB         2025-09-08 60                -
            L2         HB         2025-09-09 60                -
            L3         HB         2025-09-10 0                 other
            L4         HB         2025-09-11 0                 other
            L5         HB         2025-09-12 0                 other
        """,
    ).figures("HB")
    assert (home["promised"], home["delivered"], home["missed"]) == (300, 120, 180)
