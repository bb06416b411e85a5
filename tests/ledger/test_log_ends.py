"""Where the log stops although promises go on: said once, and never of a gap that is usual."""

from pathlib import Path

import pytest
from tests.statements.small_folder import read

TERMS = "calendar_id kind start end\nC1 year 2026-08-31 2027-06-04"
LINE = "service_id student_id service_type minutes sessions per provider_id end start\n"
ROWS = "session_id service_id date minutes_delivered\n"
PROVIDERS = "provider_id name\nP1 R.Sample\nP2 S.Sample"


def said(folder: Path, as_of: str, **tables: str) -> list[str]:
    """Return what the account of a folder says about where its log ends."""
    _, ledger = read(folder, as_of, **({"terms": TERMS, "providers": PROVIDERS} | tables))
    return [finding.message for finding in ledger.findings if finding.code == "log_ends"]


def test_the_log_ends_ten_school_days_after_its_last_row_counted_by_the_calendar(tmp_path: Path) -> None:
    # From Wednesday, October 14, on: three days, then a week without school, then five, and the tenth is November 3.
    tables = {
        "services": f"{LINE}V1 S-1 speech 30 1 week P1 - -",
        "sessions": f"{ROWS}L1 V1 2026-10-13 30",
        "calendar": "calendar_id date kind until\nC1 2026-10-19 break 2026-10-23",
    }
    assert said(tmp_path, "2026-11-02", **tables) == []
    assert said(tmp_path, "2026-11-03", **tables) == [
        "The log ends on 2026-10-13. 2 weeks of school after it are on no record."
    ]


@pytest.mark.parametrize(
    ("line", "as_of", "ends"),
    [
        ("30 1 month P1 - -", "2026-11-27", False),
        ("30 1 month P1 - -", "2026-11-30", True),
        ("30 1 year P1 - -", "2027-05-28", False),
        ("30 1 week P1 2026-10-16 -", "2027-05-28", False),
        ("30 1 week P1 2026-10-23 -", "2027-05-28", False),
    ],
    ids=["a month that runs", "a whole month", "once a year", "it ended", "it ended soon after"],
)
def test_a_whole_period_has_to_be_over_in_which_the_promise_goes_on(
    line: str, as_of: str, tmp_path: Path, *, ends: bool
) -> None:
    # The month of November is over on its last school day, Monday the 30th.
    services, sessions = f"{LINE}V1 S-1 speech {line}", f"{ROWS}L1 V1 2026-10-13 30"
    assert bool(said(tmp_path, as_of, services=services, sessions=sessions)) is ends


@pytest.mark.parametrize("table", ["provider_absences", "student_absences"])
def test_weeks_that_an_absence_explains_are_on_record(table: str, tmp_path: Path) -> None:
    who = {"provider_absences": "provider_id date until\nP1", "student_absences": "student_id date until\nS-1"}
    away = {table: f"{who[table]} 2026-10-14 2026-11-13"}
    services, sessions = f"{LINE}V1 S-1 speech 30 1 week P1 - -", f"{ROWS}L1 V1 2026-10-13 30"
    assert said(tmp_path, "2026-11-20", services=services, sessions=sessions, **away) == []


def test_a_slot_that_the_calendar_explains_is_no_end(tmp_path: Path) -> None:
    # Every other Wednesday: October 14 was held, October 28 has no school, November 11 is empty.
    tables = {
        "services": f"{LINE}V1 S-1 speech 30 1 week P1 - -",
        "schedule": "service_id weekday start_time minutes every from\nV1 wed 09:00 30 2 2026-10-14",
        "sessions": f"{ROWS}L1 V1 2026-10-14 30",
        "calendar": "calendar_id date kind\nC1 2026-10-28 holiday",
    }
    assert said(tmp_path, "2026-11-09", **tables) == []
    assert len(said(tmp_path, "2026-11-16", **tables)) == 1


def test_the_log_of_one_provider_or_of_one_service_ends_beside_others_that_go_on(tmp_path: Path) -> None:
    services = [f"V{n} S-1 {kind} 30 1 week {who} - -" for n, (kind, who) in enumerate(
        [("speech", "P1"), ("counseling", "P1"), ("occupational_therapy", "P2"), ("physical_therapy", "P2")], 1
    )]  # fmt: skip
    rows = ["L1 V1 2026-10-13 30", "L2 V2 2026-10-14 30", "L3 V3 2026-10-09 30", "L4 V4 2026-11-12 30"]
    tables = {"services": LINE + "\n".join(services), "sessions": ROWS + "\n".join(rows)}
    assert said(tmp_path, "2026-11-13", **tables) == [
        "The log of provider 'P1' ends on 2026-10-14. 4 weeks of school after it are on no record.",
        "The log of service 'V3' ends on 2026-10-09. 5 weeks of school after it are on no record.",
    ]


def test_no_log_at_all_ends_nowhere(tmp_path: Path) -> None:
    assert said(tmp_path, "2026-11-13", services=f"{LINE}V1 S-1 speech 30 1 week P1 - -") == []
