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
    slot,
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


def test_what_is_made_up_waits_for_no_decision(tmp_path: Path) -> None:
    # Nothing has a rule: the team decides on a. 12 of its 30 are made up, in two sessions: they
    # become owed and made up; 18 wait.
    sessions = [MISSED[0], session("m", 8, 5, kind="make_up"), session("n", 9, 7, makeup_for="a")]
    ledger = account(tmp_path, pack(), services=[WEEKLY | {"end": sept(7)}], sessions=sessions)
    assert entries(ledger, "session_id gap minutes disposition made_up status rule_key due_by") == [
        ("a", 30, 12, "owed", 12, "made_up", "made_up", None),
        ("a", 30, 18, "team_decides", 0, "team_decides", "silent", None),
    ]
    assert figures(ledger, "owed made_up open team_decides extra") == [12, 12, 0, 18, 0]


def test_what_is_left_goes_to_what_is_owed_then_to_the_team_then_to_the_unknown(tmp_path: Path) -> None:
    # Week 1 is unrecorded (unknown), 30; a of week 2 waits for the team, 20; b is owed, 10.
    # 45 made up: b 10, a 20, and 15 of the oldest.
    rules = pack(other=OWED)
    sessions = [
        session("a", 8, 0, minutes_planned="20", reason="vacancy"),
        session("b", 9, 0, minutes_planned="10"),
        session("m", 15, 45, kind="make_up"),
    ]
    ledger = account(tmp_path, rules, services=[WEEKLY], sessions=sessions)
    assert entries(ledger, "session_id minutes disposition made_up") == [
        (None, 15, "owed", 15),
        (None, 15, "unknown", 0),
        ("a", 20, "owed", 20),
        ("b", 10, "owed", 10),
    ]


def test_a_make_up_of_what_is_not_owed_settles_nothing_else(tmp_path: Path) -> None:
    # m names a, which is not owed: its 30 are extra, and b stays open. n names nothing and pays b.
    rules = pack(other=OWED, vacancy=OWED | {"disposition": "not_owed"})
    sessions = [session("a", 1, 0, reason="vacancy"), session("b", 8, 0), session("m", 15, 30, makeup_for="a")]
    ledger = account(tmp_path, rules, services=[WEEKLY], sessions=sessions)
    assert figures(ledger, "not_owed open made_up extra") == [30, 30, 0, 30]
    ledger = account(tmp_path, rules, services=[WEEKLY], sessions=[*sessions, session("n", 16, 10, kind="make_up")])
    assert figures(ledger, "not_owed open made_up extra") == [30, 20, 10, 30]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("c", [30, 0, 0]),  # given in full: nothing fell out
        ("b", [30, 0, 0]),  # cured by c
        ("m0", [30, 0, 0]),  # another make-up
    ],
)
def test_a_make_up_of_a_row_that_misses_nothing_goes_on(tmp_path: Path, named: str, expected: list[int]) -> None:
    # a of week 1 is owed 30; in week 2 c gave what b did not.
    sessions = [
        MISSED[0],
        session("b", 8, 0, reason="other"),
        session("c", 9, 30),
        session("m0", 3, 0, kind="make_up"),
        session("m", 15, 30, makeup_for=named),
    ]
    ledger = account(tmp_path, ALL_OWED, services=[WEEKLY], sessions=sessions)
    assert figures(ledger, "made_up open extra") == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2025, 9, 5), [0, 30, 30]),  # b's week has not begun
        (date(2025, 9, 9), [0, 30, 30]),  # b's week is open
        (date(2025, 9, 12), [30, 30, 0]),  # b is missed, and m pays it
    ],
)
def test_a_make_up_of_an_open_period_waits_and_is_extra_until_then(
    tmp_path: Path, as_of: date, expected: list[int]
) -> None:
    # m was given on the 4th for b of the 8th; a of the 1st stays open.
    sessions = [*MISSED, session("m", 4, 30, makeup_for="b")]
    ledger = account(tmp_path, ALL_OWED, as_of, services=[WEEKLY], sessions=sessions)
    assert figures(ledger, "made_up open extra") == expected


def test_a_determination_of_no_minutes_gives_one_entry(tmp_path: Path) -> None:
    decided = {"determination_id": "d", "session_id": "a", "disposition": "owed", "minutes": "0"}
    ledger = account(
        tmp_path, ALL_OWED, services=[WEEKLY | {"end": sept(7)}], sessions=MISSED[:1], determinations=[decided]
    )
    assert entries(ledger, "minutes disposition rule_key") == [(30, "not_owed", "determination d")]


@pytest.mark.parametrize(("source", "due_by"), [("found", sept(4)), ("inferred", None), ("unverified", None)])
def test_a_decided_miss_keeps_the_deadline_of_a_rule_that_decides(
    tmp_path: Path, source: str, due_by: str | None
) -> None:
    within = {"n": 3, "unit": "calendar_days"}
    rules = pack(other={"disposition": "not_owed", "make_up_within": within, "source": source})
    decided = {"determination_id": "d", "session_id": "a", "disposition": "owed"}
    ledger = account(
        tmp_path, rules, services=[WEEKLY | {"end": sept(7)}], sessions=MISSED[:1], determinations=[decided]
    )
    assert entries(ledger, "disposition due_by") == [("owed", due_by)]


def test_silent_slots_settle_after_the_rows_of_their_day_and_before_what_no_slot_explains(tmp_path: Path) -> None:
    # Friday the 5th: row a 10, a silent slot of 10, and 10 that nothing explains. 15 are made up.
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEKLY | {"end": sept(7)}],
        sessions=[session("a", 5, 0, minutes_planned="10", start_time="09:00"), session("m", 8, 15, kind="make_up")],
        schedule=[slot("friday", 10, "09:00"), slot("friday", 10, "08:00")],
    )
    assert entries(ledger, "session_id inferred minutes made_up") == [
        ("a", False, 10, 10),
        (None, True, 10, 5),
        (None, False, 10, 0),
    ]


def test_an_award_that_has_not_started_is_not_listed(tmp_path: Path) -> None:
    award = {"award_id": "w", "student_id": "k1", "service_type": "speech", "minutes": "50", "start": "2025-11-01"}
    sessions = [session("a", 1, 30), session("c", 2, 20, award_id="w")]
    ledger = account(tmp_path, ALL_OWED, services=[WEEKLY | {"end": sept(7)}], sessions=sessions, awards=[award])
    assert ledger["awards"] == []
    assert figures(ledger, "delivered extra") == [30, 20]
