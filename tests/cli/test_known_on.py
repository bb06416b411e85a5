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
