"""`makegood weekday`: what each weekday costs."""

from typing import Annotated, Literal

import typer

from makegood.answers.weekday import weekdays
from makegood.cli.fail import show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, as_known, asked, day, known_day, records_of
from makegood.cli.out import print_data
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.write import json_text
from makegood.statements.weekday import rate_in_words, sentences
from makegood.terms.reasons import PARTIES
from makegood.terms.weekdays import WEEKDAYS


def command(
    folder: Folder,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    dates: Dates = "iso",
) -> None:
    """Print both tables, and whether Mondays and Fridays lose more here."""
    upto, known = day(as_of), known_day(known_on)
    records = records_of(folder, upto, dates, known_on=known, quiet=format_ == "json")
    found, findings = asked(lambda: weekdays(records, upto))
    if format_ == "json":
        print_data(json_text({"as_of": upto.isoformat(), **found.as_dict()}))
        return
    show(findings)
    names = sorted({row.calendar_id for row in found.calendars})
    present = sorted({row.weekday for row in found.calendars})
    cell = {(row.calendar_id, row.weekday): row for row in found.calendars}
    columns = [("calendar", "left"), *((WEEKDAYS[weekday], "right") for weekday in present)]
    rows = [
        [
            name,
            *(
                f"{cell[name, w].school_days}, {cell[name, w].closed_days}" if (name, w) in cell else "-"
                for w in present
            ),
        ]
        for name in names
    ]
    show_table("School days, days closed in the school year", columns, rows)
    say()
    columns = [("", "id"), ("sessions", "right"), ("planned", "right"), ("lost", "right")]
    rows = [
        [WEEKDAYS[weekday], *(f"{n:,}" for n in (lost.sessions, lost.planned, lost.lost)), rate_in_words(lost)]
        for weekday, lost in found.days.items()
    ]
    title = f"Regular sessions up to {upto}{as_known(known)}, in minutes"
    show_table(title, [*columns, ("lost of every 1,000", "right")], rows)
    say()
    parties = [party for party in PARTIES if any(lost.by_party[party] for lost in found.days.values())]
    rows = [
        [WEEKDAYS[weekday], *(minutes(lost.by_party[party]) for party in parties)]
        for weekday, lost in found.days.items()
    ]
    show_table("Minutes lost, by whose reason it was", [("", "id"), *((party, "right") for party in parties)], rows)
    say("Lost: planned and not held that day, also if it was made good later. 'makegood reasons' lists the parties.")
    for sentence in sentences(found):
        say(sentence)
