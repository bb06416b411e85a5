"""Watching a plan grow: progress on standard error, and a first Ctrl-C that keeps the best plan so far."""

import signal
from types import FrameType
from typing import Self

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from makegood.cli.paper import Paper


class Watch:
    """Shows the best plan so far, and remembers that somebody asked to stop.

    Within it the first Ctrl-C sets `stopped`; a second one interrupts as anywhere else.
    """

    def __init__(self, what: str) -> None:
        """Show what is being done."""
        self._what = what
        self._stopped = False
        self._before = signal.getsignal(signal.SIGINT)
        console = Paper(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._progress.add_task(what)

    def __enter__(self) -> Self:
        """Begin to watch."""
        signal.signal(signal.SIGINT, self._interrupt)
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Give the terminal and Ctrl-C back."""
        self._progress.stop()
        signal.signal(signal.SIGINT, self._before)

    def now(self, what: str) -> None:
        """Show what is being done next."""
        self._what = what
        self._progress.update(self._task, description=what)

    def stopped(self) -> bool:
        """Return whether somebody asked to stop."""
        return self._stopped

    def best(self, planned: int, bound: int | None = None) -> None:
        """Show how many minutes are planned, of how many at most."""
        most = "" if bound is None else f" of at most {bound:,}"
        self._progress.update(self._task, description=f"{self._what}: best so far {planned:,}{most} minutes")

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self._stopped = True
        self._progress.update(self._task, description=f"{self._what}: stopping, and checking the best plan so far")
        signal.signal(signal.SIGINT, self._before)
