"""`makegood reasons`: the fixed words for why minutes were missed."""

from typing import Annotated, Final, Literal

import typer

from makegood.cli.paper import say, show_table
from makegood.cli.write import json_text
from makegood.terms.reasons import IN_WORDS, PARTIES, PARTY_OF, Party

NAME: Final = "reasons"
HELP: Final = "The words for why minutes were missed, and whose they are."
OF: Final[dict[Party, str]] = {
    "family": "the child or the family",
    "provider": "who gives the service",
    "district": "the district",
    "school": "the school's day",
    "calendar": "the calendar",
    "external": "nobody here",
    "unrecorded": "no record",
    "other": "not said",
}


def command(
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print the reasons by party."""
    ordered = [(party, word) for party in PARTIES for word, belongs in PARTY_OF.items() if belongs == party]
    if format_ == "json":
        told = [{"reason": word, "party": party, "in_words": IN_WORDS[word]} for party, word in ordered]
        typer.echo(json_text({"reasons": told}), nl=False)
        return
    rows = []
    last: Party | None = None
    for party, word in ordered:
        rows.append([OF[party] if party != last else "", word, IN_WORDS[word]])
        last = party
    show_table("Why minutes were missed", [("belongs to", "left"), ("reason", "id"), ("in words", "words")], rows)
    say(
        "Write these in the column 'reason' of the table 'sessions'. A blank is 'other'. A policy may have codes of "
        "its own ('makegood policy show ID'). A reason says what happened, not whose fault it was or what is owed."
    )
