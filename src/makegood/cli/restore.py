"""`makegood restore`: a backup becomes a site again, in a new folder."""

from pathlib import Path
from typing import Annotated

import typer

from makegood.cli.backup import copy_whole
from makegood.cli.out import print_line


def command(
    backup: Annotated[Path, typer.Argument(metavar="BACKUP", help="The folder that 'makegood backup' wrote.")],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A new folder for the site.")],
) -> None:
    """Put a backup into a new folder. The site that is there now is left alone: nothing is written over."""
    copy_whole(backup, data, "is no backup that can be used", expected="a folder that 'makegood backup' wrote")
    print_line(f"Written: {data}. Now: makegood serve --data {data}")
