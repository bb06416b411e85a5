"""Questions that people really ask (docs/questions.md), with figures counted by hand.

September 2025 begins on a Monday: the weeks of the tests are those of the 1st, 8th, 15th and 22nd.
"""

from pathlib import Path

import pytest
from tests.questions.book import book, rules

HOUSE = """
    student_id policy_id
    S-1        house
"""
OT_WEEKLY = """
    service_id student_id service_type         minutes per  start      end
    OT         S-1        occupational_therapy 30      week 2025-09-01 2025-09-26
"""
OT_MISSED_TWICE = """
    session_id service_id date       minutes_delivered reason
    L1         OT         2025-09-03 30                -
    L2         OT         2025-09-10 0                 provider_absent
    L3         OT         2025-09-17 0                 provider_absent
    L4         OT         2025-09-24 30                -
"""
ONE_WEEK = """
    service_id student_id service_type minutes per  setting     start      end
    SL         S-1        speech       30      week speech_room 2025-09-08 2025-09-12
"""
SPEECH_SLOT = """
    service_id weekday  start_time minutes
    SL         Thursday 09:30      30
"""


def one_session(minutes: int, reason: str = "-") -> str:
    """Return a log of one session in the week of 8 September."""
    return f"""
        session_id service_id date       minutes_delivered reason
        L1         SL         2025-09-11 {minutes}         {reason}
    """


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
    assert (speech["missed"], speech["unrecorded"], speech["owed"]) == (600, 0, 0)
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


THREE_IN_ONE_DAY = """
    session_id service_id date       minutes_delivered start_time
    L1         SL         2025-09-08 30                09:00
    L2         SL         2025-09-08 30                11:00
    L3         SL         2025-09-08 30                13:00
"""


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


@pytest.mark.parametrize(("short_period", "due", "not_in_session"), [("full", 30, 0), ("by_school_days", 24, 6)])
def test_q21_a_snow_day_on_the_day_of_the_slot_under_either_rule(
    tmp_path: Path, short_period: str, due: int, not_in_session: int
) -> None:
    # Thursday has no school, 4 of 5 days are left: 30 x 4/5 = 24.
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
    assert speech["missed_by_reason"] == {"no_school": due}


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
    assert speech["missed_by_reason"] == {"no_school": 30}


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


def test_q34_a_sick_day_on_file_explains_the_slot_without_a_row(tmp_path: Path) -> None:
    sick = book(
        tmp_path,
        "2025-09-14",
        services=ONE_WEEK,
        schedule=SPEECH_SLOT,
        student_absences="student_id date kind\nS-1 2025-09-11 ill",
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
        student_absences="student_id date until kind\nS-1 2025-09-08 2025-09-19 trip",
    )
    assert away.figures("OT")["missed_by_reason"] == {"student_absent": 60}
    assert away.figures("OT")["delivered"] == 60


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


def test_q45_five_hours_for_everyone_leave_each_childs_gap_as_it_is(tmp_path: Path) -> None:
    # One child misses 2 x 30 = 60, the other nothing; both are awarded 5 x 60 = 300.
    two = book(
        tmp_path,
        "2025-09-28",
        students="student_id policy_id\nS-1 us-federal\nS-2 us-federal",
        services=OT_WEEKLY + "SL S-2 speech 30 week 2025-09-08 2025-09-12",
        sessions=OT_MISSED_TWICE + "L5 SL 2025-09-11 30 -",
        awards="""
            award_id student_id service_type         minutes start
            A1       S-1        occupational_therapy 300     2025-09-29
            A2       S-2        speech               300     2025-09-29
        """,
    )
    assert [two.figures(name)["missed"] for name in ("OT", "SL")] == [60, 0]
    assert two.figures("OT")["team_decides"] == 60
    assert [two.award(name)["remaining"] for name in ("A1", "A2")] == [300, 300]
