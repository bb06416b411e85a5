"""Agreed make-ups: which still stand, which free their minutes, and what is said about them."""

import datetime as dt
from pathlib import Path

import pytest
from tests.planner.agreed_folder import (
    AGREED,
    OFFERS,
    PINNED,
    TABLES,
    accounted,
    gathered,
    open_of,
    with_sessions,
)

from makegood.plans.instance import Attends, Declined, Session, Settles

PIN = Session(
    date=dt.date(2026, 10, 5),
    start=13 * 60,
    minutes=30,
    school_id="E",
    provider_id="P1",
    service_type="speech",
    students=(
        Attends(
            student_id="S-1",
            settles=(Settles(service_id="A", session_id="A1", missed_on=dt.date(2026, 9, 8), minutes=30),),
        ),
    ),
)
EVERYTHING = {"A1": 30, "C1": 20, "A2": 30}


def test_an_agreed_make_up_stays_and_its_minutes_are_still_counted(tmp_path: Path) -> None:
    instance, findings = gathered(tmp_path, pinned=AGREED)
    assert findings == []
    assert instance.pinned == (PIN,)
    assert open_of(instance) == EVERYTHING


def test_rows_of_one_number_are_one_session_with_each_student_once(tmp_path: Path) -> None:
    rows = (
        "M1 2026-10-06 13:00 45 E P1 S-1 A A1 2026-09-08 30",
        "M1 2026-10-06 13:00 45 E P1 S-1 A A2 2026-09-15 15",
        "M0 2026-10-05 13:30 15 E P1 S-1 A A2 2026-09-15 15",
    )
    instance, findings = gathered(tmp_path, pinned=PINNED + "\n".join(rows))
    assert findings == []
    first, second = instance.pinned
    assert (first.date.day, second.date.day) == (5, 6)
    (attends,) = second.students
    assert [(part.session_id, part.minutes) for part in attends.settles] == [("A1", 30), ("A2", 15)]


def test_a_held_make_up_is_the_ledger_s_and_drops_out(tmp_path: Path) -> None:
    _, before = accounted(tmp_path, "2026-10-05", pinned=AGREED)
    assert before.totals["made_up"] == 0
    sessions = with_sessions("A5 A 2026-10-05 30 - make_up A1")
    _, after = accounted(tmp_path, "2026-10-05", pinned=AGREED, sessions=sessions)
    assert after.totals["made_up"] == 30
    instance, findings = gathered(tmp_path, "2026-10-05", pinned=AGREED, sessions=sessions)
    assert (instance.pinned, findings) == ((), [])
    assert open_of(instance) == {"C1": 20, "A2": 30}


def test_a_make_up_that_was_cut_short_leaves_the_rest_open(tmp_path: Path) -> None:
    # Logged without a link: it counts as the agreed one because it is the student's, of that service and day.
    sessions = with_sessions("A5 A 2026-10-05 20 - make_up -")
    instance, findings = gathered(tmp_path, "2026-10-05", pinned=AGREED, sessions=sessions)
    assert (instance.pinned, findings) == ((), [])
    assert open_of(instance) == {"A1": 10, "C1": 20, "A2": 30}


def test_a_make_up_of_another_service_or_day_is_not_the_agreed_one(tmp_path: Path) -> None:
    services = TABLES["services"] + "\nG S-1 ot 30 week individual - P1 2026-10-05 2026-10-09"
    sessions = with_sessions("G1 G 2026-10-05 30 - make_up -", "A5 A 2026-10-01 5 - make_up -")
    instance, findings = gathered(
        tmp_path, "2026-10-06", first=dt.date(2026, 10, 7), pinned=AGREED, sessions=sessions, services=services
    )
    assert instance.pinned == ()
    assert [finding.code for finding in findings] == ["pin_not_logged"]


def test_a_make_up_logged_as_missed_frees_its_minutes_without_a_word(tmp_path: Path) -> None:
    sessions = with_sessions("A5 A 2026-10-05 0 student_absent make_up A1")
    instance, findings = gathered(tmp_path, "2026-10-05", pinned=AGREED, sessions=sessions)
    assert (instance.pinned, findings) == ((), [])
    assert open_of(instance) == EVERYTHING


