"""The published Pine Hollow log, where it lies beside the checkout, under three readings."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.cases.sums import broken_sums, read_rows

from makegood.intake import read_folder
from makegood.ledger import ledger_of

LOG = Path(__file__).parents[2] / ".." / "shared" / "data" / "logs" / "pine-hollow-speech-log.csv"
AS_OF = date(2026, 2, 1)
TUESDAY = timedelta(days=1)
REASON_OF = {
    "provider absent; no make-up scheduled": "provider_absent",
    "holiday week": "holiday",
}

pytestmark = pytest.mark.skipif(
    not LOG.exists(), reason="the Pine Hollow log (shared/data/logs) is not beside this checkout"
)


def test_690_of_1320_minutes_were_delivered_and_630_were_not(tmp_path: Path) -> None:
    service = _ledger(_folder(tmp_path, group_counts=True))
    assert (service["due"], service["delivered"], service["missed"]) == (1320, 690, 630)
    assert (service["not_in_session"], service["unrecorded"]) == (60, 0)


def test_the_holiday_week_stands_apart_from_the_other_570(tmp_path: Path) -> None:
    service = _ledger(_folder(tmp_path, group_counts=True))
    reasons = {reason: n for reason, n in service["missed_by_reason"].items() if n}
    assert reasons == {"other": 450, "provider_absent": 120, "holiday": 60}


def test_only_240_minutes_were_given_as_written_if_the_group_does_not_count(tmp_path: Path) -> None:
    service = _ledger(_folder(tmp_path, group_counts=False))
    assert (service["delivered"], service["delivered_differently"]) == (240, 450)
    assert service["due"] - service["delivered"] == 1080
    assert service["missed"] == 630


def test_with_thanksgiving_week_off_570_minutes_are_missing(tmp_path: Path) -> None:
    service = _ledger(_folder(tmp_path, group_counts=True, holiday_week="2025-11-24"))
    assert (service["due"], service["delivered"], service["missed"]) == (1260, 690, 570)


def _ledger(folder: Path) -> dict[str, Any]:
    records, findings = read_folder(folder, as_of=AS_OF)
    assert records is not None, findings
    ledger = ledger_of(records, as_of=AS_OF).as_dict()
    assert not broken_sums(ledger, folder, AS_OF)
    service: dict[str, Any] = ledger["services"][0]
    return service


def test_as_a_total_of_60_a_week_a_short_session_is_not_short_of_anything_on_record(tmp_path: Path) -> None:
    """The sessions before each of the three empty rows lasted 30 mostly: 3 x 30 = 90. What else lacks is on no record.

    1320 + 60 - 60 - 690 = 630, and 630 - 90 = 540.
    """
    service = _ledger(_folder(tmp_path, group_counts=True, sessions=""))
    assert (service["due"], service["delivered"], service["missed"]) == (1320, 690, 90)
    assert service["unrecorded"] == 540


def _folder(folder: Path, *, group_counts: bool, holiday_week: str = "2025-11-26", sessions: str = "1") -> Path:
    """Write the log as a folder of records: a week's row becomes its Tuesday's session, planned to last all 60."""
    rows = [
        {
            "session_id": f"L{number:02d}",
            "service_id": "SL",
            "date": (date.fromisoformat(week["week_of"]) + TUESDAY).isoformat(),
            "minutes_delivered": week["minutes_delivered"],
            "reason": "" if week["minutes_delivered"] == "60" else REASON_OF.get(week["note"], ""),
            "as_written": "no" if "group" in week["grouping"] and not group_counts else "yes",
        }
        for number, week in enumerate(read_rows(LOG), 1)
    ]
    _write(folder / "sessions.csv", rows)
    _write(folder / "students.csv", [{"student_id": "ST-1", "policy_id": "us-federal"}])
    year = {"calendar_id": "CAL", "kind": "year", "start": "2025-08-25", "end": "2026-06-05"}
    _write(folder / "terms.csv", [year])
    away = [(holiday_week, "2025-11-28"), ("2025-12-24", "2026-01-02")]
    _write(
        folder / "calendar.csv",
        [{"calendar_id": "CAL", "date": a, "kind": "break", "until": b} for a, b in away],
    )
    service = {"service_id": "SL", "student_id": "ST-1", "service_type": "speech"}
    promise = {"minutes": "60", "per": "week", "sessions": sessions, "start": "2025-08-21", "end": "2026-08-20"}
    _write(folder / "services.csv", [service | promise])
    return folder


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
