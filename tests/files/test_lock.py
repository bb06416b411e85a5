"""The lock on a folder: one writer at a time, others are told who, and a dead process holds nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from makegood.files.lock import Lock, lock
from makegood.files.rooms import LOCK

HOLD = """
import sys, time
from pathlib import Path
from makegood.files.lock import lock
from makegood.files.rooms import new_file
held, _ = lock(Path(sys.argv[1]), "accept")
assert held
new_file(Path(sys.argv[1]), b"a name")
print("held", flush=True)
time.sleep(60)
"""


def taken(path: Path) -> Lock:
    held, findings = lock(path, "accept")
    assert held is not None, findings
    return held


def holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_another_command_is_told_who_writes_and_since_when(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        held, (finding,) = lock(tmp_path, "accept")
        assert held is None
        assert f"Another makegood command (accept, process {process.pid}, since " in finding.message
        assert finding.message.endswith(") is writing to this folder. Try again when it is done.")
        process.kill()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
    assert (tmp_path / LOCK).exists()
    with taken(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == [], "also who had nothing to write removes what was left hidden"


def test_the_lock_holds_under_every_name_of_the_folder(tmp_path: Path) -> None:
    folder, link = tmp_path / "records", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(folder)
    with taken(link):
        held, findings = lock(folder, "accept")
        assert held is None
        assert findings[0].code == "folder_in_use"


def test_a_lock_file_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    folder, mine = tmp_path / "records", tmp_path / "mine.txt"
    folder.mkdir()
    mine.write_text("mine")
    (folder / LOCK).symlink_to(mine)
    held, (finding,) = lock(folder, "accept")
    assert held is None
    assert finding.code == "cannot_lock"
    assert mine.read_text() == "mine"


def test_a_pipe_in_its_place_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / LOCK)
    held, (finding,) = lock(tmp_path, "accept")
    assert held is None
    assert "no ordinary file" in finding.message


@pytest.mark.parametrize("text", ["", "{", '{"command": "\\u001b[31mevil", "process": "x"}', "[1]", "\0" * 2000])
def test_whatever_the_file_says_one_sentence_comes_of_it(tmp_path: Path, text: str) -> None:
    with taken(tmp_path):
        (tmp_path / LOCK).write_text(text)
        _, (finding,) = lock(tmp_path, "accept")
    assert finding.message == ("Another makegood command is writing to this folder. Try again when it is done.")


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    count = tmp_path / "count.txt"
    count.write_text("0")
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            for _ in range(25):
                while True:
                    held, _ = lock(tmp_path, "accept")
                    if held is not None:
                        break
                with held:
                    count.write_text(str(int(count.read_text()) + 1))
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 8
    assert count.read_text() == "200"
    assert [each.name for each in tmp_path.iterdir()] == ["count.txt"]
