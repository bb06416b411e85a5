"""`makegood explain`: the whole way of one session's minutes."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from makegood.answers.explain import explanation, gaps_near
from makegood.cli.fail import refuse_input
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, answered, as_known, day, is_site, known_day, read_report
from makegood.cli.paper import Paper
from makegood.files.reading import is_folder
from makegood.intake import students_asked_about
from makegood.statements.explain.explanation import Explanation
from makegood.terms.echo import echo, quoted


def command(
    folder: Folder,
    session_id: Annotated[
        str,
        typer.Argument(metavar="SESSION_ID", help="A session_id; or SERVICE_ID:DATE for a gap with no row."),
    ],
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Explain a miss, a session, a make-up, a compensatory session or a corrected row."""
    upto, known = day(as_of), known_day(known_on)
    # Whose session it is, the tables of a folder say without being read whole; of all others everything is read.
    whose = students_asked_about(folder, session_id) if is_folder(folder) and not is_site(folder) else None
    records, _ = read_report(folder, upto, dates, known_on=known, only=whose)
    found = answered(lambda: explanation(records, session_id, upto))
    if found is None:
        near = [ref for ref in gaps_near(records, session_id, upto) if echo(ref) is not None]
        hint = f" Its nearest gaps without a row are {', '.join(near)}." if near else ""
        refuse_input(
            f"these records tell nothing of {quoted(session_id)} up to {upto}.{hint}",
            expected="a session_id, or SERVICE_ID:DATE for a gap or unrecorded minutes",
        )
    _print(found, as_known(known), Paper())


def _print(explanation: Explanation, known: str, console: Paper) -> None:
    """Print an explanation. Every value is printed as it stands: nothing in it is taken for markup."""
    console.print(Text(explanation.title + known, style="bold"))
    for part in explanation.parts:
        console.print()
        console.print(Text(part.heading, style="bold"))
        for line in part.lines:
            table = Table.grid(padding=(0, 1))
            table.add_row(Text(" -"), Text(line))
            console.print(table)
