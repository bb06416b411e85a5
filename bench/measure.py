"""Running a job as a child process: its time, its memory, and a limit to both our patience."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SLOW: Final = 30.0
"""Seconds from which a job is measured once only, in one piece: loading its code no longer matters."""

_ROOT: Final = Path(__file__).parent.parent


class StoppedError(Exception):
    """A job that took longer than it may."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a job took.

    Attributes:
        work: Seconds of the work itself, its code loaded: the median of the runs.
        command: Seconds of a whole process, from its start to its end.
        memory: The most memory that a process held (resident), in megabytes.
        runs: How many runs the median is of.
        told: What the job counted.
    """

    work: float
    command: float
    memory: float
    runs: int
    told: dict[str, Any]


def measure(job: str, folder: Path, ready: Path, runs: int, limit: float) -> Measured:
    """Measure a job on a state, after a run that only warms up: compiled code is kept, files are in memory.

    Args:
        job: One of `bench.child.JOBS`.
        folder: The state.
        ready: A state of a few students, to load a job's code with.
        runs: How many runs.
        limit: Seconds after which a run is stopped.

    Raises:
        StoppedError: If it was.
    """
    _, command = run(job, folder, limit=limit)
    whole, command = run(job, folder, limit=limit)
    slow = command > SLOW
    each = [whole] if slow else [run(job, folder, ready, limit=limit)[0] for _ in range(runs)]
    work = statistics.median(told["work"] for told in each)
    memory = max(told["memory"] for told in each)
    return Measured(work, command, memory, len(each), whole)


def run(job: str, folder: Path, ready: Path | None = None, *, limit: float) -> tuple[dict[str, Any], float]:
    """Run a job once in a process of its own; return what it printed, and the seconds of the whole process."""
    # Beside the records: the system's own place for temporary files may lie in memory.
    with tempfile.TemporaryDirectory(dir=folder.parent) as out:
        folders = [str(path) for path in (folder, out, ready) if path is not None]
        start = time.perf_counter()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "bench.child", job, *folders],
                cwd=_ROOT,
                stdout=subprocess.PIPE,
                timeout=limit,
                check=True,
            )
        except subprocess.TimeoutExpired:
            raise StoppedError from None
        seconds = time.perf_counter() - start
    told: dict[str, Any] = json.loads(done.stdout)
    return told, seconds
