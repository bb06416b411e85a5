"""Turns: few files are made at the same time; the others wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

_AT_ONCE: Final = BoundedSemaphore(2)
"""So many are made at the same time."""
_WAIT: Final = 20
"""Seconds for which one waits for a turn."""


@contextmanager
def turn() -> Iterator[bool]:
    """Wait for a turn to make a file; whether one got it, since too many others may be waiting."""
    got = _AT_ONCE.acquire(timeout=_WAIT)
    try:
        yield got
    finally:
        if got:
            _AT_ONCE.release()
