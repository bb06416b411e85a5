"""`makegood mandate`: what an IEP's own words promise."""

from typing import Annotated, Final, Literal

import typer

from makegood.cli.write import json_text
from makegood.intake.mandate import FLAGS, explain, read_mandate

NAME: Final = "mandate"
HELP: Final = "Read an IEP's wording, such as '2 x 30 min weekly'."


def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The IEP's own words, in quotes.")],
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print the readings of a mandate; two or none mean that a person decides."""
    reading = read_mandate(text)
    if format_ == "json":
        typer.echo(json_text(reading.as_dict()), nl=False)
        return
    for each in reading.readings:
        typer.echo(f"  {explain(each)}")
    if reading.status == "ok":
        return
    typer.echo("A person needs to decide:" if reading.readings else "This cannot be read, so a person decides:")
    for flag in reading.flags:
        typer.echo(f"  - {FLAGS[flag]}")
