"""What a killed run left hidden: removed by the next that writes there, and by nobody while it is in use."""

import os
import re
import time
from pathlib import Path

import pytest

from makegood.files import rooms
from makegood.files.own import Make, table
from makegood.files.process import began
from makegood.files.writing import write_folder, write_new, write_text

ACCOUNT = Make("an account", file=table(["minutes"]))
TABLES = Make("an account", {"services.csv": table(["minutes"])})


def left(folder: Path, kind: str) -> Path:
    """Let a process make a room in a folder and die."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        if kind == "file":
            path = rooms.new_file(folder, b"a name")
        else:
            path = rooms.new_folder(folder)
            (path / "services.csv").write_text("a name")
        os.write(write, path.name.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(write)
    with os.fdopen(read) as name:
        path = folder / name.read()
    assert path.exists()
    return path


def _as_if_by(name: str, pid: int, since: int) -> str:
    """Return a room's name as if a process made it that began at some time."""
    return re.sub(rf"-{os.getpid()}-\d+-", f"-{pid}-{since}-", name)


@pytest.mark.parametrize("kind", ["file", "folder"])
@pytest.mark.parametrize("writer", ["text", "folder", "new"])
def test_the_next_run_that_writes_there_removes_it(tmp_path: Path, kind: str, writer: str) -> None:
    left(tmp_path, kind)
    out = tmp_path / "out"
    if writer == "text":
        assert write_text(out, "minutes\n", ACCOUNT) == []
    elif writer == "folder":
        assert write_folder(out, lambda made: (made / "services.csv").touch(), TABLES) == []
    else:
        assert write_new(out, Path.touch) == []
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_room_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        file = rooms.new_file(tmp_path, b"a name")
        folder = rooms.new_folder(tmp_path)
    finally:
        os.umask(before)
    assert [each.stat().st_mode & 0o777 for each in (file, folder)] == [0o600, 0o700]


def test_a_room_of_a_process_that_runs_stays(tmp_path: Path) -> None:
    own = rooms.new_file(tmp_path, b"a name")
    of_parent = tmp_path / _as_if_by(own.name, os.getppid(), began(os.getppid()))
    of_parent.touch()
    assert rooms.remove_left(tmp_path) == 0
    assert {each.name for each in tmp_path.iterdir()} == {own.name, of_parent.name}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux says when a process began")
def test_a_room_goes_though_its_process_number_is_another_process_by_now(tmp_path: Path) -> None:
    own = rooms.new_file(tmp_path, b"a name")
    before = tmp_path / _as_if_by(own.name, os.getppid(), began(os.getppid()) - 1)
    before.touch()
    assert rooms.remove_left(tmp_path) == 1
    assert [each.name for each in tmp_path.iterdir()] == [own.name]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux says that a process has ended")
def test_a_room_goes_though_nobody_has_looked_after_the_end_of_its_process(tmp_path: Path) -> None:
    own = rooms.new_file(tmp_path, b"a name")
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    try:
        (tmp_path / _as_if_by(own.name, child, began(child))).touch()
        assert rooms.remove_left(tmp_path) == 1
    finally:
        os.waitpid(child, 0)
    assert [each.name for each in tmp_path.iterdir()] == [own.name]


def test_a_room_that_does_not_say_since_when_its_process_runs_stays_for_a_day(tmp_path: Path) -> None:
    machine = rooms.new_file(tmp_path, b"a name").name.split("-")[2]
    young, old = (tmp_path / f".makegood-room-{machine}-{os.getppid()}-{n}123456789ab" for n in (0, 1))
    for path in (young, old):
        path.touch()
    long_ago = time.time() - 25 * 60 * 60
    os.utime(old, (long_ago, long_ago))
    assert rooms.remove_left(tmp_path) == 1
    assert young.exists()


def test_a_room_of_another_machine_stays_for_a_day(tmp_path: Path) -> None:
    young, old = (tmp_path / f".makegood-room-00000000-{n}-0123456789ab" for n in (1, 2))
    for path in (young, old):
        path.touch()
    long_ago = time.time() - 25 * 60 * 60
    os.utime(old, (long_ago, long_ago))
    assert rooms.remove_left(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [young]


def test_while_a_change_waits_to_be_followed_up_its_rooms_stay(tmp_path: Path) -> None:
    path = left(tmp_path, "file")
    (tmp_path / rooms.JOURNAL).touch()
    assert rooms.remove_left(tmp_path) == 0
    assert path.exists()


def test_what_only_looks_like_it_stays_and_a_link_is_not_followed(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine")
    (tmp_path / ".makegood-room-notes").write_text("mine")
    room = left(tmp_path, "file")
    room.unlink()
    room.symlink_to(mine)
    assert rooms.remove_left(tmp_path) == 1
    assert (mine / "letter.txt").read_text() == "mine"
    assert (tmp_path / ".makegood-room-notes").exists()
