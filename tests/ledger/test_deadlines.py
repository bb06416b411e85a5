"""By when a miss is to be made up, counted by hand. 7 September 2026 is a Monday."""

from datetime import date
from pathlib import Path

import pytest
from tests.statements.small_folder import house, read

from makegood.calendars import date_of, day_number
from makegood.ledger.fold.days import add_business_days

TERMS = """calendar_id name kind start end
C Y year 2026-09-07 2026-12-18
C Q1 quarter 2026-09-07 2026-10-30
C Q2 quarter 2026-11-02 2026-12-18
C S semester 2026-09-07 2026-12-11"""
SERVICES = "service_id student_id service_type minutes per start end\nA S-1 speech 30 week 2026-09-07 2026-12-16"


def due_by(folder: Path, window: str, day: str, calendar: str = "calendar_id date kind\n") -> str | None:
    """Return the deadline of a miss on a day, under a rule that says `make_up_within` so."""
    within = f", make_up_within: {window}" if window else ""
    _, ledger = read(
        folder,
        "2026-12-31",
        house(f"{{reasons: {{vacancy: {{disposition: owed{within}, source: us}}}}}}"),
        students="student_id policy_id\nS-1 house",
        terms=TERMS,
        calendar=calendar,
        services=SERVICES,
        sessions=f"session_id service_id date minutes_delivered reason\nL A {day} 0 vacancy",
    )
    (miss,) = [miss for miss in ledger.misses if miss.session_id == "L"]
    assert miss.minutes > 0
    assert miss.disposition == "owed"
    return miss.due_by.isoformat() if miss.due_by else None


@pytest.mark.parametrize(
    ("day", "first", "fifth", "sixth"),
    [
        ("2026-09-07", "2026-09-08", "2026-09-14", "2026-09-15"),
        ("2026-09-08", "2026-09-09", "2026-09-15", "2026-09-16"),
        ("2026-09-09", "2026-09-10", "2026-09-16", "2026-09-17"),
        ("2026-09-10", "2026-09-11", "2026-09-17", "2026-09-18"),
        ("2026-09-11", "2026-09-14", "2026-09-18", "2026-09-21"),
        ("2026-09-12", "2026-09-14", "2026-09-18", "2026-09-21"),
        ("2026-09-13", "2026-09-14", "2026-09-18", "2026-09-21"),
    ],
)
def test_business_days_leave_weekends_out_from_every_weekday(day: str, first: str, fifth: str, sixth: str) -> None:
    start = day_number(date.fromisoformat(day))
    found = [date_of(add_business_days(start, n)).isoformat() for n in (1, 5, 6)]
    assert found == [first, fifth, sixth]


@pytest.mark.parametrize(
    ("window", "day", "expected"),
    [
        ("{n: 3, unit: business_days}", "2026-09-10", "2026-09-15"),
        ("{n: 3, unit: calendar_days}", "2026-09-10", "2026-09-13"),
        ("{n: 2, unit: weeks}", "2026-09-10", "2026-09-24"),
        ("{end_of: period}", "2026-09-10", "2026-09-13"),
        ("{end_of: iep}", "2026-09-10", "2026-12-16"),
        ("{end_of: quarter}", "2026-10-30", "2026-10-30"),
        ("{end_of: quarter}", "2026-10-31", None),
        ("{end_of: quarter}", "2026-11-02", "2026-12-18"),
        ("{end_of: semester}", "2026-12-11", "2026-12-11"),
        ("{end_of: semester}", "2026-12-14", None),
        ("{end_of: year}", "2026-09-07", "2026-12-18"),
        ("", "2026-09-10", None),
    ],
)
def test_each_kind_of_deadline(tmp_path: Path, window: str, day: str, expected: str | None) -> None:
    assert due_by(tmp_path, window, day) == expected


@pytest.mark.parametrize(
    ("n", "day", "expected"),
    [
        # Closed on Friday the 11th and open on Saturday the 12th: 10, 12, 14, 15 September follow the 9th.
        (1, "2026-09-09", "2026-09-10"),
        (2, "2026-09-09", "2026-09-12"),
        (3, "2026-09-09", "2026-09-14"),
        (1, "2026-09-11", "2026-09-12"),
        # From Monday 7 December on: 8, 9, 10, 11, 14, 15, 16, 17, 18, and one day added on 4 January.
        (9, "2026-12-07", "2026-12-18"),
        (10, "2026-12-07", "2027-01-04"),
        (11, "2026-12-07", None),
    ],
)
def test_school_days_are_counted_as_far_as_the_calendar_tells(
    tmp_path: Path, n: int, day: str, expected: str | None
) -> None:
    calendar = "calendar_id date kind\nC 2026-09-11 in_service\nC 2026-09-12 school_day\nC 2027-01-04 school_day"
    assert due_by(tmp_path, f"{{n: {n}, unit: school_days}}", day, calendar) == expected
