"""Processes: by number and beginning, since a number alone is soon given to another one; and what one may take."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

UNKNOWN: Final = 0
"""The beginning of a process, where the system does not say it."""


def began(pid: int) -> int:
    """Return when a process began, in the system's ticks since the machine started; `UNKNOWN` where it is not known."""
    fields = _fields(pid)
    return int(fields[19]) if fields else UNKNOWN


def runs(pid: int, since: int = UNKNOWN) -> bool:
    """Return whether a process of this number runs that began then, or of which it is not known when it began.

    A process that has ended, and that its parent has not looked after yet, runs no more.
    """
    if not _is_there(pid):
        return False
    fields = _fields(pid)
    if not fields:
        return True
    return fields[0] not in {"Z", "X"} and since in {UNKNOWN, int(fields[19])}


def limit_itself(*, memory: int, seconds: int) -> None:
    """Let this process take no more than it may, and leave nothing of a pupil's on the disk when it is ended.

    Args:
        memory: Bytes.
        seconds: Of work.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for name, most in (("RLIMIT_AS", memory), ("RLIMIT_CPU", seconds), ("RLIMIT_CORE", 0)):
        # A system may have lower limits of its own, or none of this kind.
        with suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, name), (most, most))


def _is_there(pid: int) -> bool:
    if os.name != "posix":
        # Elsewhere this question would end the process that it is about.
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _fields(pid: int) -> list[str]:
    """Return what Linux says of a process, from its state on (proc(5), stat); nothing on another system."""
    with suppress(OSError):
        # The name before them is in brackets, and may hold brackets and blanks itself.
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return []
