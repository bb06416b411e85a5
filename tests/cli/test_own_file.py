"""A therapist gives the own log to a command that takes a folder of records."""

import tempfile
from pathlib import Path

import pytest
from tests.imports.made import DAYS, book, mapping_for
from typer.testing import CliRunner, Result

from makegood.cli.main import app

ANA = [
    ["Student", "Service", "Frequency", "Start Date", "End Date"],
    ["Ana Example", "Speech", "2 x 30 min weekly", "9/7/2026", "9/20/2026"],
]
LOG = [
    ["Date", "Student", "Svc", "Min", "Code"],
    ["9/8/2026", "Ana Example", "Speech", 30, "held"],
    ["9/15/2026", "Ana Example", "Speech", None, "therapist out"],
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a workbook with what the IEP promises and a log; school began on 24 August."""
    return book(tmp_path / "fall.xlsx", {"Team": ANA, "Log": LOG})


def asked(*words: str) -> Result:
    """Run a command as of 9 October."""
    return CliRunner().invoke(app, [*words, "--as-of", "2026-10-09"])


@pytest.mark.parametrize("words", [("check",), ("statement", "--student", "S-0001"), ("owed",)], ids=lambda w: w[0])
def test_a_file_that_nobody_has_explained_leads_to_an_import(file: Path, words: tuple[str, ...]) -> None:
    done = asked(words[0], str(file), *words[1:])
    assert done.exit_code == 2
    assert "makegood import fall.xlsx --into FOLDER" in done.output
    assert "Ana" not in done.output


def test_a_file_with_its_mapping_beside_it_is_an_account_and_nothing_is_written(
    file: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A place of this test's own: others make folders in the common one meanwhile.
    passing = tmp_path_factory.mktemp("passing")
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    mapping_for(file.parent, "fall.xlsx", DAYS)
    before = sorted(file.parent.rglob("*"))
    done = asked("statement", str(file), "--student", "S-0001", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "was read as an import would read it. Nothing was written." in done.stderr
    # Two weeks of 2 x 30 minutes are promised; one session was held.
    assert "120" in done.stdout
    assert "Ana" in done.stdout
    assert sorted(file.parent.rglob("*")) == before
    assert not list(passing.iterdir())


def test_a_code_that_the_mapping_does_not_explain_leads_to_an_import_too(tmp_path: Path) -> None:
    unknown = ["9/17/2026", "Ana Example", "Speech", None, "ZQ"]
    file = book(tmp_path / "fall.xlsx", {"Team": ANA, "Log": [*LOG, unknown]})
    mapping_for(tmp_path, "fall.xlsx", DAYS)
    done = asked("check", str(file))
    assert done.exit_code == 2
    assert "makegood import fall.xlsx --into FOLDER" in done.output
