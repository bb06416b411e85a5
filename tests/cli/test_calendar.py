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


def calendar_of(path: Path, *titles: str) -> Path:
    """Write a calendar file with one entry a day from Tuesday, 1 September 2026."""
    entries = "".join(
        f"BEGIN:VEVENT\nUID:{n}\nDTSTART;VALUE=DATE:202609{n:02d}\nSUMMARY:{title}\nEND:VEVENT\n"
        for n, title in enumerate(titles, 1)
    )
    path.write_text(f"BEGIN:VCALENDAR\n{entries}END:VCALENDAR\n", encoding="utf-8")
    return path


def test_what_was_left_out_and_may_be_a_day_off_is_named(tmp_path: Path) -> None:
    file = calendar_of(
        tmp_path / "made-up.ics", "Return from Fall Break", "Book Fair", "Parent Conferences", "Offices Closed"
    )
    shown = CliRunner().invoke(app, ["calendar", str(file), "--calendar", "CAL"]).stdout
    assert "4 entries: 0 seem clear, 0 need a second look, 4 only inform and are left out." in shown
    named = shown.partition("Left out, but please look")[2]
    assert [title for title in ("Fall Break", "Book Fair", "Conferences", "Offices") if title in named] == [
        "Fall Break", "Conferences", "Offices",
    ]  # fmt: skip
    written = CliRunner().invoke(app, ["calendar", str(file), "--calendar", "CAL", "--out", str(tmp_path / "c.csv")])
    assert "2026-09-03: Parent Conferences" in written.stdout
    told = CliRunner().invoke(app, ["calendar", str(file), "--calendar", "CAL", "--format", "json"])
    assert [one["date"] for one in json.loads(told.stdout)["left_out"]] == ["2026-09-01", "2026-09-03", "2026-09-04"]


def test_a_word_for_some_is_shown_with_its_grades(tmp_path: Path) -> None:
    file = calendar_of(tmp_path / "made-up.ics", "No School K-2", "No School MS/HS")
    told = CliRunner().invoke(app, ["calendar", str(file), "--calendar", "CAL", "--format", "json"])
    rows = json.loads(told.stdout)["suggestions"]
    assert [row["grades"] for row in rows] == ["K;1;2", "?"]
    assert all("look twice" in row["why"] for row in rows)


def test_the_school_year_can_be_given(tmp_path: Path) -> None:
    file = calendar_of(tmp_path / "made-up.ics", "No School", "No School", "No School")
    words = ["calendar", str(file), "--calendar", "CAL", "--format", "json"]
    told = CliRunner().invoke(app, [*words, "--from", "2026-09-02", "--to", "2027-06-11"])
    assert [row["date"] for row in json.loads(told.stdout)["suggestions"]] == ["2026-09-02", "2026-09-03"]
    for wrong in (
        ["--from", "2026-09-02"],
        ["--from", "2026-09-02", "--to", "2026-01-01"],
        ["--from", "9/2", "--to", "x"],
    ):
        refused = CliRunner().invoke(app, [*words, *wrong])
        assert (refused.exit_code, refused.stdout) == (2, "")


def test_a_bad_line_is_told_with_its_number_and_the_rest_is_shown(tmp_path: Path) -> None:
    file = calendar_of(tmp_path / "made-up.ics", "No School")
    file.write_text(file.read_text().replace("SUMMARY", "a broken line\nSUMMARY"), encoding="utf-8")
    shown = CliRunner().invoke(app, ["calendar", str(file), "--calendar", "CAL"])
    assert shown.exit_code == 0
    assert "made-up.ics, row 5: This line" in shown.stderr
    assert "1 seem clear" in shown.stdout
