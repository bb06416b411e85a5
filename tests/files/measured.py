"""What reading a file comes to, and what it takes, in a process that is measured."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from makegood.terms.findings import Finding

_WITH_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from makegood.intake import read_folder
most = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
print("\\n".join(finding.line() for finding in read_folder(Path(sys.argv[1]))[1]), end="")
"""


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


def measured_with_memory(path: Path, most: int) -> Measured:
    """Read a folder or workbook in a process that may take so many bytes.

    It is a new one: a copy of this process may hold more already, and could then not even start another.
    """
    command = [sys.executable, "-c", _WITH_LITTLE_MEMORY, str(path), str(most)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
    assert status == 0, f"reading ended with {status}"
    return Measured(told, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)


def _held() -> int:
    """Return the megabytes that this process holds now (Linux)."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a file of the system
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000
