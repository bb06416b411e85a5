"""The one door for reading: regular files only, of a size that can be read, and folders that can be listed.

Nothing here waits: a pipe or a device that somebody put in a file's place is refused before it is opened.
"""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from makegood.files.limits import FOLDER_ENTRIES
from makegood.files.refusal import Refusal

_KINDS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe, which has no end of its own",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}
_CAREFULLY: Final = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)  # fmt: skip
_PIECE: Final = 1 << 20


def read_bytes(path: Path, most: int) -> bytes | Refusal:
    """Return what a file holds; a link to a file is followed.

    Args:
        path: The file.
        most: How many bytes it may have.

    Returns:
        The bytes, or why they are not read: it is no regular file, it is larger, or it cannot be opened.
    """
    refused = refuse_kind(path)
    if refused is not None:
        return refused
    try:
        # Another program may have put something else there meanwhile: it is looked at once more when it is open.
        with os.fdopen(os.open(path, _CAREFULLY), "rb", buffering=0) as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                return _not_regular(state.st_mode)
            if state.st_size > most:
                return _too_large(most)
            return _read(file.fileno(), state.st_size, most)
    except OSError as problem:
        return _not_opened(problem)


def refuse_kind(path: Path) -> Refusal | None:
    """Return why this is no regular file that can be looked at; None if it is one, or a link to one."""
    try:
        mode = path.stat().st_mode
    except OSError as problem:
        return _not_opened(problem)
    return None if stat.S_ISREG(mode) else _not_regular(mode)


def is_there(path: Path) -> bool:
    """Return whether anything has this name, also what may not be looked at."""
    try:
        path.stat()
    except OSError as problem:
        return problem.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}
    return True


def is_folder(path: Path) -> bool:
    """Return whether this is a folder; what may not be looked at is none."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def is_regular(path: Path) -> bool:
    """Return whether this is a regular file, or a link to one; what may not be looked at is none."""
    return refuse_kind(path) is None


def size_of(path: Path) -> int:
    """Return how many bytes a file has; 0 for what may not be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def list_folder(path: Path) -> list[Path] | Refusal:
    """Return what lies in a folder, by name; or why that cannot be told."""
    found: list[Path] = []
    try:
        if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            # Of one that may be listed and not entered, no file could be opened.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with os.scandir(path) as entries:
            for entry in entries:
                if len(found) == FOLDER_ENTRIES:
                    says = f"This folder has more than {FOLDER_ENTRIES:,} files."
                    return Refusal("too_many_files", says, "a folder with the tables alone")
                found.append(path / entry.name)
    except OSError as problem:
        says = f"This folder could not be opened: {_reason(problem)}."
        return Refusal("unreadable_folder", says, "a folder that you may read")
    return sorted(found)


def _read(descriptor: int, size: int, most: int) -> bytes | Refusal:
    """Return all bytes; a file that grows meanwhile is read to its end, if that is near."""
    pieces: list[bytes] = []
    room, want = most + 1, size + 1
    while room > 0 and (piece := os.read(descriptor, min(want, room))):
        pieces.append(piece)
        room -= len(piece)
        want = _PIECE if want <= len(piece) else want - len(piece)
    return _too_large(most) if room <= 0 else b"".join(pieces)


def _not_opened(problem: OSError) -> Refusal:
    return Refusal("unreadable_file", f"This file could not be opened: {_reason(problem)}.", "a file that you may read")


def _reason(problem: OSError) -> str:
    if problem.errno == errno.ELOOP:
        return "it is a link that leads back to itself"
    return problem.strerror or "the system does not say why"


def _not_regular(mode: int) -> Refusal:
    kind = _KINDS.get(stat.S_IFMT(mode), "no file that can be read")
    return Refusal("no_regular_file", f"This is {kind}.", "a file")


def _too_large(most: int) -> Refusal:
    return Refusal("file_too_large", f"This file has more than {most:,} bytes, which is more than is read.", "less")
