"""One writer at a time: the lock on a folder of records.

The lock is the system's own hold on a file of the folder, so it ends with the process that has it, however that ends.
The file says who holds it: the command, the process, the machine and since when. Nobody who only reads asks for it.
"""

import datetime as dt
import errno
import json
import os
import platform
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from makegood.files.outputs import why
from makegood.files.rooms import LOCK, NOT_THROUGH_LINKS, remove_left
from makegood.terms.findings import Finding, Origin

_LONGEST: Final = 1000
"""Bytes that the file is read up to."""
_TRIES: Final = 10


@dataclass(frozen=True, slots=True)
class Lock:
    """The hold on a folder, until it is left as a context.

    Attributes:
        folder: The folder, with every link on the way to it followed.
        handle: The open file.
    """

    folder: Path
    handle: int

    def __enter__(self) -> Self:
        """Nobody else writes from here on."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _failure: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Let others write. What a killed writer left hidden goes, also where there was nothing to write."""
        remove_left(self.folder)
        # Removed while it is held: whoever waits at the old file sees that the name is another's, and tries again.
        with suppress(OSError):
            (self.folder / LOCK).unlink()
        os.close(self.handle)


def lock(folder: Path, command: str) -> tuple[Lock | None, list[Finding]]:
    """Become the one who writes to a folder, or say who is.

    Args:
        folder: A folder of records.
        command: What asks, such as `accept`; others are shown it.

    Returns:
        The lock, or None and an error that says who holds it or why it cannot be had.
    """
    folder = folder.resolve()
    path = folder / LOCK
    try:
        for _ in range(_TRIES):
            handle = _open(path)
            taken = False
            try:
                _hold(handle)
                taken = _is(path, handle)
                if taken:
                    _sign(handle, command)
                    return Lock(folder, handle), []
            except BlockingIOError:
                return None, [_held(handle)]
            finally:
                if not taken:
                    os.close(handle)
    except OSError as problem:
        return None, [_refused(f"This folder cannot be locked for writing: {why(problem)}.")]
    return None, [_refused("Other makegood commands are writing to this folder.")]


def _hold(handle: int) -> None:
    """Take the system's hold on an open file.

    Raises:
        BlockingIOError: If another process has it.
        OSError: If there is no such thing for this file, on this disk or on this system.
    """
    try:
        import fcntl  # noqa: PLC0415 - not every system has it
    except ImportError:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise OSError(errno.EINVAL, f"{LOCK} is no ordinary file")
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _open(path: Path) -> int:
    how = os.O_RDWR | NOT_THROUGH_LINKS | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, how)
    except FileNotFoundError:
        handle = os.open(path, how | os.O_CREAT, 0o600)
    # Whoever may write to the folder may take the lock that a killed command of somebody else's left.
    with suppress(OSError):
        os.fchmod(handle, stat.S_IMODE(path.parent.stat().st_mode) & 0o666)
    return handle


def _is(path: Path, handle: int) -> bool:
    """Return whether an open file is still the one of that name."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except OSError:
        return False


def _sign(handle: int, command: str) -> None:
    now = dt.datetime.now(tz=dt.UTC).astimezone()
    holder = {"command": command, "process": os.getpid(), "machine": platform.node(), "since": f"{now:%Y-%m-%d %H:%M}"}
    with suppress(OSError):
        # On a full disk nobody can read who holds it; the hold is no weaker.
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{json.dumps(holder)}\n".encode(), 0)


def _held(handle: int) -> Finding:
    who = ""
    with suppress(OSError, ValueError, TypeError, KeyError):
        holder = json.loads(os.pread(handle, _LONGEST, 0))
        since = dt.datetime.strptime(holder["since"], "%Y-%m-%d %H:%M").astimezone()
        today = since.date() == dt.datetime.now(tz=dt.UTC).astimezone().date()
        elsewhere = "" if holder["machine"] == platform.node() else f" on {_word(holder['machine'])}"
        who = (
            f" ({_word(holder['command'])}, process {int(holder['process'])}{elsewhere}, "
            f"since {since:%H:%M}{'' if today else since.strftime(' on %Y-%m-%d')})"
        )
    says = f"Another makegood command{who} is writing to this folder. Try again when it is done."
    return Finding("error", "folder_in_use", says, Origin())


def _word(text: str) -> str:
    """Return what a file of the folder says as a word that is safe to show."""
    return "".join(sign for sign in text[:40] if sign.isascii() and (sign.isalnum() or sign in "-._")) or "?"


def _refused(says: str) -> Finding:
    return Finding("error", "cannot_lock", says, Origin(), expected="a folder that you may write to")
