"""`makegood explain`: the whole way of one session's minutes."""

from typing import Annotated, Final

import typer
from rich.console import Console

from makegood.cli.fail import refuse_input
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, account_of, day, known_day, records_of
from makegood.statements.explain import explain
from makegood.statements.explain_subject import student_of
from makegood.statements.explain_terminal import print_explanation

NAME: Final = "explain"
HELP: Final = "Why one session stands as it does: its rule and its rows."


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
    upto = day(as_of)
    records = records_of(folder, upto, dates, known_on=known_day(known_on), quiet=True)
    student = student_of(records, session_id)
    told = None
    if student is not None:
        told = explain(records, account_of(records, upto, {student}), session_id)
    if told is None:
        refuse_input(
            f"these records tell nothing of {session_id!r} up to {upto}.",
            expected="a session_id, or SERVICE_ID:DATE for a gap or unrecorded minutes",
        )
    print_explanation(told, Console())
