"""`makegood simulate`: a made-up state of any size."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from makegood.cli.out import print_line
from makegood.cli.paper import Paper
from makegood.cli.write import refuse_output, write_folder
from makegood.simulation import YEAR_END, simulate


def command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder.")],
    students: Annotated[int, typer.Option("--students", metavar="N", min=1, help="How many students.")] = 10_000,
    seed: Annotated[int, typer.Option("--seed", metavar="S", min=0, help="The same seed gives the same state.")] = 1,
) -> None:
    """Write the state as Parquet, in the layout that `makegood ledger` folds fastest."""
    refuse_output(out, None)
    with Progress(console=Paper(stderr=True), transient=True) as progress:
        task = progress.add_task("Making up a state", total=None)

        def done(finished: int, all_: int) -> None:
            progress.update(task, completed=finished, total=all_)

        write_folder(out, lambda made: simulate(students, seed, made, done=done), None)
    print_line(f"Written: {out}. Now: makegood ledger {out} --as-of {YEAR_END} --format parquet --out account")
