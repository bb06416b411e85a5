"""The program as a person runs it, and what it took."""

import ctypes
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass

RUN = "import sys; sys.argv[0] = 'makegood'; from makegood.cli.main import run; run()"


@dataclass(frozen=True)
class Done:
    """How a run ended.

    Attributes:
        code: The exit code; negative if a signal ended it.
        out: Standard output.
        err: Standard error.
        seconds: Seconds of work, of the program and of what it started.
        megabytes: The most memory that one of these processes held.
    """

    code: int
    out: str
    err: str
    seconds: float
    megabytes: int


def makegood(*words: object) -> Done:
    """Run the program in a process of its own."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([sys.executable, "-c", RUN, *map(str, words)], stdout=out, stderr=err)
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        seconds = used.ru_utime + used.ru_stime
        return Done(process.returncode, out.read(), err.read(), seconds, used.ru_maxrss // 1024)


def with_closed_doors(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the program so that it may not read what is closed, also where the tests run as root."""
    command = [sys.executable, "-c", RUN, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=55, preexec_fn=_no_master_key)


def _no_master_key() -> None:
    """Give up, for the program that is started next, that closed files open for root (Linux)."""
    if os.getuid() == 0:
        for key in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, key, 0, 0, 0)  # PR_CAPBSET_DROP
