"""A piece of Python in a process of its own, and what it took."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final, NamedTuple

PRODUCT: Final = "from makegood.cli.main import run; run()"
"""A command of Makegood."""
_ROOT: Final = Path(__file__).parent.parent
_RUN: Final = """
import sys
sys.argv[0] = "makegood"
try:
    exec(sys.argv.pop(1))
finally:
    from bench.memory import most_memory
    print(most_memory(), file=sys.stderr)
"""
"""A process counts its own memory: the system counts what its parent held as its own."""


class Taken(NamedTuple):
    """What a process took: seconds on the clock and of the processor, and the most memory it held, in megabytes."""

    wall: float
    processor: float
    memory: float


def run(program: str, *words: str, checkout: Path | None = None) -> Taken:
    """Run a piece of Python with words as its arguments; its output is thrown away.

    Args:
        program: The piece of Python.
        words: Its arguments.
        checkout: Where another version of Makegood lies, to be run instead of this one.

    Raises:
        SystemExit: If it fails.
    """
    paths = {} if checkout is None else {"PYTHONPATH": str(checkout / "src")}
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run(
        [sys.executable, "-c", _RUN, program, *words],
        cwd=_ROOT, env=os.environ | paths, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    wall, after = time.perf_counter() - begin, os.times()
    if done.returncode:
        sys.exit(f"not measured: {' '.join(words) or program} left with {done.returncode}")
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Taken(wall, processor, float(done.stderr.split()[-1]))
