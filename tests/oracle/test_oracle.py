"""The oracle itself, held to cases that were counted by hand: promise, record, judge."""

from datetime import date
from pathlib import Path

import pytest
from tests.oracle.by_hand import (
    ALL_OWED,
    OWED,
    WEEKLY,
    YEAR,
    account,
    closed,
    entries,
    figures,
    pack,
    sept,
    session,
    slot,
)
from tests.oracle.rules import fixed_reason, rule_for, short_period_on


def test_what_no_session_explains_is_unrecorded_on_the_periods_last_school_day(tmp_path: Path) -> None:
    # Two weeks of 30: the first is given in full, nothing is on record for the second,
    # whose last school day is Friday the 12th.
    ledger = account(tmp_path, ALL_OWED, services=[WEEKLY], sessions=[session("a", 1, 30)])
    assert figures(ledger, "promised due delivered unrecorded missed") == [60, 60, 30, 30, 0]
    assert entries(ledger, "session_id missed_on reason minutes") == [(None, sept(12), "unrecorded", 30)]


def test_a_part_of_a_week_is_promised_to_the_nearest_minute_half_up(tmp_path: Path) -> None:
    # The term has Tuesday to Friday of its one week, the service Thursday and Friday: 5 x 2/4 = 2.5.
    term = YEAR | {"start": sept(2), "end": sept(5)}
    service = WEEKLY | {"minutes": "5", "start": sept(4)}
    ledger = account(tmp_path, ALL_OWED, terms=[term], services=[service], sessions=[])
    assert figures(ledger, "promised due unrecorded") == [3, 3, 3]


@pytest.mark.parametrize(
    ("rule", "expected"),
    # Week 1: three of five days have school; week 2: none. full: 30 + 0. by days: 18 + 0.
    [(None, [60, 30, 30]), ("full", [60, 30, 30]), ("by_school_days", [60, 18, 42])],
)
def test_a_short_week_is_due_as_the_policy_says(tmp_path: Path, rule: str | None, expected: list[int]) -> None:
    days = [closed(4, until=sept(5)), closed(8, "break", until=sept(12))]
    ledger = account(tmp_path, pack(rule), services=[WEEKLY], sessions=[], calendar=days)
    assert figures(ledger, "promised due not_in_session") == expected


def test_a_school_saturday_counts_in_a_cycle_and_wins_over_a_holiday(tmp_path: Path) -> None:
    # School on 1-5, Saturday 6, 8, 9, 11, 12 (the 10th is closed): ten days, so cycles of four
    # are 1-4, 5-6-8-9 and the short 11-12. The service starts on the 5th: 0, then 4/4 and 2/2.
    rows = [
        {"calendar_id": "c", "date": sept(6), "kind": "holiday"},
        {"calendar_id": "c", "date": sept(6), "kind": "school_day"},
        {"calendar_id": "c", "date": sept(10), "kind": "in_service"},
    ]
    service = WEEKLY | {"per": "cycle", "every": "4", "start": sept(5)}
    sessions = [session("a", 6, 10), session("b", 10, 20), session("c", 4, 5)]
    ledger = account(tmp_path, ALL_OWED, services=[service], sessions=sessions, calendar=rows)
    # The 10th falls into the second cycle (5th to 10th): 30 given. The 4th is in none of its own.
    assert figures(ledger, "promised delivered unrecorded extra") == [60, 30, 30, 5]


def test_weeks_and_months_make_blocks_from_the_services_start(tmp_path: Path) -> None:
    # 25 minutes 3 times in every 4 weeks: one block, the terms hold 10 of its 20 weekdays: half,
    # so W and V are these 10: 75. Every 2 months: one block to 31 October, 22 + 23 = 45 weekdays,
    # under half of them in terms, so W is 45: 30 x 10/45 = 6.67. Both are dated Friday the 12th.
    weeks = WEEKLY | {"minutes": "25", "sessions": "3", "every": "4"}
    months = WEEKLY | {"service_id": "s2", "per": "month", "every": "2"}
    ledger = account(tmp_path, ALL_OWED, services=[weeks, months], sessions=[])
    assert entries(ledger, "missed_on minutes") == [(sept(12), 75), (sept(12), 7)]


@pytest.mark.parametrize(("day", "still_due", "missed"), [(4, 20, 0), (5, 0, 20)])
def test_a_week_is_over_on_its_last_school_day(tmp_path: Path, day: int, still_due: int, missed: int) -> None:
    # On Thursday the 4th week 1 is open: 10 of 30 given, the gap of 20 is pending. On Friday it is over.
    sessions = [session("a", 1, 10, reason="vacancy")]
    ledger = account(tmp_path, ALL_OWED, date(2025, 9, day), services=[WEEKLY], sessions=sessions)
    assert figures(ledger, "promised delivered still_due missed") == [30, 10, still_due, missed]
    pending = ("a", 20, 0, None, None, "pending")
    judged = ("a", 20, 20, "team_decides", None, "team_decides")
    names = "session_id gap minutes disposition due_by status"
    assert entries(ledger, names) == [judged if missed else pending]


