"""`makegood backup`: a copy of the site, also while people work in it."""

from pathlib import Path
from typing import Annotated

import typer

from makegood.cli.fail import refuse_input
from makegood.cli.out import print_line
from makegood.cli.serve import DATA
from makegood.cli.write import refuse_output, write_folder
from makegood.web.backup import copy, damages


def command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder for the copy.")],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="The site's folder.")] = DATA,
) -> None:
    """Copy the site into a new folder, and look at the copy. Whoever can read the copy can read every record."""
    for wrong in damages(data):
        refuse_input(
            f"{data} is no site that can be copied: {wrong}.", expected="the folder of 'makegood serve --data'"
        )
    refuse_output(out, None, data)
    write_folder(out, lambda made: copy(data, made), None, data)
    for wrong in damages(out):
        refuse_input(f"the copy is not whole: {wrong}.", expected="another place, such as another disk")
    print_line(
        f"Written: {out}. Keep it as you keep the records themselves. To use it: makegood restore {out} --data DIR"
    )
