"""Input that cannot be used, end to end: exit code 2, plain lines on standard error, nothing written."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.house.run_here import Run

from makegood.cli.verbs import VERBS

RUN = "import sys; sys.argv[0] = 'makegood'; from makegood.cli.main import run; run()"


def apart(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does, in a process of its own."""
    command = [sys.executable, "-c", RUN, *(str(word) for word in words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def records(tmp_path: Path, root: Path) -> Path:
    return shutil.copytree(root / "examples" / "one-child", tmp_path / "records")


def test_each_thing_that_is_no_folder_of_records_is_told_apart(makegood: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "page.txt").write_text("not records")
    (tmp_path / "page.html").write_text("not records")
    (tmp_path / "fake.xlsx").write_text("no workbook")
    said = {
        "nowhere": "makegood: there is no folder or workbook",
        "page.txt": "Make a folder of records of it first: makegood import page.txt --into FOLDER",
        "page.html": "is neither a folder of CSV files nor an .xlsx workbook",
        "empty": "'makegood template' writes empty ones to fill in",
        "fake.xlsx": "could not be opened as a workbook",
    }
    for name, words in said.items():
        done = makegood("ledger", tmp_path / name)
        assert done.code == 2, done.said
        assert done.out == ""
        assert words in done.said
        assert len(done.said.splitlines()) <= 2, "one thing is wrong: one line, and the count"


def test_every_word_that_is_not_known_is_said_with_what_is_expected(makegood: Run, records: Path) -> None:
    for words in (
        ("ledger", records, "--as-of", "tomorrow"),
        ("statement", records, "--student", "nobody"),
        ("explain", records, "no-such-row"),
        ("pace", records, "--student", "nobody"),
        ("notices", records, "--student", "nobody"),
        ("owed", records, "--by", "weather"),
        ("policy", "show", "nowhere"),
    ):
        done = makegood(*words)
        assert (done.code, done.out) == (2, ""), done.said
        assert done.said.splitlines()[-1].startswith("makegood: ")
        assert "Needed: " in done.said


def test_an_id_that_lost_its_zeros_is_offered_with_them(makegood: Run, root: Path) -> None:
    done = makegood("statement", root / "examples" / "maple-ridge", "--student", "4312")
    assert done.code == 2
    assert "Did you mean '004312'?" in done.said


@pytest.mark.parametrize("place", ["page.txt/account", "folder"])
@pytest.mark.parametrize(
    "words", [("ledger", "--format", "json", "--out"), ("statement", "--student", "1", "--html")], ids=["json", "html"]
)
def test_a_place_that_cannot_be_written_to_is_refused(
    makegood: Run, records: Path, tmp_path: Path, place: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "page.txt").write_text("mine")
    (tmp_path / "folder").mkdir()
    done = makegood(words[0], records, "--as-of", "2026-11-20", *words[1:], tmp_path / place)
    assert done.code == 2, done.said
    assert "Written" not in done.said
    assert (tmp_path / "page.txt").read_text() == "mine"
    assert not list((tmp_path / "folder").iterdir())


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_refused(makegood: Run, records: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    done = makegood("ledger", records, "--as-of", "2026-11-20", "--format", "csv", "--out", locked / "account")
    assert done.code == 2
    assert "could not be written" in done.said


def test_a_folders_name_that_looks_like_a_file_is_asked_about(makegood: Run, records: Path, tmp_path: Path) -> None:
    done = makegood("ledger", records, "--format", "csv", "--out", tmp_path / "account.csv")
    assert done.code == 2
    assert "looks like a file" in done.said
    assert not (tmp_path / "account.csv").exists()


def test_a_pipe_is_written_to_and_stays_a_pipe(records: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        done = apart("statement", records, "--student", "1", "--as-of", "2026-11-20", "--html", pipe)
        page, _ = reader.communicate(timeout=30)
    assert done.returncode == 0, done.stderr
    assert page.startswith("<!DOCTYPE html>")
    assert pipe.is_fifo()


SLOW = f"""
import makegood.cli.load as load, time
def read(*_, **__):
    print("reading", flush=True)
    time.sleep(30)
load.read_folder_report = read
{RUN}
"""


def test_ctrl_c_stops_with_one_quiet_line_and_writes_nothing(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "account"
    command = [sys.executable, "-c", SLOW, "ledger", str(records), "--format", "csv", "--out", str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as done:
        assert done.stdout is not None
        assert done.stdout.readline() == "reading\n"
        done.send_signal(signal.SIGINT)
        _, told = done.communicate(timeout=30)
    assert done.returncode == 130
    assert told == "makegood: stopped before it was done.\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["records"]


@pytest.mark.parametrize("module", ["pathlib", "typer", "makegood.cli.main", "makegood.cli.load"])
def test_ctrl_c_while_the_program_loads_shows_no_traceback(records: Path, module: str) -> None:
    pressed = f"""
import os, signal, sys
class Pressed:
    def find_spec(name, *_):
        if name == {module!r}:
            print("loading", flush=True)
            os.kill(os.getpid(), signal.SIGINT)
sys.argv[0] = "makegood"
sys.modules.pop("pathlib", None)
sys.meta_path.insert(0, Pressed)
import makegood.cli
"""
    done = subprocess.run(
        [sys.executable, "-c", pressed + RUN, "ledger", str(records)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "loading\n"
    assert done.returncode in {-signal.SIGINT, 130}
    assert "Traceback" not in done.stderr


def test_ctrl_c_after_all_was_said_shows_no_traceback(records: Path) -> None:
    pressed = """
import gc, os, signal, sys
sys.argv[0] = "makegood"
def freeze():
    if sys._getframe(1).f_code.co_name == "run":
        os.kill(os.getpid(), signal.SIGINT)
gc.freeze = freeze
"""
    done = subprocess.run(
        [sys.executable, "-c", pressed + RUN, "ledger", str(records)], capture_output=True, text=True, check=False
    )
    assert done.returncode == -signal.SIGINT
    assert "Traceback" not in done.stderr
    assert done.stdout


def test_help_shows_each_commands_sentence_whole() -> None:
    for words in ((), ("policy",)):
        done = subprocess.run(
            [sys.executable, "-c", RUN, *words, "--help"],
            capture_output=True, text=True, check=True, env={"COLUMNS": "80", "PATH": ""},
        )  # fmt: skip
        listed = done.stdout.split("Commands:")[1].strip().splitlines()
        assert len(listed) > 3
        assert all(line.endswith(".") and not line.endswith("...") for line in listed), listed


def test_the_changelog_has_a_line_for_every_command(root: Path) -> None:
    told = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:makegood )?([a-z]+)`", told))
    assert named >= VERBS.keys(), f"CHANGELOG.md does not name {sorted(VERBS.keys() - named)}"
