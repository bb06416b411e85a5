"""Every command that a page tells people to type runs on the example, as it stands there."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from makegood.cli.main import app

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "maple-ridge"
STANDS_FOR = {
    "FOLDER": str(EXAMPLE),
    "ID": "004312",
    "SESSION_ID": "L001978",
    "A": "us-federal",
    "B": "us-il",
    "TEXT": "2 x 30 min weekly",
    "DATE": "2027-03-12",
    "FILE": str(Path(__file__).parent / "what-if.yaml"),
}
SERVES = "serve"
"""The verb that goes on until it is stopped: tests/web begins it and walks its pages."""
DATED = {
    "check",
    "ledger",
    "statement",
    "explain",
    "owed",
    "pace",
    "weekday",
    "notices",
    "plan",
    "schedule",
    "capacity",
}


def spans(page: Path) -> list[str]:
    """Return the commands in code spans that name more than the program and a verb."""
    text = page.read_text(encoding="utf-8")
    found = {" ".join(words.split()) for words in re.findall(r"`(makegood [^`]+)`", text)}
    return sorted(words for words in found if len(words.split()) > 2 and words.split()[1] != SERVES)


def lines(page: Path) -> list[str]:
    """Return the commands that stand in indented blocks, without their comments, in order."""
    return re.findall(r"^ {4,}(makegood [^#\n]*[^#\s])", page.read_text(encoding="utf-8"), re.MULTILINE)


def run(words: list[str]) -> str:
    dated = words[0] in DATED or words[:2] == ["policy", "compare"]
    if dated and not {"--as-of", "--help"} & set(words):
        words = [*words, "--as-of", STANDS_FOR["DATE"]]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, f"{words}\n{done.output}"
    return done.output


@pytest.mark.parametrize("command", sorted({*spans(ROOT / "docs" / "questions.md"), *spans(ROOT / "README.md")}))
def test_a_command_in_the_text_runs_on_the_example(command: str) -> None:
    words = [STANDS_FOR.get(word, word) for word in shlex.split(command)[1:]]
    assert run(words).strip()


def test_the_first_five_minutes_of_the_readme_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    every = [shlex.split(command)[1:] for command in lines(ROOT / "README.md")]
    # What imports bring is walked in tests/imports; here a reader begins with empty tables.
    commands = [words for words in every if words[0] not in {"import", SERVES}]
    assert [words[0] for words in commands] == ["template", "check", "ledger", "statement", "explain", "plan"]
    run(commands[0])
    assert (tmp_path / "my-school" / "START-HERE.md").exists()
    # Between the first and the second command a person fills in the tables: here with the example of one child.
    for table in (ROOT / "examples" / "one-child").glob("*.csv"):
        (tmp_path / "my-school" / table.name).write_bytes(table.read_bytes())
    for words in commands[1:]:
        assert run(words).strip()
    assert (tmp_path / "statement.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_tour_names_only_commands_that_can_be_read() -> None:
    tour = (ROOT / "scripts" / "tour").read_text(encoding="utf-8")
    named = re.findall(r'(?:show|try) "makegood ([^"|]+)', tour)
    assert len(named) > 8
    for command in named:
        words = shlex.split(command.replace("$records", str(EXAMPLE)).replace("$day", "2027-03-12").split(" 2>")[0])
        assert CliRunner().invoke(app, [*words, "--help"]).exit_code == 0, command
