"""What reading a file comes to, and what it takes, in a process that is measured."""

import os
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from makegood.terms.findings import Finding


@dataclass(frozen=True)
class Measured:
    """How reading ended.

    Attributes:
        told: The findings as a person reads them, a line each.
        seconds: Seconds of work.
        megabytes: How much memory it took more than was held before.
    """

    told: str
    seconds: float
    megabytes: int


def measured(read: Callable[[], Sequence[Finding]]) -> Measured:
    """Read in a copy of this process, which may die of it."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            told = "\n".join(finding.line() for finding in read())
            with os.fdopen(into, "wb") as pipe:
                pickle.dump(told, pipe)
            code = 0
        finally:
            os._exit(code)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        data = pipe.read()
    _, status, used = os.wait4(child, 0)
    assert status == 0, f"reading ended with {status}"
    told = pickle.loads(data)  # noqa: S301 - it is this test's own
    return Measured(told, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024 - _held())


def _held() -> int:
    """Return the megabytes that this process holds now (Linux)."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a file of the system
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000