def test_a_row_that_a_correction_replaced_says_nothing(tmp_path: Path) -> None:
    header, *rows = with_sessions(
        "A5 A 2026-10-05 30 - make_up A1", "A6 A 2026-10-05 0 student_absent make_up A1"
    ).splitlines()
    lines = [f"{header} corrects", *(f"{row} {'A5' if row.startswith('A6') else '-'}" for row in rows)]
    instance, findings = gathered(tmp_path, "2026-10-05", pinned=AGREED, sessions="\n".join(lines))
    assert (instance.pinned, findings) == ((), [])
    assert open_of(instance) == EVERYTHING


def test_a_make_up_behind_us_that_nobody_logged_is_said_and_planned_anew(tmp_path: Path) -> None:
    instance, findings = gathered(tmp_path, "2026-10-05", first=dt.date(2026, 10, 6), pinned=AGREED)
    assert instance.pinned == ()
    assert open_of(instance) == EVERYTHING
    (finding,) = findings
    assert (finding.level, finding.code, finding.table, finding.row) == ("warning", "pin_not_logged", "pinned", 2)
    assert "the log has no make-up of that day" in finding.message


def test_a_day_that_is_still_to_be_planned_is_not_behind_us(tmp_path: Path) -> None:
    instance, findings = gathered(tmp_path, "2026-10-05", pinned=AGREED)
    assert (instance.pinned, findings) == ((PIN,), [])


def test_nothing_is_said_of_an_unlogged_make_up_whose_minutes_are_agreed_anew(tmp_path: Path) -> None:
    pinned = AGREED + "\nM2 2026-10-12 13:00 30 E P1 S-1 A A1 2026-09-08 30"
    instance, findings = gathered(tmp_path, "2026-10-06", first=dt.date(2026, 10, 7), pinned=pinned)
    assert [session.date.day for session in instance.pinned] == [12]
    assert findings == []


@pytest.mark.parametrize(
    ("offers", "stands"),
    [
        ("M1-1 A1 2026-10-02 no_answer", True),
        ("M1-1 A1 2026-10-02 accepted", True),
        # The family's answer in the row that accept wrote, or in a later row.
        ("M1-1 A1 2026-10-02 declined", False),
        ("M1-1 A1 2026-10-02 no_answer\nO9 A1 2026-10-02 declined", False),
        ("M1-1 A1 2026-10-02 no_answer\nO9 A1 2026-10-03 declined", False),
        # What was declined before this one was offered is another one.
        ("O9 A1 2026-10-01 declined\nM1-1 A1 2026-10-02 no_answer", True),
        ("O9 A1 2026-10-02 declined\nM1-1 A1 2026-10-02 no_answer", True),
        # Another missed session, and an answer after the as-of date.
        ("M1-1 A1 2026-10-02 no_answer\nO9 A2 2026-10-03 declined", True),
        ("M1-1 A1 2026-10-02 no_answer\nO9 A1 2026-10-05 declined", True),
        # Agreed by hand, so nothing says when it was offered: the last answer holds.
        ("O9 A1 2026-10-03 declined", False),
        ("O9 A1 2026-10-01 declined\nO8 A1 2026-10-02 accepted", True),
    ],
)
def test_a_declined_make_up_frees_its_minutes(tmp_path: Path, offers: str, *, stands: bool) -> None:
    instance, findings = gathered(tmp_path, pinned=AGREED, offers=OFFERS + offers)
    assert findings == []
    assert instance.pinned == ((PIN,) if stands else ())
    hour = Declined(student_id="S-1", date=dt.date(2026, 10, 5), start=13 * 60, minutes=30)
    assert instance.declined == (() if stands else (hour,))
    assert open_of(instance) == EVERYTHING


