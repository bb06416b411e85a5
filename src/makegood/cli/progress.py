"""A sign of life for whatever takes longer than a second."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from makegood.cli.paper import Paper


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal's standard error what is being done, and for how long."""
    console = Paper(stderr=True)
    if not console.is_terminal:
        yield
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        progress.add_task(what)
        yield
