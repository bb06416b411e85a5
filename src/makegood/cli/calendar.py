"""`makegood calendar`: a calendar file as rows that a person confirms."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from makegood.cli.fail import refuse, refuse_input
from makegood.cli.paper import say, show_table
from makegood.cli.write import json_text
from makegood.intake.calendar_rows import CalendarSuggestion, calendar_rows, write_calendar_csv
from makegood.intake.ics import read_ics
from makegood.terms.findings import errors

NAME: Final = "calendar"
HELP: Final = "Suggest calendar rows from an .ics file, to be confirmed."


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE.ics", help="The calendar file.")],
    calendar: Annotated[
        str, typer.Option("--calendar", metavar="ID", help="The calendar_id that the rows are for (table 'terms').")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the rows to this new .csv file.")
    ] = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print or write the suggestions; nothing of them counts before a person says so."""
    if not calendar.strip():
        refuse_input("--calendar is blank.", expected="a calendar_id of the table 'terms'")
    if not file.is_file():
        refuse_input(f"there is no file {file}.", expected="a calendar file that ends in .ics")
    suggestions, findings = read_ics(file, calendar.strip())
    if errors(findings):
        refuse(findings)
    for finding in findings:
        typer.echo(finding.line(), err=True)
    if out is not None:
        refused = write_calendar_csv(suggestions, out)
        if refused:
            refuse(refused)
        typer.echo(
            f"Written: {out}, {len(calendar_rows(suggestions))} rows. Write yes or no in 'confirm' on each, put right "
            "what is wrong, and save it as calendar.csv in your folder of records."
        )
    elif format_ == "json":
        typer.echo(json_text({"suggestions": calendar_rows(suggestions)}), nl=False)
    else:
        _print(file, suggestions)


def _print(file: Path, suggestions: list[CalendarSuggestion]) -> None:
    kept = [one for one in suggestions if one.meaning != "info"]
    columns = [("date", "id"), ("until", "id"), ("kind", "left"), ("what the calendar says", "words"), ("look", "left")]
    rows = [
        [
            one.date.isoformat(),
            one.until.isoformat() if one.until else "",
            (one.kind or "?").replace("_", " "),
            one.label + (f" ({one.scope})" if one.scope else ""),
            "look twice" if one.confidence == "ask" else "",
        ]
        for one in kept
    ]
    if rows:
        show_table(f"{file.name}: days that may differ", columns, rows)
    counted = Counter(one.confidence for one in kept)
    say(
        f"{len(suggestions):,} entries: {counted['clear']:,} seem clear, {counted['ask']:,} need a second look, "
        f"{len(suggestions) - len(kept):,} only inform and are left out."
    )
    say("These are suggestions: the words do not always mean a day off. --out FILE writes them to be confirmed.")
