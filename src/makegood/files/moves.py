"""Names that move in one step, so that something whole has a name at any moment."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

_HERE: Final = -100
_NEW: Final = 1
_EXCHANGE: Final = 2
"""Linux's own numbers, from fcntl.h and stdio.h: paths as they are; a name that nobody has; two that change places."""

_CANNOT: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP})
"""The file system, or the system, does not know how."""


def exchange(one: Path, other: Path) -> None:
    """Let two files or two folders change places, in one step where the system can.

    Where it cannot, `other` is named by `one` at any moment if both are files; what was there is kept under the name
    of `one` if the system knows two names for one file, and is gone otherwise.

    Raises:
        OSError: If they cannot; then nothing has moved.
    """
    if _rename(one, other, _EXCHANGE):
        return
    aside = one.with_name(f"{one.name}.aside")
    if other.is_dir():
        other.rename(aside)
        one.rename(other)
    else:
        with suppress(OSError):
            os.link(other, aside, follow_symlinks=False)
        one.replace(other)
    with suppress(FileNotFoundError):
        aside.rename(one)


def put_new(made: Path, path: Path) -> None:
    """Give something a name that nobody has.

    Raises:
        FileExistsError: If the name is taken.
        OSError: If it cannot be given.
    """
    if _rename(made, path, _NEW):
        return
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    made.rename(path)


def _rename(one: Path, other: Path, how: int) -> bool:
    """Rename as only Linux can; return whether the system could at all."""
    import ctypes  # noqa: PLC0415 - most commands write nothing

    if sys.platform != "linux":
        return False
    rename: Any = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), how) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def sync(folder: Path) -> None:
    """Let a folder's names outlast a power cut, where the system can promise that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
