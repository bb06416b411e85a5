"""The program, run in a copy of this process that is measured, and what it must never do."""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SECONDS: Final = 30
"""Of work; no input of a case needs a tenth of it."""
WAIT: Final = 300
"""By the clock: other work may go on on this machine."""
MEGABYTES: Final = 600
"""More than the program takes once it is loaded."""
_CODES: Final = {0, 2}
_BAD: Final = ("Traceback", "something went wrong that should not", "panicked", "Fatal Python error")


@dataclass(slots=True)
class Tally:
    """What a runner did so far."""

    cases: int = 0
    commands: int = 0
    codes: dict[int, int] = field(default_factory=dict)
    seconds: float = 0
    slowest: float = 0
    most: int = 0

    def line(self) -> str:
        """Return it in words."""
        codes = ", ".join(f"{count:,} ended with {code}" for code, count in sorted(self.codes.items()))
        return (
            f"{self.cases:,} cases, {self.commands:,} commands ({codes}), slowest {self.slowest:.1f} s of work, "
            f"most memory {self.most:,} MB"
        )


def prepare() -> None:
    """Load the program once; each run begins as a copy of this process."""
    from makegood.cli import main  # noqa: F401, PLC0415 - it is slow to load

    for name in ("makegood.ledger.run", "makegood.statements.statement.page"):
        __import__(name)


def attempt(room: Path, tally: Tally, *words: object, changes: bool = False) -> Iterator[str]:
    """Run a command in a room; yield what it did that it must never do.

    Args:
        room: The folder that it is run in, which holds its input.
        tally: Where to count it.
        words: The command's words.
        changes: Whether it may change what lies in the room if it ends with 0.
    """
    before = _listed(room)
    code, err, seconds, megabytes = _ended(room, [str(word) for word in words])
    tally.commands += 1
    tally.codes[code] = tally.codes.get(code, 0) + 1
    tally.slowest, tally.most = max(tally.slowest, seconds), max(tally.most, megabytes)
    said = " ".join(map(str, words))
    if code not in _CODES:
        yield f"{said}: ended with {code}: {err[-300:]}"
    if code in _CODES and any(bad in err for bad in _BAD):
        yield f"{said}: wrote on standard error: {err[-600:]}"
    if seconds > SECONDS:
        yield f"{said}: took {seconds:.0f} seconds"
    if megabytes > MEGABYTES:
        yield f"{said}: took {megabytes:,} MB"
    after = _listed(room)
    hidden = [name for name in after.keys() - before.keys() if Path(name).name.startswith(".")]
    if hidden:
        yield f"{said}: left {', '.join(sorted(hidden))}"
    touched = [name for name, state in before.items() if after.get(name) != state]
    if touched and not (changes and code == 0):
        yield f"{said}: changed {', '.join(sorted(touched))}"


def _listed(room: Path) -> dict[str, tuple[int, int]]:
    """Return what lies in a room, with each size and time of change."""
    found = {}
    for folder, names, files in os.walk(room):
        for name in (*names, *files):
            path = Path(folder, name)
            with suppress(OSError):
                state = path.lstat()
                is_folder = path.is_dir() and not path.is_symlink()
                found[str(path.relative_to(room))] = (0, 0) if is_folder else (state.st_size, state.st_mtime_ns)
    return found


def _ended(room: Path, words: list[str]) -> tuple[int, str, float, int]:
    """Return how a command ended: its code, standard error, seconds of work and megabytes."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = _held()
        child = _started(room, words, out.fileno(), err.fileno())
        until = time.monotonic() + WAIT
        while True:
            ended, status, used = os.wait4(child, os.WNOHANG)
            if ended:
                break
            if time.monotonic() > until:
                os.kill(child, signal.SIGKILL)
            time.sleep(0.002)
        err.seek(0)
        text = err.read().decode("utf-8", "replace")
    seconds = used.ru_utime + used.ru_stime
    # What this process holds is the copy's too from its beginning, and is nothing that the command took.
    megabytes = max(0, used.ru_maxrss // (1024 if sys.platform == "linux" else 1024 * 1024) - begun)
    return os.waitstatus_to_exitcode(status), text, seconds, megabytes


def _held() -> int:
    """Return how many megabytes a copy of this process begins with, where the system tells it: all but its files."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) // 1024 for line in lines if line.startswith("RssAnon:"))


def side_by_side(room: Path, tally: Tally, *commands: tuple[object, ...], kill_after: float | None = None) -> list[int]:
    """Run commands at once; return how each ended, negative where a signal ended it.

    Args:
        room: The folder that they are run in.
        tally: Where to count them.
        commands: Each command's words.
        kill_after: Kill them after so many seconds, if they have not ended.
    """
    with tempfile.TemporaryFile() as thrown_away:
        file = thrown_away.fileno()
        running = [_started(room, [str(word) for word in words], file, file) for words in commands]
        if kill_after is not None:
            time.sleep(kill_after)
            for child in running:
                os.kill(child, signal.SIGKILL)
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in running]
    tally.commands += len(codes)
    for code in codes:
        tally.codes[code] = tally.codes.get(code, 0) + 1
    return codes


def _started(room: Path, words: list[str], out: int, err: int) -> int:
    """Begin a command in a copy of this process; return the process's number."""
    child = os.fork()
    if child == 0:
        _be_the_program(room, words, out, err)
    return child


def _be_the_program(room: Path, words: list[str], out: int, err: int) -> None:
    """Turn this copy of the process into the program; it never returns."""
    code = 1
    try:
        os.chdir(room)
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.argv = ["makegood", *words]
        from makegood.cli import main  # noqa: PLC0415 - loaded before

        main.run()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException as failure:  # noqa: BLE001 - a crash is what is looked for
        os.write(2, f"Traceback: {failure!r}".encode("utf-8", "replace"))
    finally:
        with suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
