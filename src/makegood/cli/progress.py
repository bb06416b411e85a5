"""A sign of life for whatever takes longer than a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


def somebody_answers() -> bool:
    """Return whether a person reads what is printed and can answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal's standard error what is being done, and for how long."""
    if not sys.stderr.isatty():
        yield
        return
    # Whoever writes to a file does not wait for what draws on a terminal.
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    from makegood.cli.paper import Paper  # noqa: PLC0415 - the same

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Paper(stderr=True), transient=True) as progress:
        progress.add_task(what)
        yield
