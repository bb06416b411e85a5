"""A folder of two tables, a change of both, and a process that is killed while it makes it."""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from makegood.files.commit import Change, commit
from makegood.files.lock import lock
from makegood.files.seen import Seen
from makegood.terms.findings import Finding

NAMES = ("offers.csv", "pinned.csv")
OLD = {"offers.csv": b"offer_id\nO1\n", "pinned.csv": b"pinned_id\nM0001\n"}
NEW = {name: data + b"added\n" for name, data in OLD.items()}


def folder(path: Path) -> Path:
    """Write the two tables as they are before the change."""
    path.mkdir(exist_ok=True)
    for name, data in OLD.items():
        (path / name).write_bytes(data)
    return path.resolve()


def stands(path: Path) -> dict[str, bytes]:
    """Return all that is in a folder, hidden files too."""
    return {each.name: each.read_bytes() for each in path.iterdir()}


def change(path: Path, after_reading: Callable[[], object] = lambda: None) -> list[Finding]:
    """Read both tables, let something happen, and add a row to each."""
    held, findings = lock(path, "accept")
    if held is None:
        return findings
    with held:
        seen = Seen.of(held.folder)
        read = {name: (path / name).read_bytes() if (path / name).exists() else None for name in NAMES}
        after_reading()
        return commit(held, "accept", [Change(path / name, read[name], NEW[name]) for name in NAMES], seen)


def killed_at(step: int, work: Callable[[], object], own: Path) -> bool:
    """Do some work in a process that dies just before its step of that number; return whether it died.

    Python tells of each file that is opened, renamed or removed, and of each function of the system's library that is
    asked for by name, which renames in one step: only that, or what names the folder, counts as a step.
    """
    child = os.fork()
    if child == 0:
        steps = count(1)

        def die(event: str, words: tuple[Any, ...]) -> None:
            named = any(str(own) in str(word) for word in words)
            counts = event == "ctypes.dlsym" or (named and event.startswith(("open", "os.", "shutil.")))
            if counts and next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(die)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
