"""The oracle itself, held to cases that were counted by hand: slots, absences, another school."""

from pathlib import Path

import pytest
from tests.oracle.by_hand import ALL_OWED, WEEKLY, YEAR, account, closed, entries, figures, sept, session, slot
from tests.oracle.tables import Row

WEEK_1 = WEEKLY | {"end": sept(7), "provider_id": "t"}
PROVIDERS = [{"provider_id": name, "name": "Made up"} for name in ("t", "u")]


def away(provider_id: str, day: int, kind: str = "", until: int | None = None) -> Row:
    """Return a row of provider_absences."""
    return {"provider_id": provider_id, "date": sept(day), "until": sept(until or day), "kind": kind}


def test_an_empty_slot_takes_the_calendars_reason_then_the_absence_tables_or_is_unrecorded(tmp_path: Path) -> None:
    # Five slots of 10, 50 due. The student is away on the 1st and 2nd, but on the 2nd the position
    # is vacant, which comes first. A make-up on the 5th tells of no slot: nothing is on record.
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEK_1 | {"minutes": "50"}],
        schedule=[slot(day, 10) for day in days],
        sessions=[session("m", 5, 0, kind="make_up")],
        calendar=[closed(3)],
        student_absences=[{"student_id": "k1", "date": sept(1), "until": sept(2)}],
        providers=PROVIDERS,
        provider_absences=[away("t", 2, "vacancy"), away("t", 4), away("u", 5)],
    )
    assert entries(ledger, "missed_on reason inferred planned_by minutes") == [
        (sept(1), "student_absent", True, "slot", 10),
        (sept(2), "vacancy", True, "slot", 10),
        (sept(3), "holiday", True, "slot", 10),
        (sept(4), "provider_absent", True, "slot", 10),
        (sept(5), "unrecorded", True, "slot", 10),
    ]
    assert figures(ledger, "missed unrecorded") == [40, 10]
    by_reason = {"student_absent": 10, "vacancy": 10, "holiday": 10, "provider_absent": 10}
    assert ledger["services"][0]["missed_by_reason"] == by_reason


def test_a_shortfall_is_laid_on_recorded_gaps_then_on_reasons_then_on_silence(tmp_path: Path) -> None:
    # Due 45. The recorded gap of Monday takes 30, the absence of Tuesday 15 of its 20; nothing is
    # left for the silent slots of Wednesday and Thursday, though they are newer.
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEK_1 | {"minutes": "45", "session_minutes": "30"}],
        schedule=[slot(day, 20) for day in ("tuesday", "wednesday", "thursday")],
        sessions=[session("a", 1, 0)],
        student_absences=[{"student_id": "k1", "date": sept(2)}],
    )
    assert entries(ledger, "session_id missed_on reason gap minutes") == [
        ("a", sept(1), "other", 30, 30),
        (None, sept(2), "student_absent", 20, 15),
    ]


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        # b begins with a's slot: both tell of that one, so the slot at 9 is empty.
        ("13:00", [(None, sept(1), True, "slot", 30)]),
        # b begins with no slot: it tells of the first free one; the rest no slot explains.
        ("10:00", [(None, sept(5), False, None, 30)]),
        ("", [(None, sept(5), False, None, 30)]),
    ],
)
def test_a_row_tells_of_the_slot_at_its_time_or_the_first_free_one(
    tmp_path: Path, begins: str, expected: list[tuple[object, ...]]
) -> None:
    # Due 90: a gave 30, b fell out with 30; 30 are left.
    sessions = [session("b", 1, 0, start_time=begins), session("a", 1, 30, start_time="13:00")]
    slots = [slot("monday", 30, "09:00"), slot("monday", 30, "13:00")]
    services = [WEEK_1 | {"minutes": "90"}]
    ledger = account(tmp_path, ALL_OWED, services=services, sessions=sessions, schedule=slots)
    found = entries(ledger, "session_id missed_on inferred planned_by minutes")
    assert [entry for entry in found if entry[0] is None] == expected
    assert [entry for entry in found if entry[0]] == [("b", sept(1), False, "slot", 30)]


