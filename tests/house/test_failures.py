"""A user never sees a traceback, and no failure tells a name."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.house.run_here import Run

NAME = "Percival Dapplestone"
RUN = "from makegood.cli.main import run; run()"
FAIL = f"""
import makegood.cli.load as load
def fail(*_, **__):
    pupil = {NAME!r}
    raise ZeroDivisionError(f"no {{pupil}} here, born 2018-03-02")
load.read_folder_report = fail
{RUN}
"""


def apart(*words: str, code: str = RUN) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, timeout=60
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    return shutil.copytree(root / "examples" / "one-child", tmp_path / "records")


@pytest.mark.parametrize("command", [("ledger",), ("owed",), ("statement", "--student", "1")])
def test_an_unforeseen_failure_is_one_line_with_exit_code_1_and_no_names(
    folder: Path, command: tuple[str, ...]
) -> None:
    done = apart(command[0], str(folder), *command[1:], code=FAIL)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "ZeroDivisionError" in line
    assert NAME not in line
    assert "2018" not in line


def spoil_bytes(folder: Path) -> None:
    """Put bytes in the log that are no text."""
    (folder / "sessions.csv").write_bytes(bytes(range(256)) * 20)


def spoil_quotes(folder: Path) -> None:
    """Begin a quote that never ends."""
    with (folder / "sessions.csv").open("a", encoding="utf-8") as log:
        log.write('99,speech,"' + "x" * 300_000)


def spoil_minutes(folder: Path) -> None:
    """Log more minutes than any number holds."""
    with (folder / "sessions.csv").open("a", encoding="utf-8") as log:
        log.write("99,speech,2026-09-09," + "9" * 5000 + ",,,\n")


def spoil_dates(folder: Path) -> None:
    """Let a term run through all of history."""
    (folder / "terms.csv").write_text("calendar_id,name,kind,start,end\nschool,All,year,0001-01-01,9999-12-31\n")


def spoil_columns(folder: Path) -> None:
    """Name a column twice, and give rows more cells than columns."""
    (folder / "students.csv").write_text(f"student_id,student_id,given_name\n1,1,{NAME},2,3,4\n")


def spoil_mandate(folder: Path) -> None:
    """Promise in signs and endless brackets."""
    told = (folder / "services.csv").read_text(encoding="utf-8").replace("2 x 30 min weekly", "(" * 5000 + "\0½\u00d7∞")
    (folder / "services.csv").write_text(told, encoding="utf-8")


def spoil_pack(folder: Path) -> None:
    """Bring a policy pack that is no pack."""
    (folder / "policies").mkdir()
    (folder / "policies" / "mine.yaml").write_text("a: &a [*a, " + "[" * 3000)


def spoil_table(folder: Path) -> None:
    """Put a folder where a file should be."""
    (folder / "terms.csv").unlink()
    (folder / "terms.csv").mkdir()


SPOILS = [
    spoil_bytes, spoil_quotes, spoil_minutes, spoil_dates, spoil_columns, spoil_mandate, spoil_pack, spoil_table,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_hostile_records_are_refused_with_findings_and_nothing_is_written(
    makegood: Run, folder: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(folder)
    out = tmp_path / "account.json"
    done = makegood("ledger", str(folder), "--as-of", "2026-11-20", "--format", "json", "--out", str(out))
    assert "Traceback" not in done.said
    assert NAME not in done.said
    assert done.code == 2, done.said
    assert "error:" in done.said
    assert not out.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("ledger", "no-such-folder"),
        ("ledger", "{folder}", "--as-of", "31/12/2026"),
        ("ledger", "{folder}/students.csv"),
        ("statement", "{folder}", "--student", "nobody"),
        ("explain", "{folder}", "nothing"),
    ],
)
def test_words_that_cannot_be_used_leave_with_2(makegood: Run, folder: Path, words: tuple[str, ...]) -> None:
    done = makegood(*(word.format(folder=folder) for word in words))
    assert done.code == 2, done.said
    assert "Traceback" not in done.said
    assert done.said.strip()