def test_only_the_family_that_said_no_is_not_asked_for_the_hour_again(tmp_path: Path) -> None:
    services = TABLES["services"].replace("B S-2 speech 30 week group -", "B S-2 speech 30 week group 3")
    rows = (
        "M1 2026-10-05 13:00 45 E P1 S-1 A A1 2026-09-08 30",
        "M1 2026-10-05 13:00 45 E P1 S-1 A A2 2026-09-15 15",
        "M1 2026-10-05 13:00 45 E P1 S-2 B B1 2026-09-08 30",
        # Behind the days of the plan.
        "M2 2026-10-19 13:00 15 E P1 S-1 A A2 2026-09-15 15",
    )
    offers = OFFERS + "M1-1 A1 2026-10-02 declined\nM1-3 B1 2026-10-02 accepted\nM2-1 A2 2026-10-02 declined"
    instance, findings = gathered(tmp_path, pinned=PINNED + "\n".join(rows), offers=offers, services=services)
    assert findings == []
    (session,) = instance.pinned
    assert [attends.student_id for attends in session.students] == ["S-2"]
    assert instance.declined == (Declined(student_id="S-1", date=dt.date(2026, 10, 5), start=13 * 60, minutes=45),)


def test_an_hour_that_was_agreed_to_since_stays_agreed(tmp_path: Path) -> None:
    pinned = AGREED + "\nM2 2026-10-05 13:00 30 E P1 S-1 A A1 2026-09-08 30"
    offers = OFFERS + "M1-1 A1 2026-10-02 declined\nM2-1 A1 2026-10-03 accepted"
    instance, findings = gathered(tmp_path, pinned=pinned, offers=offers)
    assert findings == []
    assert (instance.pinned, len(instance.declined)) == ((PIN,), 1)


def test_one_of_two_offers_declined_leaves_the_other_piece_agreed(tmp_path: Path) -> None:
    pinned = (
        PINNED
        + "M1 2026-10-05 13:00 15 E P1 S-1 A A1 2026-09-08 15\nM2 2026-10-06 13:00 15 E P1 S-1 A A1 2026-09-08 15"
    )
    offers = OFFERS + "M1-1 A1 2026-10-02 no_answer\nM2-1 A1 2026-10-02 declined"
    instance, _ = gathered(tmp_path, pinned=pinned, offers=offers)
    assert [session.date.day for session in instance.pinned] == [5]


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        (
            {"provider_absences": "provider_id date until\nP1 2026-10-01 2026-10-05"},
            "Provider P1 is away on 2026-10-05",
        ),
        ({"student_absences": "student_id date\nS-1 2026-10-05"}, "Student S-1 is away on 2026-10-05"),
        ({"calendar": "calendar_id date kind\nCAL 2026-10-05 holiday"}, "There is no school on 2026-10-05"),
    ],
)
def test_a_make_up_that_can_no_longer_be_held_is_released_and_the_others_stay(
    tmp_path: Path, tables: dict[str, str], says: str
) -> None:
    pinned = AGREED + "\nM2 2026-10-12 13:00 30 E P1 S-1 A A2 2026-09-15 30"
    instance, findings = gathered(tmp_path, pinned=pinned, **tables)
    assert [session.date.day for session in instance.pinned] == [12]
    assert open_of(instance) == EVERYTHING
    (finding,) = findings
    assert (finding.level, finding.code, finding.row) == ("warning", "pin_released", 2)
    assert says in finding.message


def test_a_saturday_stays_agreed_where_the_provider_has_time_that_day(tmp_path: Path) -> None:
    pinned = PINNED + "M1 2026-10-10 09:00 30 E P1 S-1 A A1 2026-09-08 30"
    instance, findings = gathered(tmp_path, pinned=pinned)
    assert findings == []
    assert [session.date.day for session in instance.pinned] == [10]


def test_one_student_of_a_group_who_is_away_leaves_the_others_agreed(tmp_path: Path) -> None:
    pinned = AGREED + "\nM1 2026-10-05 13:00 30 E P1 S-2 B B1 2026-09-08 30"
    services = TABLES["services"].replace("B S-2 speech 30 week group -", "B S-2 speech 30 week group 3")
    instance, findings = gathered(
        tmp_path, pinned=pinned, services=services, student_absences="student_id date\nS-2 2026-10-05"
    )
    assert instance.pinned == (PIN,)
    assert [(finding.code, finding.row) for finding in findings] == [("pin_released", 3)]


def settled(session: Session) -> dict[str | None, int]:
    (attends,) = session.students
    return {part.session_id: part.minutes for part in attends.settles}


