"""`makegood import`, and what leads to it."""

import json
from pathlib import Path

import pytest
from tests.imports.made import CASELOAD, DAYS, LOG, book, mapping_for, written
from typer.testing import CliRunner, Result

from makegood.cli.main import app


def run(*words: str | Path) -> Result:
    """Run the command line."""
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_preview_writes_no_table_and_can_be_read_by_a_page(tmp_path: Path) -> None:
    log, into = written(tmp_path, "log.csv", LOG), tmp_path / "into"
    done = run("import", log, "--into", into, "--preview", "--format", "json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    (sheet,) = told["files"][0]["sheets"]
    assert (sheet["shape"], sheet["heading_row"]) == ("log", 2)
    assert sheet["columns"][3] == {"column": "D", "heading": "Min", "meaning": "minutes_delivered", "how": "heading"}
    assert (told["counts"]["sessions"], told["counts"]["minutes"]) == (6, 110)
    assert told["sessions"][0]["words"] == "9/8/26 | Tompkins, Lee | SLP | 30 | held"
    assert told["left_out"][0]["why"] == "a total"
    assert told["questions"] == []
    assert not into.exists()


def test_what_must_be_answered_is_printed_and_stands_in_the_mapping(tmp_path: Path) -> None:
    log, into = written(tmp_path, "log.csv", LOG.replace("student absent", "SA")), tmp_path / "into"
    done = run("import", log, "--into", into)
    assert done.exit_code == 2
    assert "What does 'SA' say of a session?" in done.stdout
    assert "student_absent: the student was absent" in done.stdout
    assert 'SA: "?"' in (into / "mappings" / "log.csv.yaml").read_text(encoding="utf-8")
    assert [path.name for path in into.iterdir()] == ["mappings"]


def test_files_become_an_account_in_one_command(tmp_path: Path) -> None:
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    done = run("import", written(tmp_path, "team.csv", CASELOAD), written(tmp_path, "log.csv", LOG), "--into", into)
    assert done.exit_code == 0, done.output
    assert "9 rows: 2 students (2 new), 2 new services, 6 sessions of 110 minutes." in " ".join(done.stdout.split())
    told = json.loads(run("ledger", into, "--as-of", "2026-09-18", "--format", "json").stdout)
    assert told["totals"]["made_up"] == 30


def test_the_same_again_says_that_nothing_was_changed(tmp_path: Path) -> None:
    into = tmp_path / "into"
    mapping_for(into, "team.csv", DAYS)
    words = ["import", written(tmp_path, "team.csv", CASELOAD), written(tmp_path, "log.csv", LOG), "--into", into]
    run(*words)
    done = run(*words)
    assert done.exit_code == 0
    assert "Nothing was changed." in done.stdout


@pytest.mark.parametrize("verb", [["check"], ["ledger"], ["statement", "--student", "1"], ["owed"]])
def test_a_file_of_ones_own_given_to_another_command_leads_to_import(tmp_path: Path, verb: list[str]) -> None:
    path = book(tmp_path / "my-log.xlsx", {"Log": [["Date", "Student", "Min"], ["9/8/26", "Ana", 30]]})
    for file in (path, written(tmp_path, "my-log.csv", LOG)):
        done = run(*verb, file)
        assert done.exit_code == 2
        assert f"makegood import {file.name} --into FOLDER" in done.output


def test_an_error_names_the_place_and_no_pupil(tmp_path: Path) -> None:
    mapping_for(tmp_path / "into", "log.csv", "codes: {P: helt}\n")
    done = run("import", written(tmp_path, "log.csv", LOG), "--into", tmp_path / "into")
    assert done.exit_code == 2
    assert "codes.P" in done.output
    assert "Tompkins" not in done.output
