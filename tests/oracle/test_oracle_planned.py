"""The oracle itself, held to cases that were counted by hand: what rows were planned to last, groups, statuses."""

from pathlib import Path

import pytest
from tests.oracle.by_hand import ALL_OWED, WEEKLY, YEAR, account, closed, entries, figures, sept, session, slot
from tests.oracle.tables import Row

SEPTEMBER = YEAR | {"end": sept(30)}
MONTHLY = WEEKLY | {"minutes": "60", "sessions": "", "per": "month", "end": sept(30)}
"""60 minutes a month, however they are given."""


def test_planned_minutes_of_0_are_blank_where_nothing_was_given(tmp_path: Path) -> None:
    # a is planned by the service: 30. b's 0 hold, as 5 were given: no gap. 30 - 5 = 25 fall on a.
    sessions = [session("a", 1, 0, minutes_planned="0"), session("b", 2, 5, minutes_planned="0")]
    ledger = account(tmp_path, ALL_OWED, services=[WEEKLY | {"end": sept(7)}], sessions=sessions)
    assert entries(ledger, "session_id planned_by gap minutes") == [("a", "service", 30, 25)]


def test_a_row_lasts_what_its_own_cell_says_then_its_slot_then_the_service(tmp_path: Path) -> None:
    # Two slots on Monday. a begins with the second; b has no time, so the first; e has a time of
    # none, so the first; c is on a Tuesday without slot; d says it itself.
    sessions = [
        session("a", 1, 0, reason="other", start_time="13:00"),
        session("b", 1, 0, reason="other"),
        session("e", 1, 0, reason="other", start_time="11:11"),
        session("c", 2, 0, reason="other"),
        session("d", 3, 4, reason="other", minutes_planned="9"),
    ]
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEKLY | {"end": sept(7), "session_minutes": "35"}],
        sessions=sessions,
        schedule=[slot("monday", 25, "13:00"), slot("monday", 20, "9:00")],
    )
    assert entries(ledger, "session_id planned_by gap") == [
        ("a", "slot", 25),
        ("b", "slot", 20),
        ("e", "slot", 20),
        ("c", "service", 35),
        ("d", "row", 5),
    ]


@pytest.mark.parametrize(
    ("rows", "gap"),
    [
        # So far 30 and 20 came twice each: the longer of the two.
        ([session("a", 1, 30), session("b", 2, 20), session("c", 3, 20), session("d", 4, 30)], 30),
        # 20 came twice, 30 once; the 30 after the 5th are not yet usual.
        ([session("a", 1, 30), session("b", 2, 20), session("c", 5, 20), session("d", 8, 30), session("e", 9, 30)], 20),
        # Nothing so far: the first that comes after it in the month.
        ([session("a", 9, 45), session("b", 8, 25)], 25),
        # A row with a reason, a make-up and one of nothing tell no length: the whole total.
        ([session("a", 1, 10, reason="other"), session("b", 2, 15, kind="make_up"), session("c", 3, 0)], 60),
    ],
)
def test_a_row_of_a_total_lasts_the_usual_length_so_far(tmp_path: Path, rows: list[Row], gap: int) -> None:
    missed = session("x", 5, 0, reason="student_absent")
    ledger = account(tmp_path, ALL_OWED, terms=[SEPTEMBER], services=[MONTHLY], sessions=[*rows, missed])
    assert [m for m in entries(ledger, "session_id planned_by gap") if m[0] == "x"] == [("x", "usual", gap)]


def test_a_session_held_in_full_is_never_the_miss_of_a_total(tmp_path: Path) -> None:
    # 60 a month: 30 held, 30 missed for an absence. Held lasted what it lasted; the absence is the miss.
    sessions = [session("a", 2, 0, reason="student_absent"), session("b", 9, 30)]
    ledger = account(tmp_path, ALL_OWED, terms=[SEPTEMBER], services=[MONTHLY], sessions=sessions)
    assert figures(ledger, "due delivered missed unrecorded") == [60, 30, 30, 0]
    assert entries(ledger, "session_id reason minutes") == [("a", "student_absent", 30)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([session("d", 1, 30, service_id="s2", corrects="c")], [30, 0]),  # a and b are two
        ([session("d", 1, 30, service_id="s2", group_id="G", corrects="c")], [0, 30]),  # a, b and d are three
    ],
)
def test_a_group_is_as_large_as_its_rows_that_count(tmp_path: Path, more: list[Row], expected: list[int]) -> None:
    services = [WEEKLY | {"end": sept(7), "group_max": "2"}]
    services += [WEEKLY | {"end": sept(7), "service_id": "s2", "service_type": "ot"}]
    sessions = [session("a", 1, 30, group_id="G")]
    sessions += [session(name, 1, 0, service_id="s2", group_id="G") for name in ("b", "c")]
    ledger = account(tmp_path, ALL_OWED, services=services, sessions=sessions + more)
    speech = ledger["services"][0]
    assert [speech["delivered"], speech["delivered_differently"]] == expected


def test_a_gap_of_nothing_due_is_not_due_and_one_that_others_filled_is_cured(tmp_path: Path) -> None:
    # Week 1 is given in full on Monday: Tuesday's gap is cured, Saturday's was no school day.
    # Week 2 has no school at all, so nothing is due.
    sessions = [session("a", 1, 30)]
    sessions += [session(name, on, 0, reason="other") for name, on in (("b", 2), ("c", 6), ("d", 8))]
    week_off = closed(8, "break", until=sept(12))
    ledger = account(tmp_path, ALL_OWED, services=[WEEKLY], sessions=sessions, calendar=[week_off])
    assert entries(ledger, "session_id minutes disposition due_by status") == [
        ("b", 0, None, None, "cured"),
        ("c", 0, None, None, "not_due"),
        ("d", 0, None, None, "not_due"),
    ]


def test_a_gap_without_a_reason_on_which_nothing_is_laid_is_not_listed(tmp_path: Path) -> None:
    # b gives no reason and is not listed; c takes its reason from the table of absences.
    sessions = [session("a", 1, 30), session("b", 2, 0), session("c", 3, 0)]
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEKLY | {"end": sept(7)}],
        sessions=sessions,
        student_absences=[{"student_id": "k1", "date": sept(3)}],
    )
    assert entries(ledger, "session_id reason status") == [("c", "student_absent", "cured")]
