"""`makegood capacity`: what is promised, owed and free by week, and which weeks cannot hold."""

import datetime as dt
from typing import Annotated, Final, Literal

import typer

from makegood.answers.capacity import EIGHT_WEEKS, capacity, next_weekday
from makegood.cli.fail import refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, asked, day, records_of
from makegood.cli.out import print_data
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.write import csv_text, json_text
from makegood.planner.capacity.week import WEEK_COLUMNS, Capacity, Week
from makegood.planner.capacity.words import HOW, WHOSE, verdicts, whose_week

LONGEST: Final = dt.timedelta(731)


def command(
    folder: Folder,
    *,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day (default: the next weekday).")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last (default: eight weeks).")
    ] = None,
    as_of: AsOf = None,
    format_: Annotated[Literal["table", "json", "csv"], typer.Option("--format", help="How to print it.")] = "table",
    dates: Dates = "iso",
) -> None:
    """Print the services of each school, then each provider's weeks."""
    upto = day(as_of)
    first = day(from_, "--from") if from_ is not None else next_weekday(upto)
    last = day(until, "--until") if until is not None else first + EIGHT_WEEKS
    if last < first:
        refuse_input(f"--until {last} is before --from {first}.", expected=f"{first} or later")
    if last - first > LONGEST:
        refuse_input(f"{first} to {last} is longer than two years.", expected="an earlier --until")
    records = records_of(folder, upto, dates, quiet=format_ != "table")
    found, findings = asked(lambda: capacity(records, upto, first, last))
    if format_ == "json":
        told = {"as_of": upto.isoformat(), **found.as_dict()}
        print_data(json_text(told | {"in_words": [*verdicts(found.weeks), *HOW, WHOSE]}))
    elif format_ == "csv":
        print_data(csv_text(WEEK_COLUMNS, (week.as_dict() for week in found.weeks)))
    else:
        show(findings)
        _print(found, upto)


def _print(found: Capacity, upto: dt.date) -> None:
    for sentence in verdicts(found.weeks):
        say(sentence)
    say()
    weeks = len({week.monday for week in found.weeks})
    columns = [("school", "id"), ("service", "words"), ("promised", "right"), ("needed", "right")]
    columns += [("nobody there", "right"), ("waiting", "right"), ("weeks that cannot hold", "words")]
    rows = [
        [
            line.school_id or "-",
            line.service_type.replace("_", " "),
            *(minutes(n) for n in (line.promised, line.needed, line.nobody_there, line.waiting)),
            f"{len(line.cannot_hold)} of {weeks}, from {line.cannot_hold[0]}" if line.cannot_hold else "-",
        ]
        for line in found.services
    ]
    show_table(f"{found.first} to {found.last}, in minutes; waiting: now ({upto})", columns, rows)
    say()
    columns = [("provider", "words"), ("week of", "id"), ("promised", "right"), ("needed", "right")]
    columns += [("waiting", "right"), ("free", "right"), ("holds", "id"), ("too few", "right"), ("", "words")]
    show_table("Each week, in minutes", columns, [_row(week) for week in found.weeks])
    say()
    for sentence in (*HOW, WHOSE):
        say(sentence)


def _row(week: Week) -> list[str]:
    figures = [minutes(n) for n in (week.promised, week.needed, week.waiting, week.free)]
    verdict = ["yes" if week.holds else "NO", minutes(week.too_few), week.state]
    return [whose_week(week), week.monday.isoformat(), *figures, *verdict]
