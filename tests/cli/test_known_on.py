"""`--known-on`: a row that was written later is in no figure."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from makegood.cli.main import app

TABLES = {
    "students": "student_id,policy_id\n1,us-federal\n",
    "terms": "calendar_id,kind,start,end\nschool,year,2026-08-24,2027-06-04\n",
    "services": "service_id,student_id,service_type,mandate\nspeech,1,speech,2 x 30 min weekly\n",
    "sessions": "session_id,service_id,date,minutes_delivered,recorded_at\n"
    "a,speech,2026-08-25,30,2026-08-25\nb,speech,2026-08-27,30,2026-09-01 08:00\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


@pytest.mark.parametrize(("known_on", "delivered"), [("2026-08-31", 30), ("2026-09-01", 60), (None, 60)])
def test_the_ledger_counts_what_was_known_on_the_day(folder: Path, known_on: str | None, delivered: int) -> None:
    words = ["ledger", str(folder), "--as-of", "2026-08-28", "--format", "json"]
    done = CliRunner().invoke(app, words if known_on is None else [*words, "--known-on", known_on])
    assert json.loads(done.stdout)["totals"]["delivered"] == delivered


def test_a_day_of_knowledge_before_the_account_is_told_by_check(folder: Path) -> None:
    done = CliRunner().invoke(app, ["check", str(folder), "--as-of", "2026-09-04", "--known-on", "2026-08-31"])
    assert "[known_before_as_of]" in done.stdout
    assert done.exit_code == 0


@pytest.mark.parametrize("command", ["ledger", "statement", "explain", "owed", "check", "notices", "pace", "weekday"])
def test_a_day_that_is_none_is_refused_by_every_command(folder: Path, command: str) -> None:
    more = {"statement": ["--student", "1"], "explain": ["a"]}.get(command, [])
    done = CliRunner().invoke(app, [command, str(folder), *more, "--known-on", "soon"])
    assert done.exit_code == 2
    assert "--known-on 'soon' is not a date" in done.output


@pytest.mark.parametrize("command", ["ledger", "owed", "pace", "notices", "weekday", "explain"])
def test_a_heading_says_that_later_rows_are_left_out(folder: Path, command: str) -> None:
    words = [command, str(folder), *(["a"] if command == "explain" else []), "--as-of", "2026-08-31"]
    assert "as known on 2026-08-31" in CliRunner().invoke(app, [*words, "--known-on", "2026-08-31"]).stdout
    assert "as known on" not in CliRunner().invoke(app, words).stdout


@pytest.mark.parametrize("command", ["ledger", "owed"])
def test_an_account_handed_on_as_json_names_the_day_of_knowledge(folder: Path, command: str) -> None:
    words = [command, str(folder), "--as-of", "2026-08-31", "--format", "json"]
    known = CliRunner().invoke(app, [*words, "--known-on", "2026-08-31"])
    assert json.loads(known.stdout)["known_on"] == "2026-08-31"
    assert "known_on" not in json.loads(CliRunner().invoke(app, words).stdout)


@pytest.mark.parametrize("command", ["ledger", "owed"])
def test_whoever_is_sent_to_read_a_warning_finds_it_there(folder: Path, command: str) -> None:
    words = [command, str(folder), "--as-of", "2026-09-04", "--known-on", "2026-08-31"]
    (line,) = [line for line in CliRunner().invoke(app, words).stderr.splitlines() if "to read" in line]
    sent = line.split("makegood ")[-1].split()
    assert "[known_before_as_of]" in CliRunner().invoke(app, sent).stdout


def test_a_date_that_was_read_as_asked_is_no_error_where_its_warning_is_read(folder: Path) -> None:
    (folder / "calendar.csv").write_text("calendar_id,date,kind\nschool,9/7/2026,holiday\n")
    (folder / "students.csv").write_text("student_id,policy_id\n1,us-federal\n2,us-federal\n")
    words = ["ledger", str(folder), "--as-of", "2026-09-04", "--known-on", "2026-08-31", "--dates", "mdy"]
    (line,) = [line for line in CliRunner().invoke(app, words).stderr.splitlines() if "makegood check" in line]
    assert CliRunner().invoke(app, line.split("makegood ")[-1].split()).exit_code == 0
