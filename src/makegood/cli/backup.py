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
    copy_whole(data, out, "is no site that can be copied", expected="the folder of 'makegood serve --data'")
    for wrong in damages(out):
        refuse_input(f"the copy is not whole: {wrong}.", expected="another place, such as another disk")
    print_line(
        f"Written: {out}. Keep it as you keep the records themselves. To use it: makegood restore {out} --data DIR"
    )


def copy_whole(source: Path, out: Path, says: str, *, expected: str) -> None:
    """Copy a site or a backup into a new folder, or refuse a source that is damaged and a place that is taken.

    Args:
        source: What is copied.
        out: The new folder.
        says: What a damaged source is not.
        expected: What is needed in its place.
    """
    for wrong in damages(source):
        refuse_input(f"{source} {says}: {wrong}.", expected=expected)
    refuse_output(out, None, source)
    write_folder(out, lambda made: copy(source, made), None, source)
