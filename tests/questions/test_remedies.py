"""Questions of docs/questions.md, counted by hand: Remedies."""

from pathlib import Path

from tests.questions.book import book
from tests.questions.texts import ONE_WEEK, OT_MISSED_TWICE, OT_WEEKLY


def test_q41_compensatory_sessions_never_fill_what_the_iep_promises_now(tmp_path: Path) -> None:
    plan = book(
        tmp_path,
        "2025-09-14",
        services=ONE_WEEK,
        awards="award_id student_id service_type minutes start\nA1 S-1 speech 300 2025-09-01",
        sessions="""
            session_id service_id date       minutes_delivered reason  award_id
            L1         SL         2025-09-11 0                 vacancy -
            C1         SL         2025-09-12 30                -       A1
        """,
    )
    assert (plan.figures("SL")["delivered"], plan.figures("SL")["missed"]) == (0, 30)
    assert (plan.award("A1")["delivered"], plan.award("A1")["remaining"]) == (30, 270)


def test_q45_five_hours_for_everyone_leave_each_childs_gap_as_it_is(tmp_path: Path) -> None:
    # One child misses 2 x 30 = 60, the other nothing; both are awarded 5 x 60 = 300.
    two = book(
        tmp_path,
        "2025-09-29",
        students="student_id policy_id\nS-1 us-federal\nS-2 us-federal",
        services=OT_WEEKLY + "SL S-2 speech 30 week 2025-09-08 2025-09-12",
        sessions=OT_MISSED_TWICE + "L5 SL 2025-09-11 30 -",
        awards="""
            award_id student_id service_type         minutes start
            A1       S-1        occupational_therapy 300     2025-09-26
            A2       S-2        speech               300     2025-09-26
        """,
    )
    assert [two.figures(name)["missed"] for name in ("OT", "SL")] == [60, 0]
    assert two.figures("OT")["team_decides"] == 60
    assert [two.award(name)["remaining"] for name in ("A1", "A2")] == [300, 300]
