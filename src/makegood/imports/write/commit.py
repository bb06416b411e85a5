"""Putting files into a folder, all or none: the old folder stands there, or the new one."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from makegood.terms.findings import Finding, Origin, errors

_HERE: Final = -100
_EXCHANGE: Final = 2
"""Linux's own numbers, from fcntl.h and stdio.h: paths as they are, and two names that change places."""


def commit(folder: Path, files: Mapping[str, bytes | None], check: Callable[[Path], list[Finding]]) -> list[Finding]:
    """Write files into a folder; killed at any moment, it leaves the old folder or the new one.

    The new folder is complete beside the old one, and has been checked, before the two change places.

    Args:
        folder: The folder; it need not be there yet.
        files: What each file is to hold, by its path in the folder; None takes it away.
        check: Looks at the new folder; any error it returns keeps it from being written.

    Returns:
        What was found; if any finding is an error, nothing was written.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as problem:
        return [_not_written(folder, problem)]
    try:
        made = room / folder.name
        if folder.exists():
            shutil.copytree(folder, made, symlinks=True)
        made.mkdir(exist_ok=True)
        for name, data in files.items():
            _put(made / name, data)
        found = check(made)
        if errors(found):
            return found
        if folder.exists():
            _exchange(made, folder)
        else:
            made.replace(folder)
    except OSError as problem:
        return [_not_written(folder, problem)]
    else:
        return found
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _exchange(made: Path, folder: Path) -> None:
    """Let two folders change places: in one step where the system can, so that one of them is always there."""
    libc = ctypes.CDLL(None, use_errno=True)
    swap = getattr(libc, "renameat2", None)
    if swap is not None and swap(_HERE, os.fsencode(made), _HERE, os.fsencode(folder), _EXCHANGE) == 0:
        return
    old = made.with_name(f"{made.name}.old")
    folder.replace(old)
    made.replace(folder)


def _not_written(folder: Path, problem: OSError) -> Finding:
    says = f"Nothing was written: {problem.strerror}."
    return Finding("error", "not_written", says, Origin(folder.name), expected="a folder that you may write to")
