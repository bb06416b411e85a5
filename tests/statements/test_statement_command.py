import json
from pathlib import Path

import pytest
from tests.statements.statement_folder import write_folder
from typer.testing import CliRunner, Result

from makegood.cli.main import app


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_folder(tmp_path / "records"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--as-of", "2026-09-30"], env={"COLUMNS": "80"})


def test_the_statement_fits_80_columns_and_names_the_child(folder: str) -> None:
    done = run("statement", folder, "--student", "1")
    assert done.exit_code == 0
    assert done.stdout.startswith("Statement of IEP services for Ana Example\n")
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert "PAST ITS DATE" in " ".join(done.stdout.split())


def test_an_unknown_student_is_refused_without_naming_others(folder: str) -> None:
    done = run("statement", folder, "--student", "4")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Example" not in done.stderr


def test_a_page_is_written_whole_and_json_has_the_window(folder: str, tmp_path: Path) -> None:
    page = tmp_path / "out" / "page.html"
    assert run("statement", folder, "--student", "1", "--html", str(page)).exit_code == 0
    assert page.read_text(encoding="utf-8").endswith("</html>\n")
    done = run(
        "statement", folder, "--student", "1", "--from", "2026-09-07", "--until", "2026-09-13", "--format", "json"
    )
    told = json.loads(done.stdout)
    assert (told["first"], told["last"]) == ("2026-09-07", "2026-09-13")
    assert told["services"][0]["sums"][0]["whole"]["minutes"] == 60


def test_a_window_that_ends_before_it_begins_is_refused(folder: str) -> None:
    done = run("statement", folder, "--student", "1", "--from", "2026-09-13", "--until", "2026-09-07")
    assert done.exit_code == 2
    assert "lies before" in done.stderr


def test_a_row_is_explained_and_an_unknown_one_refused_in_one_line(folder: str) -> None:
    done = run("explain", folder, "a2")
    assert done.exit_code == 0
    assert "By when" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    unknown = run("explain", folder, "zz")
    assert unknown.exit_code == 2
    assert unknown.stderr.count("\n") == 1
