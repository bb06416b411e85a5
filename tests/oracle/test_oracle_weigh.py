"""The oracle itself, held to cases that were counted by hand: periods that terms or dates cut short."""

from datetime import date
from pathlib import Path

import pytest
from tests.oracle.by_hand import ALL_OWED, WEEKLY, YEAR, account, closed, entries, figures, pack, sept, slot

WEEK_1 = date(2025, 9, 7)
"""Up to this day only the first week has begun."""


def test_a_tuesday_child_whose_iep_begins_on_a_wednesday_is_promised_nothing_that_week(tmp_path: Path) -> None:
    # W is Tuesday's 30, V nothing: 0. Without a schedule 30 x 3/5 = 18.
    service = WEEKLY | {"start": sept(3)}
    ledger = account(tmp_path, ALL_OWED, WEEK_1, services=[service], sessions=[], schedule=[slot("tuesday")])
    assert figures(ledger, "promised due") == [0, 0]
    ledger = account(tmp_path, ALL_OWED, WEEK_1, services=[service], sessions=[], schedule=[slot("tuesday")][:0])
    assert figures(ledger, "promised due") == [18, 18]


def test_slots_weigh_by_their_minutes(tmp_path: Path) -> None:
    # Slots of 10 on Monday and 20 on Thursday, begun on Wednesday: 30 x 20/30 = 20.
    slots = [slot("monday", 10), slot("thursday", 20)]
    service = WEEKLY | {"start": sept(3)}
    ledger = account(tmp_path, ALL_OWED, WEEK_1, services=[service], sessions=[], schedule=slots)
    assert figures(ledger, "promised due") == [20, 20]


@pytest.mark.parametrize(
    ("rule", "day", "due"),
    [
        ("by_school_days", 5, 30),  # Friday is closed, and no slot falls on it
        ("by_school_days", 2, 0),  # Tuesday is closed
        ("full", 2, 30),  # some day of the week has school
    ],
)
def test_a_closed_day_takes_the_weight_of_its_slots(tmp_path: Path, rule: str, day: int, due: int) -> None:
    ledger = account(
        tmp_path,
        pack(rule),
        WEEK_1,
        services=[WEEKLY],
        sessions=[],
        schedule=[slot("tuesday")],
        calendar=[closed(day)],
    )
    assert figures(ledger, "promised due not_in_session") == [30, due, 30 - due]


@pytest.mark.parametrize(("closes", "due"), [(3, 30), (6, 0)])
def test_a_saturday_slot_weighs_unless_the_calendar_closes_it(tmp_path: Path, closes: int, due: int) -> None:
    # By school days: week 1's Saturday lies in the term; it is no school day, but not closed either.
    # Week 2's Saturday, the 13th, lies after the term: V is 0.
    ledger = account(
        tmp_path,
        pack("by_school_days"),
        services=[WEEKLY],
        sessions=[],
        schedule=[slot("saturday")],
        calendar=[closed(closes)],
    )
    assert figures(ledger, "promised due") == [30, due]


@pytest.mark.parametrize(
    ("since", "promised"),
    [
        (sept(9), 0),  # within 14 days after Sunday the 7th: as if it had been there on Tuesday the 2nd
        (sept(21), 0),
        (sept(22), 18),  # too late: days count alike
    ],
)
def test_a_schedule_that_comes_within_two_weeks_weighs_the_first_one_too(
    tmp_path: Path, since: str, promised: int
) -> None:
    service = WEEKLY | {"start": sept(3), "end": sept(30)}
    ledger = account(
        tmp_path,
        ALL_OWED,
        WEEK_1,
        terms=[YEAR | {"end": sept(30)}],
        services=[service],
        sessions=[],
        schedule=[slot("tuesday", **{"from": since})],
    )
    assert figures(ledger, "promised") == [promised]


def test_a_month_with_one_day_of_school_is_not_a_month(tmp_path: Path) -> None:
    # The term begins on Friday 29 August: 1 of 21 weekdays, under half: 60 x 1/21 = 2.86.
    service = WEEKLY | {"minutes": "60", "per": "month", "start": "2025-08-29"}
    term = YEAR | {"start": "2025-08-29"}
    ledger = account(tmp_path, ALL_OWED, date(2025, 8, 31), terms=[term], services=[service], sessions=[])
    assert figures(ledger, "promised due unrecorded") == [3, 3, 3]
    assert entries(ledger, "missed_on") == [("2025-08-29",)]


def test_a_month_of_which_terms_hold_half_is_a_month(tmp_path: Path) -> None:
    # September has 22 weekdays; the term holds 11 of them, 1 to 15: 60.
    service = WEEKLY | {"minutes": "60", "per": "month", "end": sept(15)}
    ledger = account(tmp_path, ALL_OWED, terms=[YEAR | {"end": sept(15)}], services=[service], sessions=[])
    assert figures(ledger, "promised") == [60]


def test_a_summer_service_has_the_school_days_of_its_own_terms(tmp_path: Path) -> None:
    # Blank dates and `year` mean the summer term, 15th to 19th: 100, unrecorded on its Friday.
    summer = YEAR | {"kind": "esy", "start": sept(15), "end": sept(19)}
    service = WEEKLY | {"minutes": "100", "per": "year", "esy": "yes", "start": "", "end": ""}
    tables = {"terms": [YEAR, summer], "services": [service], "sessions": []}
    assert figures(account(tmp_path, ALL_OWED, date(2025, 9, 12), **tables), "promised") == [0]
    ledger = account(tmp_path, ALL_OWED, date(2025, 9, 18), **tables)
    assert figures(ledger, "promised still_due") == [100, 100]
    ledger = account(tmp_path, ALL_OWED, date(2025, 9, 19), **tables)
    assert entries(ledger, "missed_on minutes") == [(sept(19), 100)]


def test_an_added_saturday_keeps_its_week_open(tmp_path: Path) -> None:
    # School on Saturday the 13th, after the term: week 2 is over on that day.
    added = [closed(13, "school_day")]
    service = WEEKLY | {"start": sept(8), "end": sept(14)}
    for day, still_due in ((12, 30), (13, 0)):
        ledger = account(tmp_path, ALL_OWED, date(2025, 9, day), services=[service], sessions=[], calendar=added)
        assert figures(ledger, "promised still_due unrecorded") == [30, still_due, 30 - still_due]
    assert entries(ledger, "missed_on") == [(sept(13),)]
