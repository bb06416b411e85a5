"""`makegood mandate`: what an IEP's own words promise."""

from typing import Annotated, Literal

import typer

from makegood.cli.write import json_text
from makegood.intake.mandate import FLAGS, explain, read_mandate


def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The IEP's own words, in quotes.")],
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print the readings of a mandate, why a person must choose, and the words that are no part of the amount."""
    reading = read_mandate(text)
    if format_ == "json":
        typer.echo(json_text(reading.as_dict()), nl=False)
        return
    for each in reading.readings:
        typer.echo(f"  {explain(each)}")
    if reading.status == "review":
        typer.echo("Please choose, because:" if reading.readings else "This cannot be read, because:")
        for flag in reading.flags:
            typer.echo(f"  - {FLAGS[flag]}")
    if reading.unread:
        typer.echo(f"Words that were not read: {', '.join(reading.unread)}")
    around = [*reading.aside, *reading.dates]
    if around:
        typer.echo(f"Not part of the amount: {'; '.join(around)}")
