"""`makegood restore`: a backup becomes a site again, in a new folder."""

from pathlib import Path
from typing import Annotated

import typer

from makegood.cli.fail import refuse_input
from makegood.cli.out import print_line
from makegood.cli.write import refuse_output, write_folder
from makegood.web.backup import copy, damages


def command(
    backup: Annotated[Path, typer.Argument(metavar="BACKUP", help="The folder that 'makegood backup' wrote.")],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A new folder for the site.")],
) -> None:
    """Put a backup into a new folder. The site that is there now is left alone: nothing is written over."""
    for wrong in damages(backup):
        refuse_input(
            f"{backup} is no backup that can be used: {wrong}.", expected="a folder that 'makegood backup' wrote"
        )
    refuse_output(data, None, backup)
    write_folder(data, lambda made: copy(backup, made), None, backup)
    print_line(f"Written: {data}. Now: makegood serve --data {data}")
