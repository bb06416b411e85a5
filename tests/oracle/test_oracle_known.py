"""The oracle itself, held to cases that were counted by hand: the account as it was known."""

from datetime import date
from pathlib import Path

from tests.oracle.by_hand import ALL_OWED, WEEKLY, account, entries, figures, sept, session

WEEK_1 = WEEKLY | {"end": sept(7)}


def test_a_correction_that_was_not_known_corrects_nothing(tmp_path: Path) -> None:
    # a said 10; b made it 30 on the 20th, at night.
    sessions = [session("a", 1, 10), session("b", 1, 30, corrects="a", recorded_at=f"{sept(20)} 23:59")]
    for known_on, expected in ((19, [10, 20]), (20, [30, 0])):
        ledger = account(tmp_path, ALL_OWED, known_on=date(2025, 9, known_on), services=[WEEK_1], sessions=sessions)
        assert figures(ledger, "delivered missed") == expected


def test_a_make_up_of_a_row_that_was_not_known_is_a_make_up_all_the_same(tmp_path: Path) -> None:
    # m names b of week 2. As known in September b is not there: week 2 is unrecorded, and m pays a.
    sessions = [
        session("a", 1, 0),
        session("b", 8, 0, recorded_at="2025-10-20"),
        session("m", 15, 30, makeup_for="b", recorded_at=sept(15)),
    ]
    tables = {"services": [WEEKLY], "sessions": sessions}
    ledger = account(tmp_path, ALL_OWED, known_on=date(2025, 9, 30), **tables)
    assert entries(ledger, "session_id made_up open") == [("a", 30, 0), (None, 0, 30)]
    assert entries(account(tmp_path, ALL_OWED, **tables), "session_id made_up open") == [("a", 0, 30), ("b", 30, 0)]


def test_a_session_of_an_award_that_was_not_known_is_extra(tmp_path: Path) -> None:
    award = {"award_id": "w", "student_id": "k1", "service_type": "Speech", "minutes": "50", "start": sept(1)}
    ledger = account(
        tmp_path,
        ALL_OWED,
        known_on=date(2025, 9, 10),
        services=[WEEK_1],
        sessions=[session("a", 1, 30), session("c", 2, 20, award_id="w")],
        awards=[award | {"recorded_at": sept(11)}],
    )
    assert figures(ledger, "delivered extra") == [30, 20]
    assert ledger["awards"] == []


def test_what_cannot_stand_without_an_unknown_row_is_left_out_with_it(tmp_path: Path) -> None:
    # The service s2 and its session are not known; nor is s1's decision, as its session is not.
    late = {"recorded_at": sept(20)}
    ledger = account(
        tmp_path,
        ALL_OWED,
        known_on=date(2025, 9, 19),
        services=[WEEK_1, WEEK_1 | {"service_id": "s2"} | late],
        sessions=[session("a", 1, 0) | late, session("b", 1, 30, service_id="s2")],
        determinations=[{"determination_id": "d", "session_id": "a", "disposition": "not_owed"}],
    )
    assert [s["service_id"] for s in ledger["services"]] == ["s1"]
    assert figures(ledger, "promised delivered missed unrecorded owed") == [30, 0, 0, 30, 30]
