"""When the machine fails, one plain sentence says what to do: a full disk, a closed door, a terminal of few letters."""

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = "import sys; sys.argv[0] = 'makegood'; from makegood.cli.main import run; run()"
DAY = ("--as-of", "2026-11-20")
FULL = Path("/dev/full")


@pytest.fixture
def records(tmp_path: Path, root: Path) -> Path:
    return shutil.copytree(root / "examples" / "one-child", tmp_path / "records")


def command(*words: object) -> list[str]:
    return [sys.executable, "-c", RUN, *map(str, words)]


def one_sentence(done: subprocess.CompletedProcess[str], code: int = 2) -> str:
    """Return the one line on standard error of a command that was refused."""
    assert done.returncode == code, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("makegood: ")]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return lines[0]


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "words",
    [("ledger",), ("ledger", "--format", "json"), ("owed", "--format", "csv"), ("statement", "--student", "1")],
    ids=" ".join,
)
def test_a_full_standard_output_is_told_in_one_sentence(words: tuple[str, ...], records: Path) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            command(words[0], records, *words[1:], *DAY), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert "the disk is full" in one_sentence(done)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_where_even_standard_error_is_full_the_exit_code_still_tells(records: Path) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(command("ledger", records, "--as-of", "nonsense"), stdout=full, stderr=full, check=False)
    assert done.returncode == 2


def test_a_closed_standard_output_is_told(records: Path) -> None:
    told = ["bash", "-c", 'exec "$@" >&-', "bash", *command("ledger", records, *DAY)]
    done = subprocess.run(told, stderr=subprocess.PIPE, text=True, check=False)
    assert "it is closed" in one_sentence(done)


def test_a_reader_that_has_seen_enough_is_left_without_a_word(records: Path) -> None:
    told = ["bash", "-c", '"$@" | head -n 1', "bash", *command("ledger", records, "--format", "json", *DAY)]
    done = subprocess.run(told, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "locale",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=["ascii", "locale"],
)
def test_a_terminal_of_few_letters_is_given_the_nearest(locale: dict[str, str], records: Path) -> None:
    students = records / "students.csv"
    students.write_text(students.read_text(encoding="utf-8").replace("Robin", "Ñandú"), encoding="utf-8")
    for words in (("ledger",), ("statement", "--student", "1", "--lang", "es"), ("explain", "1")):
        done = subprocess.run(
            command(words[0], records, *words[1:], *DAY), capture_output=True, check=False, env={**os.environ, **locale}
        )
        assert done.returncode in {0, 2}, done.stderr
        assert b"Traceback" not in done.stderr
        text = done.stdout.decode("ascii")
        assert "\\x" not in text
        if words[0] == "statement":
            assert done.returncode == 0
            assert "Nandu" in text


def test_json_is_utf_8_whatever_the_terminal(records: Path) -> None:
    students = records / "students.csv"
    students.write_text(students.read_text(encoding="utf-8").replace("Robin", "Ñandú"), encoding="utf-8")
    done = subprocess.run(
        command("statement", records, "--student", "1", "--format", "json", *DAY),
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert "Ñandú" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can run as another user")
@pytest.mark.parametrize("words", [("ledger",), ("check",), ("statement", "--student", "1")], ids=" ".join)
def test_a_folder_that_may_not_be_entered_is_told(words: tuple[str, ...], records: Path, tmp_path: Path) -> None:
    nobody = pwd.getpwnam("nobody").pw_uid
    for each in (records, *records.parents):
        if each.owner() == "root" and tmp_path in (each, *each.parents):
            each.chmod(0o755)
    records.chmod(0o700)
    # What is loaded is loaded first: another user may not be able to read where the program is installed.
    loaded = (
        f"import os, numpy, pwd, makegood.cli.main, makegood.cli.verbs as v; v.load({words[0]!r});"
        "import makegood.ledger.state, makegood.statements.statement.terminal, makegood.intake.read"
    )
    code = f"{loaded}; os.setuid({nobody}); {RUN}"
    done = subprocess.run(
        [sys.executable, "-c", code, words[0], str(records), *words[1:], *DAY],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "may not be opened by you" in done.stderr or "Permission denied" in done.stderr


def test_too_little_memory_is_told_in_one_sentence(records: Path) -> None:
    code = f"""
import makegood.cli.load as load
def read(*_, **__):
    return b"x" * (1 << 62)
load.read_folder_report = read
{RUN}
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "ledger", str(records)], capture_output=True, text=True, check=False
    )
    assert "not enough memory" in one_sentence(done)


def test_a_disk_that_fails_while_reading_is_told_with_its_place(records: Path) -> None:
    code = f"""
import errno, makegood.cli.load as load
def read(path, **_):
    raise OSError(errno.EIO, "Input/output error", str(path / "sessions.csv"))
load.read_folder_report = read
{RUN}
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "ledger", str(records)], capture_output=True, text=True, check=False
    )
    told = one_sentence(done)
    assert "sessions.csv: the disk did not answer as it should" in told
    assert told.endswith("Needed: another place, or a look at the disk.")


def test_a_place_with_a_name_that_is_too_long_is_told(records: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command("ledger", records, *DAY, "--format", "json", "--out", tmp_path / ("x" * 300)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    one_sentence(done)
    assert [each.name for each in tmp_path.iterdir()] == ["records"]
