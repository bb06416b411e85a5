"""Commands read the folder of a site as they read a folder of records, and never write there."""

import pytest
from tests.web.conftest import ROOT
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.web.site import DEMO, Site

FOLDER = str(ROOT / "examples" / "maple-ridge")
DAY = ("--as-of", "2027-03-12")


@pytest.fixture(autouse=True)
def _same_start_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command starts the site as a real one; the next test is of a demonstration again."""
    monkeypatch.setenv(DEMO, "1")


def told(*words: str) -> str:
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize(
    "asked",
    [("ledger", "FOLDER"), ("owed", "FOLDER", "--by", "reason"), ("explain", "FOLDER", "L001978"),
     ("statement", "FOLDER", "--student", "004312", "--format", "json"), ("notices", "FOLDER", "--student", "004312")],
    ids=lambda words: words[0],
)  # fmt: skip
def test_a_command_answers_the_same_from_a_site_and_from_the_folder_that_was_brought_in(
    district: Site, asked: tuple[str, ...]
) -> None:
    of_site = [str(district.data) if word == "FOLDER" else word for word in asked]
    of_folder = [FOLDER if word == "FOLDER" else word for word in asked]
    assert told(*of_site, *DAY) == told(*of_folder, *DAY)


def test_nothing_is_accepted_into_a_site(district: Site) -> None:
    before = sorted(path.name for path in district.data.iterdir())
    done = CliRunner().invoke(app, ["accept", "plan.json", str(district.data)])
    assert done.exit_code == 2
    assert sorted(path.name for path in district.data.iterdir()) == before


def test_a_site_without_records_says_in_one_sentence_what_to_do_next(empty: Site) -> None:
    said = told("check", str(empty.data), *DAY)
    assert "This site has no records. Nothing was brought in yet." in said
    assert "go on at Set-up" in said
    assert len(said.splitlines()) == 2
    (empty.uploads / "begun").mkdir(parents=True)
    assert "Files were sent to it, and nothing of them was written yet." in told("check", str(empty.data), *DAY)