def test_before_a_holiday_a_week_is_over_earlier_and_its_later_slots_have_no_school(tmp_path: Path) -> None:
    # Thursday and Friday are closed, so week 1 is over on Wednesday the 3rd: the slot of the 5th
    # lies after the as-of date and has no school. 30 are due.
    ledger = account(
        tmp_path,
        ALL_OWED,
        date(2025, 9, 3),
        services=[WEEKLY],
        sessions=[],
        schedule=[slot("friday")],
        calendar=[closed(4, until=sept(5))],
    )
    assert figures(ledger, "promised still_due missed unrecorded") == [30, 0, 30, 0]
    assert entries(ledger, "missed_on reason inferred planned_by") == [(sept(5), "holiday", True, "slot")]


def test_minutes_otherwise_than_written_fill_what_the_written_ones_leave(tmp_path: Path) -> None:
    # Week 1: 20 as written, then 25 in too large a group: 20 + 10, and 15 extra.
    service = WEEKLY | {"group_max": "2", "end": sept(7)}
    sessions = [session("a", 1, 20), session("b", 2, 25, group_size="3")]
    ledger = account(tmp_path, ALL_OWED, services=[service], sessions=sessions)
    assert figures(ledger, "delivered delivered_differently extra missed") == [20, 10, 15, 0]


def test_a_shortfall_lies_on_the_newest_gaps_and_the_oldest_is_cured(tmp_path: Path) -> None:
    # Due 30; gaps of 30 on the 1st, 20 on the 2nd, 10 on the 3rd, though 30 were given in all
    # but 12: given 10 + 8 = 18, so 12 are short: 10 on the 3rd, 2 on the 2nd, the 1st is cured.
    service = WEEKLY | {"end": sept(7)}
    sessions = [
        session("a", 1, 0, reason="student_absent"),
        session("b", 2, 10),
        session("c", 3, 8, minutes_planned="18"),
    ]
    ledger = account(tmp_path, ALL_OWED, services=[service], sessions=sessions)
    assert entries(ledger, "session_id reason gap minutes status") == [
        ("a", "student_absent", 30, 0, "cured"),
        ("b", "other", 20, 2, "open"),
        ("c", "other", 10, 10, "open"),
    ]


def test_a_later_row_and_a_replaced_row_do_not_count(tmp_path: Path) -> None:
    # As of the 14th: a is replaced by b (the 2nd, 12 minutes); c is replaced by d of the 20th,
    # so neither counts.
    sessions = [
        session("a", 1, 30),
        session("b", 2, 12, corrects="a"),
        session("c", 8, 30),
        session("d", 20, 30, corrects="c"),
    ]
    ledger = account(tmp_path, ALL_OWED, date(2025, 9, 14), services=[WEEKLY], sessions=sessions)
    assert figures(ledger, "delivered missed unrecorded extra") == [12, 18, 30, 0]


@pytest.mark.parametrize("source", ["unverified", "inferred"])
def test_a_doubtful_rule_leaves_it_to_the_team_and_no_rule_is_silent(tmp_path: Path, source: str) -> None:
    rules = pack(vacancy=OWED | {"source": source})
    sessions = [session("a", 1, 0, reason="vacancy"), session("b", 8, 20, reason="strike")]
    ledger = account(tmp_path, rules, services=[WEEKLY], sessions=sessions)
    assert entries(ledger, "disposition minutes rule_key verification") == [
        ("team_decides", 30, ("p", "2020-01-01", "vacancy"), source),
        ("team_decides", 10, "silent", None),
    ]


def test_the_version_of_the_day_counts_and_what_it_lacks_is_inherited() -> None:
    # p has a rule to the 10th, nothing on the 11th and 12th, silence from the 13th.
    versions = [
        {"from": date(2025, 9, 1), "to": date(2025, 9, 10), "reasons": {"other": OWED}},
        {"from": date(2025, 9, 13), "codes": {"X": "vacancy"}, "reasons": {}},
    ]
    packs = {
        "p": {"id": "p", "inherits": "root", "versions": versions},
        "root": pack("by_school_days", other=OWED) | {"id": "root", "codes": {"SA": "strike"}},
        "f": {"id": "f", "inherits": "us-federal", "versions": []},
    }
    keys = [rule_for(packs, "p", date(2025, 9, d), "other").key for d in (10, 11, 13)]
    root = ("root", "2020-01-01", "other")
    assert keys == [("p", "2025-09-01", "other"), root, root]
    assert short_period_on(packs, "p", date(2025, 9, 1)) == "by_school_days"
    assert fixed_reason(packs, "p", date(2025, 9, 13), "SA") == "strike"
    assert rule_for(packs, "f", date(2025, 9, 1), "strike").key == ("us-federal", None, "strike")
    assert rule_for(packs, "f", date(2025, 9, 1), "unrecorded").disposition == "unknown"


def test_a_rule_for_no_school_holds_for_the_calendars_kinds_in_the_nearest_pack_that_has_either() -> None:
    # p has no_school alone, which beats its parent's own rule for a holiday; the parent speaks of
    # in_service too, but p comes first; q, which has neither, asks its parent.
    packs = {
        "p": pack(no_school=OWED) | {"inherits": "root"},
        "q": pack(other=OWED) | {"id": "q", "inherits": "root"},
        "root": pack(holiday=OWED, no_school=OWED) | {"id": "root"},
    }
    on = date(2025, 9, 1)
    assert rule_for(packs, "p", on, "holiday").key == ("p", "2020-01-01", "no_school")
    assert rule_for(packs, "q", on, "holiday").key == ("root", "2020-01-01", "holiday")
    assert rule_for(packs, "q", on, "in_service").key == ("root", "2020-01-01", "no_school")
    assert rule_for(packs, "q", on, "strike").key is None
