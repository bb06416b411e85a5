"""`makegood calendar`: a calendar file as rows that a person confirms."""

import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from makegood.cli.fail import refuse, refuse_input
from makegood.cli.out import print_data, print_line, print_note
from makegood.cli.paper import say, show_table
from makegood.cli.write import json_text
from makegood.files.reading import is_there
from makegood.intake.calendar_rows import CalendarSuggestion, calendar_rows, write_calendar_csv
from makegood.intake.dates import read_date
from makegood.intake.ics import read_ics
from makegood.terms.findings import errors


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE.ics", help="The calendar file.")],
    calendar: Annotated[
        str, typer.Option("--calendar", metavar="ID", help="The calendar_id that the rows are for (table 'terms').")
    ],
    *,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day of the school year (with --to).")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day of the school year (with --from).")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the rows to this new .csv file.")
    ] = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print or write the suggestions; nothing of them counts before a person says so."""
    if not calendar.strip():
        refuse_input("--calendar is blank.", expected="a calendar_id of the table 'terms'")
    if not is_there(file):
        refuse_input(f"there is no file {file}.", expected="a calendar file that ends in .ics")
    suggestions, findings = read_ics(file, calendar.strip(), _year(start, end))
    if errors(findings):
        refuse(findings)
    for finding in findings:
        print_note(finding.line())
    if out is not None:
        refused = write_calendar_csv(suggestions, out)
        if refused:
            refuse(refused)
        print_line(
            f"Written: {out}, {len(calendar_rows(suggestions))} rows. Write yes or no in 'confirm' on each, put right "
            "what is wrong, and save it as calendar.csv in your folder of records."
        )
        _name_left_out(suggestions)
    elif format_ == "json":
        print_data(json_text({"suggestions": calendar_rows(suggestions), "left_out": _left_out(suggestions)}))
    else:
        _print(file, suggestions)


def _year(start: str | None, end: str | None) -> tuple[dt.date, dt.date] | None:
    """Return the school year that is asked for, or None if it is to be taken from the file."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        refuse_input("--from and --to belong together.", expected="both, or neither")
    first, last = (read_date(each.strip()) for each in (start, end))
    if not isinstance(first, dt.date) or not isinstance(last, dt.date) or last < first:
        refuse_input("--from and --to are not two dates in order.", expected="dates such as 2026-08-24 and 2027-06-11")
    return first, last


def _print(file: Path, suggestions: list[CalendarSuggestion]) -> None:
    kept = [one for one in suggestions if one.is_row]
    columns = [
        *(("date", "id"), ("until", "id"), ("kind", "left"), ("what the calendar says", "words")),
        *(("grades", "words"), ("look", "left")),
    ]
    rows = [
        [
            one.date.isoformat(),
            one.until.isoformat() if one.until else "",
            (one.kind or "?").replace("_", " "),
            one.label,
            " ".join(one.sense.grades),
            "look twice" if one.verdict == "ask" else "",
        ]
        for one in kept
    ]
    if rows:
        show_table(f"{file.name}: days that may differ", columns, rows)
    counted = Counter(one.verdict for one in suggestions)
    say(
        f"{len(suggestions):,} entries: {counted['clear']:,} seem clear, {counted['ask']:,} need a second look, "
        f"{counted['named'] + counted['left_out']:,} only inform and are left out."
    )
    _name_left_out(suggestions)
    say("These are suggestions: the words do not always mean a day off. --out FILE writes them to be confirmed.")


def _name_left_out(suggestions: list[CalendarSuggestion]) -> None:
    """Name the entries that were left out though a word of theirs may mean a day off, a title once."""
    days: dict[str, list[str]] = defaultdict(list)
    for one in suggestions:
        if one.verdict == "named":
            days[one.label].append(one.date.isoformat())
    if days:
        say("Left out, but please look whether one of these is a day without school or a short day:")
        for label, dates in days.items():
            more = f" and {len(dates) - 1:,} more" if len(dates) > 1 else ""
            say(f"  {dates[0]}{more}: {label}")


def _left_out(suggestions: list[CalendarSuggestion]) -> list[dict[str, str]]:
    return [{"date": one.date.isoformat(), "label": one.label} for one in suggestions if one.verdict == "named"]