@pytest.mark.parametrize(("since", "day"), [("", 1), (sept(10), 8)])
def test_a_slot_of_every_other_week_counts_from_the_week_it_is_from(tmp_path: Path, since: str, day: int) -> None:
    # Once in two weeks. Without `from` the service's week is the first; from Wednesday the 10th on,
    # the first Friday is the 12th; of the off week nothing is asked.
    weekday = "friday" if since else "monday"
    service = WEEKLY | {"every": "2"}
    slots = [slot(weekday, every="2", **{"from": since})]
    ledger = account(tmp_path, ALL_OWED, services=[service], sessions=[], schedule=slots)
    on = sept(day if weekday == "monday" else 12)
    assert entries(ledger, "missed_on reason minutes") == [(on, "unrecorded", 30)]


@pytest.mark.parametrize(
    ("marks", "days"),
    # School on 1, 3, 4, 5: days 1, 2, 1, 2. With the 4th marked as day 2: 1, 2, 2, 1.
    [([], [3, 5]), ([closed(4, "school_day", cycle_day="2")], [3, 4])],
)
def test_a_slot_of_a_cycle_day_counts_school_days(tmp_path: Path, marks: list[Row], days: list[int]) -> None:
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEK_1 | {"minutes": "60"}],
        sessions=[],
        schedule=[slot("", cycle_day="2", cycle="2")],
        calendar=[closed(2), *marks],
    )
    assert entries(ledger, "missed_on gap") == [(sept(day), 30) for day in days]


def test_a_row_without_a_reason_asks_the_absence_tables_of_its_own_provider_first(tmp_path: Path) -> None:
    # a's own provider u is on other duty; b's slot names u too; c asks the service's t, of which
    # two rows tell: the one that begins last holds. d gave something: the tables are not asked.
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEK_1 | {"minutes": "200", "session_minutes": "30"}],
        schedule=[slot("tuesday", provider_id="u")],
        sessions=[
            session("a", 1, 0, provider_id="u"),
            session("b", 2, 0),
            session("c", 3, 0),
            session("d", 4, 10),
            session("e", 5, 0),
        ],
        providers=PROVIDERS,
        provider_absences=[
            away("u", 1, "training", until=2),
            away("t", 1, "vacancy", until=5),
            away("t", 3, "Absent"),
            away("t", 3, "no_substitute", until=4),
        ],
    )
    reasons = [entry for entry in entries(ledger, "session_id reason") if entry[0]]
    assert reasons == [
        ("a", "provider_other_duty"),
        ("b", "provider_other_duty"),
        ("c", "provider_absent"),
        ("d", "other"),
        ("e", "vacancy"),
    ]


def test_rows_of_one_day_settle_it_by_length_and_then_by_the_alphabet(tmp_path: Path) -> None:
    # Both begin on the 1st: the shorter holds on the 1st, the longer on the 2nd. On the 3rd two of
    # one length: assessment comes before student_suspended.
    rows = [(1, 2, "suspended"), (1, 1, "school_activity"), (3, 3, "suspended"), (3, 3, "assessment")]
    ledger = account(
        tmp_path,
        ALL_OWED,
        services=[WEEK_1 | {"minutes": "90", "session_minutes": "30"}],
        sessions=[session(name, day, 0) for name, day in (("a", 1), ("b", 2), ("c", 3))],
        student_absences=[
            {"student_id": "k1", "date": sept(on), "until": sept(until), "kind": kind} for on, until, kind in rows
        ],
    )
    assert entries(ledger, "reason") == [("school_activity",), ("student_suspended",), ("assessment",)]


def test_a_service_at_another_school_keeps_that_schools_calendar_and_the_students_policy(tmp_path: Path) -> None:
    # School e begins on Monday the 8th and names no policy: 30 of week 2 alone, under p.
    terms = [YEAR, YEAR | {"calendar_id": "d", "start": sept(8)}]
    schools = [
        {"school_id": "e", "name": "Made up", "calendar_id": "d", "policy_id": ""},
        {"school_id": "f", "name": "Made up", "calendar_id": "c", "policy_id": "p"},
    ]
    ledger = account(
        tmp_path,
        ALL_OWED,
        terms=terms,
        schools=schools,
        students=[{"student_id": "k1", "school_id": "f", "calendar_id": "", "policy_id": ""}],
        services=[WEEKLY | {"school_id": "e"}, WEEKLY | {"service_id": "s2", "school_id": ""}],
        sessions=[],
    )
    assert [(s["promised"], s["policy_id"]) for s in ledger["services"]] == [(30, "p"), (60, "p")]