def test_what_was_made_up_otherwise_leaves_an_agreed_make_up_for_what_is_still_open(tmp_path: Path) -> None:
    # Logged without a link, 30 minutes of September 8 are paid, though M2 was agreed for them and M1 for the others.
    pinned = PINNED + (
        "M1 2026-10-05 13:00 30 E P1 S-1 A A2 2026-09-15 30\nM2 2026-10-12 13:00 30 E P1 S-1 A A1 2026-09-08 30"
    )
    sessions = with_sessions("A5 A 2026-10-05 30 - make_up -")
    instance, findings = gathered(tmp_path, "2026-10-05", pinned=pinned, sessions=sessions)
    assert (open_of(instance), findings) == ({"C1": 20, "A2": 30}, [])
    (session,) = instance.pinned
    assert (session.date.day, settled(session)) == (12, {"A2": 30})


def test_of_what_is_agreed_a_make_up_takes_only_what_no_other_names(tmp_path: Path) -> None:
    # 10 minutes of A1 are left to M1. A2 is M2's, and 20 minutes of M1's half hour have nothing to do.
    sessions = with_sessions("A5 A 2026-10-01 20 - make_up A1")
    pinned = AGREED + "\nM2 2026-10-06 13:00 30 E P1 S-1 A A2 2026-09-15 30"
    instance, findings = gathered(tmp_path, pinned=pinned, sessions=sessions)
    assert list(map(settled, instance.pinned)) == [{"A1": 10}, {"A2": 30}]
    assert findings == []


def test_whoever_has_nothing_left_to_make_up_need_not_come(tmp_path: Path) -> None:
    # Of 60 minutes 20 are made up: M1 takes 10 and 20, M2 the last 10, and M3 nothing.
    sessions = with_sessions("A5 A 2026-10-01 20 - make_up A1")
    rows = [f"\nM{n} 2026-10-{day} 13:00 30 E P1 S-1 A A1 2026-09-08 30" for n, day in ((2, "06"), (3, "12"))]
    instance, (finding,) = gathered(tmp_path, pinned=AGREED + "".join(rows), sessions=sessions)
    assert open_of(instance) == {"A1": 10, "C1": 20, "A2": 30}
    assert list(map(settled, instance.pinned)) == [{"A1": 10, "A2": 20}, {"A2": 10}]
    assert (finding.level, finding.code, finding.row) == ("warning", "pin_not_needed", 4)
    assert "Student S-1 need not come to the make-up M3 on 2026-10-12" in finding.message


def test_a_make_up_takes_no_other_piece_that_is_shorter_than_the_shortest(tmp_path: Path) -> None:
    # Of A2 20 minutes would be left over M1's 10, and 15 is the least of a piece.
    sessions = with_sessions("A5 A 2026-10-01 20 - make_up A1")
    pinned = AGREED.replace("2026-09-08 30", "2026-09-08 20")
    instance, findings = gathered(tmp_path, pinned=pinned, sessions=sessions, limits="shortest\n15")
    assert (list(map(settled, instance.pinned)), findings) == ([{"A1": 10}], [])
    instance, findings = gathered(tmp_path, pinned=pinned, sessions=sessions, limits="shortest\n10")
    assert (list(map(settled, instance.pinned)), findings) == ([{"A1": 10, "A2": 10}], [])


def test_one_snow_day_is_one_warning(tmp_path: Path) -> None:
    rows = (
        "M1 2026-10-05 13:00 20 E P1 S-1 A A1 2026-09-08 20",
        "M2 2026-10-05 13:30 10 E P1 S-1 A A1 2026-09-08 10",
        "M3 2026-10-05 13:30 20 W P2 S-3 C C1 2026-09-08 20",
    )
    snow = "calendar_id date kind\nCAL 2026-10-05 holiday"
    _, (finding,) = gathered(tmp_path, pinned=PINNED + "\n".join(rows), calendar=snow)
    assert finding.message == (
        "There is no school on 2026-10-05, so what was agreed for then cannot be held: M1 with S-1; "
        "M2 with S-1; M3 with S-3. What is still open is planned anew. Please tell the families, then take these rows "
        "out of pinned."
    )


