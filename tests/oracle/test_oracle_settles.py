"""The oracle itself, held to cases that were counted by hand: decide and settle."""

from datetime import date
from pathlib import Path

import pytest
from tests.oracle.by_hand import (
    ALL_OWED,
    OWED,
    WEEKLY,
    account,
    entries,
    figures,
    pack,
    sept,
    session,
)

MISSED = [session("a", 1, 0), session("b", 8, 0)]  # 30 owed of each week


def test_a_link_comes_first_then_the_oldest_miss_that_is_not_later(tmp_path: Path) -> None:
    # m on the 3rd, unlinked, 40: pays a 30; b is later, so 10 are extra. n on the 15th, linked
    # to b, 35: pays b 30 first, and its 5 find nothing: 15 extra in all.
    make_ups = [
        session("m", 3, 40, kind="make_up"),
        session("n", 15, 35, makeup_for="b"),
    ]
    ledger = account(tmp_path, ALL_OWED, services=[WEEKLY], sessions=MISSED + make_ups)
    assert entries(ledger, "made_up open status") == [(30, 0, "made_up"), (30, 0, "made_up")]
    assert figures(ledger, "owed made_up open extra") == [60, 60, 0, 15]


def test_a_link_beats_an_older_make_up_and_the_order_of_dates(tmp_path: Path) -> None:
    # n of the 2nd names b of the 8th: 30 of its 45; the rest 15 go to a. m of the 9th: 15 to a.
    make_ups = [session("n", 2, 45, makeup_for="b"), session("m", 9, 20, kind="make_up")]
    ledger = account(tmp_path, ALL_OWED, services=[WEEKLY], sessions=MISSED + make_ups)
    assert figures(ledger, "made_up open extra") == [60, 0, 5]


def test_an_amended_service_pays_the_old_ones_debt(tmp_path: Path) -> None:
    # s1 owes 30 of week 1; s2 follows it; its make-up of 20 pays s1's miss.
    old = WEEKLY | {"end": sept(7)}
    new = WEEKLY | {"service_id": "s2", "start": sept(8)}
    rows = [session("a", 1, 0), session("b", 8, 30), session("m", 9, 20, kind="make_up")]
    rows = [row | {"service_id": "s1" if row["session_id"] == "a" else "s2"} for row in rows]
    ledger = account(tmp_path, ALL_OWED, services=[old, new], sessions=rows)
    assert [(s["service_id"], s["made_up"], s["open"]) for s in ledger["services"]] == [
        ("s1", 20, 10),
        ("s2", 0, 0),
    ]


def test_a_determination_of_fewer_minutes_splits_a_miss(tmp_path: Path) -> None:
    # The rule owes 30; the latest decision that counts (the 20th, through the corrected row)
    # owes 12 and not 18. That of November is after the as-of date.
    sessions = [session("old", 1, 5), session("a", 1, 0, corrects="old"), session("b", 8, 30)]
    decided = [
        {"determination_id": "d1", "disposition": "not_owed", "decided_on": sept(10)},
        {"determination_id": "d2", "disposition": "owed", "minutes": "12", "decided_on": sept(20)},
        {"determination_id": "d3", "disposition": "not_owed", "decided_on": "2025-11-01"},
    ]
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEKLY],
        sessions=sessions,
        determinations=[row | {"session_id": "old"} for row in decided],
    )
    assert entries(ledger, "session_id gap minutes disposition rule_key") == [
        ("a", 30, 12, "owed", "determination d2"),
        ("a", 30, 18, "not_owed", "determination d2"),
    ]


@pytest.mark.parametrize(
    ("within", "due_by"),
    [
        # The miss is on Monday the 1st; the 3rd is closed; the term ends on Friday the 12th.
        ({"n": 3, "unit": "school_days"}, sept(5)),
        ({"n": 9, "unit": "school_days"}, None),  # eight days of school are left
        ({"n": 6, "unit": "business_days"}, sept(9)),
        ({"n": 6, "unit": "calendar_days"}, sept(7)),
        ({"n": 2, "unit": "weeks"}, sept(15)),
        ({"end_of": "period"}, sept(7)),
        ({"end_of": "year"}, sept(12)),
        ({"end_of": "quarter"}, None),
        ({"end_of": "iep"}, sept(6)),
    ],
)
def test_a_deadline_is_counted_from_the_miss(tmp_path: Path, within: dict[str, object], due_by: str | None) -> None:
    ledger = account(
        tmp_path,
        pack(other=OWED | {"make_up_within": within}),
        services=[WEEKLY | {"end": sept(6)}],
        sessions=[session("a", 1, 0)],
        calendar=[{"calendar_id": "c", "date": sept(3), "kind": "weather_closure"}],
    )
    assert entries(ledger, "due_by status") == [(due_by, "overdue" if due_by else "open")]


def test_a_debt_is_overdue_from_the_day_after_its_deadline(tmp_path: Path) -> None:
    rules = pack(other=OWED | {"make_up_within": {"n": 9, "unit": "calendar_days"}})
    for as_of, status in ((date(2025, 9, 10), "open"), (date(2025, 9, 11), "overdue")):
        ledger = account(tmp_path, rules, as_of, services=[WEEKLY | {"end": sept(7)}], sessions=MISSED[:1])
        assert entries(ledger, "due_by status open") == [(sept(10), status, 30)]
        assert figures(ledger, "open overdue") == ([30, 0] if status == "open" else [0, 30])


def test_a_declined_offer_releases_the_open_rest_where_the_rule_says_so(tmp_path: Path) -> None:
    # a: 10 made up, 20 released. b: only answered after the as-of date, so open.
    rules = pack(other=OWED | {"declined_offer": "releases"})
    offers = [
        {"offer_id": "1", "session_id": "a", "date": sept(4), "response": "declined"},
        {"offer_id": "2", "session_id": "b", "date": "2025-11-03", "response": "declined"},
    ]
    sessions = [*MISSED, session("m", 5, 10, kind="make_up")]
    ledger = account(tmp_path, rules, services=[WEEKLY], sessions=sessions, offers=offers)
    assert entries(ledger, "made_up released open status") == [
        (10, 20, 0, "released"),
        (0, 0, 30, "open"),
    ]


def test_an_award_is_settled_by_its_own_sessions_and_never_beyond(tmp_path: Path) -> None:
    # 50 awarded; 30 + 30 held that name it: 10 are extra, and all 15 that name none.
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEKLY],
        sessions=[
            session("a", 1, 30),
            session("b", 8, 30),
            session("c", 9, 30, award_id="w"),
            session("d", 10, 30, award_id="w"),
            session("e", 11, 15, kind="compensatory"),
        ],
        awards=[
            {
                "award_id": "w",
                "student_id": "k1",
                "service_type": "speech",
                "minutes": "50",
                "start": sept(1),
            }
        ],
    )
    assert [(a["delivered"], a["remaining"]) for a in ledger["awards"]] == [(50, 0)]
    assert figures(ledger, "delivered extra missed") == [60, 25, 0]
