"""Rooms: hidden files and folders that hold what is being written until it is complete.

A room's name tells the machine, the process that it belongs to and when that began, so that a later run knows what a
killed one left.
A room can hold pupils' data: only its owner may read it.
"""

import hashlib
import os
import platform
import re
import shutil
import stat
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from makegood.files.process import UNKNOWN, began, runs

LOCK: Final = ".makegood-lock"
JOURNAL: Final = ".makegood-commit"
ONLY_OWNER: Final = 0o600
NOT_THROUGH_LINKS: Final[int] = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
"""How our own hidden files are opened: a link in their place is refused, and no other program inherits them."""

_ROOM: Final = re.compile(
    r"\.makegood-room-(?P<machine>[0-9a-f]{8})-(?P<pid>\d{1,10})-((?P<began>\d{1,20})-)?[0-9a-f]{12}(\.aside)?",
    re.ASCII,
)
_LONG_AGO: Final = 24 * 60 * 60
"""Seconds after which a room counts as left, if nothing shows whether its process runs: none writes for a day."""

_mine: set[str] = set()


@cache
def _machine() -> str:
    """Return eight signs for this machine, and for the container if it is one: there a number is another process."""
    processes = ""
    with suppress(OSError):
        processes = str(Path("/proc/self/ns/pid").readlink())
    return hashlib.sha256(f"{platform.node()} {processes}".encode()).hexdigest()[:8]


def new_file(folder: Path, content: bytes) -> Path:
    """Make a room that is a file with some content, which is on the disk before this returns.

    Raises:
        OSError: If it cannot be made there; then nothing is left of it.
    """
    path = _new(folder)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOT_THROUGH_LINKS, ONLY_OWNER)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        remove(path)
        raise
    return path


def new_folder(folder: Path) -> Path:
    """Make an empty room that is a folder.

    Raises:
        OSError: If none can be made there.
    """
    path = _new(folder)
    path.mkdir(mode=0o700)
    return path


def _new(folder: Path) -> Path:
    pid = os.getpid()
    name = f".makegood-room-{_machine()}-{pid}-{began(pid)}-{os.urandom(6).hex()}"
    _mine.add(name)
    return folder / name


def is_room(name: str) -> bool:
    """Return whether a name is a room's."""
    return _ROOM.fullmatch(name) is not None


def remove(path: Path) -> None:
    """Remove a room if it is there; what cannot be removed is left for a later run."""
    with suppress(OSError):
        if stat.S_ISDIR(path.lstat().st_mode):
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def remove_left(folder: Path) -> int:
    """Remove the rooms that killed runs left in a folder, and return how many there were.

    A room of a process that still runs stays, and so does one for a day of which nobody can tell: another machine's, or
    one whose process has a number that is in use, where the system does not say since when. While a journal waits to
    be followed up (`recovery.py`), the rooms are what it needs.
    """
    try:
        rooms = [path for path in folder.iterdir() if is_room(path.name)]
    except OSError:
        return 0
    if not rooms or os.path.lexists(folder / JOURNAL):
        return 0
    left = [path for path in rooms if _is_left(path)]
    for path in left:
        remove(path)
    return sum(not os.path.lexists(path) for path in left)


def _is_left(path: Path) -> bool:
    match = _ROOM.fullmatch(path.name)
    if match is None or path.name in _mine:
        return False
    pid, since = int(match["pid"]), int(match["began"] or UNKNOWN)
    if match["machine"] == _machine():
        if pid == os.getpid() or not runs(pid, since):
            return True
        if since != UNKNOWN:
            return False
    with suppress(OSError):
        return time.time() - path.lstat().st_mtime > _LONG_AGO
    return False
