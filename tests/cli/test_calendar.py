"""`makegood calendar`, run as a person runs it."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from makegood.cli.main import app

ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Made up//EN
BEGIN:VEVENT
UID:1@example.org
DTSTART;VALUE=DATE:20261125
DTEND;VALUE=DATE:20261128
SUMMARY:Thanksgiving Break - No School
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTART;VALUE=DATE:20260915
DTEND;VALUE=DATE:20260916
SUMMARY:Chess club
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    path = tmp_path / "made-up.ics"
    path.write_text(ICS.replace("\n", "\r\n"), encoding="utf-8")
    return path


def test_entries_become_rows_that_a_person_must_confirm(ics: Path, tmp_path: Path) -> None:
    out = tmp_path / "calendar.csv"
    result = CliRunner().invoke(app, ["calendar", str(ics), "--calendar", "CAL", "--out", str(out)])
    assert result.exit_code == 0, result.stderr
    # The end of an all-day entry is the day after its last.
    (row,) = csv.DictReader(out.open(encoding="utf-8-sig", newline=""))
    assert (row["calendar_id"], row["date"], row["until"], row["kind"]) == ("CAL", "2026-11-25", "2026-11-27", "break")
    assert row["confirm"] == ""


def test_without_out_nothing_is_written(ics: Path, tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["calendar", str(ics), "--calendar", "CAL"])
    assert "2 entries: 1 seem clear, 0 need a second look, 1 only inform and are left out." in shown.stdout
    told = CliRunner().invoke(app, ["calendar", str(ics), "--calendar", "CAL", "--format", "json"])
    assert [row["date"] for row in json.loads(told.stdout)["suggestions"]] == ["2026-11-25"]
    assert [path.name for path in tmp_path.iterdir()] == ["made-up.ics"]


@pytest.mark.parametrize(("name", "text"), [("none.ics", None), ("broken.ics", "this is no calendar")])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["calendar", str(tmp_path / name), "--calendar", "CAL"])
    assert result.exit_code == 2
    assert name in result.stderr
    assert result.stdout == ""


def test_a_file_that_stands_is_not_overwritten(ics: Path, tmp_path: Path) -> None:
    out = tmp_path / "calendar.csv"
    out.write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(app, ["calendar", str(ics), "--calendar", "CAL", "--out", str(out)])
    assert (result.exit_code, out.read_text(encoding="utf-8")) == (2, "mine")