def test_a_provider_who_leaves_is_one_warning(tmp_path: Path) -> None:
    pinned = AGREED + "\nM2 2026-10-12 13:00 30 E P1 S-1 A A2 2026-09-15 30"
    away = "provider_id date until\nP1 2026-10-01 2026-12-31"
    instance, (finding,) = gathered(tmp_path, pinned=pinned, provider_absences=away)
    assert instance.pinned == ()
    assert "Provider P1 is away on days from 2026-10-05 to 2026-10-12, so" in finding.message
    assert "M1 on 2026-10-05 with S-1; M2 on 2026-10-12 with S-1. What" in finding.message


def test_a_family_hears_that_nobody_comes_though_the_log_paid_what_its_make_up_was_for(tmp_path: Path) -> None:
    sessions = with_sessions("A5 A 2026-10-01 30 - make_up -")
    away = "provider_id date until\nP1 2026-10-05 -"
    instance, findings = gathered(tmp_path, pinned=AGREED, sessions=sessions, provider_absences=away)
    assert open_of(instance) == {"C1": 20, "A2": 30}
    assert [finding.code for finding in findings] == ["pin_released"]
    # Once the rest is agreed for another day, it has heard.
    again = AGREED + "\nM2 2026-10-12 13:00 30 E P1 S-1 A A2 2026-09-15 30"
    _, findings = gathered(tmp_path, pinned=again, sessions=sessions, provider_absences=away)
    assert findings == []


def test_nobody_is_asked_to_log_what_could_not_be_held(tmp_path: Path) -> None:
    away = "provider_id date until\nP1 2026-10-05 -"
    instance, findings = gathered(
        tmp_path, "2026-10-06", first=dt.date(2026, 10, 7), pinned=AGREED, provider_absences=away
    )
    assert (open_of(instance), instance.pinned, findings) == (EVERYTHING, (), [])


def test_a_make_up_agreed_for_what_waits_for_the_team_stays_agreed(tmp_path: Path) -> None:
    pinned = PINNED + "M1 2026-10-05 13:00 20 E P1 S-2 B B1 2026-09-08 20"
    instance, findings = gathered(tmp_path, pinned=pinned)
    assert findings == []
    assert open_of(instance) == EVERYTHING | {"B1": 20}
    assert [session.students[0].student_id for session in instance.pinned] == ["S-2"]
    instance, _ = gathered(tmp_path, pinned=pinned, with_team=True)
    assert open_of(instance) == EVERYTHING | {"B1": 30}
    # Held without a link, its minutes are no longer to be decided on.
    sessions = with_sessions("B5 B 2026-10-05 20 - make_up -")
    instance, _ = gathered(tmp_path, "2026-10-05", pinned=pinned, with_team=True, sessions=sessions)
    assert open_of(instance) == EVERYTHING | {"B1": 10}


def test_what_is_agreed_for_a_day_outside_the_plan_is_not_planned_again(tmp_path: Path) -> None:
    pinned = AGREED + "\nM2 2026-11-02 13:00 20 E P1 S-1 A A2 2026-09-15 20"
    instance, findings = gathered(tmp_path, first=dt.date(2026, 10, 6), pinned=pinned)
    assert (instance.pinned, findings) == ((), [])
    assert open_of(instance) == {"C1": 20, "A2": 10}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("M1 2026-10-05 14:45 30 E P1 S-1 A A1 2026-09-08 30", "no time for make-ups there at 15:00"),
        ("M1 2026-10-12 09:00 30 E P1 S-1 A A1 2026-09-08 30", "at the same time as the regular session"),
        ("M1 2026-10-05 13:00 30 E P2 S-1 A A1 2026-09-08 30", "no time for make-ups there"),
    ],
)
def test_an_agreed_make_up_that_breaks_a_rule_is_an_error_with_its_row(tmp_path: Path, row: str, says: str) -> None:
    pinned = PINNED + "M0 2026-10-06 13:00 15 E P1 S-1 A A2 2026-09-15 15\n" + row
    _, findings = gathered(tmp_path, pinned=pinned)
    assert findings
    for finding in findings:
        assert (finding.level, finding.code, finding.table, finding.row) == ("error", "pin_breaks_a_rule", "pinned", 3)
        assert finding.expected is not None
        assert finding.expected.endswith("correct the row or take it out")
    assert any(says in finding.message for finding in findings)
