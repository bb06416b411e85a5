"""`makegood weekday`: what each weekday costs."""

from typing import Annotated, Final, Literal

import typer

from makegood.cli.fail import show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, account_of, day, known_day, records_of
from makegood.cli.out import print_data
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.write import json_text
from makegood.statements.weekday import WEEKDAYS, Lost, Weekdays, weekdays_of
from makegood.terms.reasons import PARTIES

FEW: Final = 200
"""Sessions on either side below which the sentence warns most plainly."""


def command(
    folder: Folder,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    dates: Dates = "iso",
) -> None:
    """Print both tables, and whether Mondays and Fridays lose more here."""
    upto = day(as_of)
    records = records_of(folder, upto, dates, known_on=known_day(known_on), quiet=format_ == "json")
    ledger = account_of(records, upto)
    found = weekdays_of(records, upto)
    if format_ == "json":
        told = {
            "as_of": upto.isoformat(),
            "calendars": [
                {
                    "calendar_id": row.calendar_id,
                    "weekday": WEEKDAYS[row.weekday],
                    "school_days": row.school_days,
                    "closed_days": row.closed_days,
                }
                for row in found.calendars
            ],
            "weekdays": [{"weekday": WEEKDAYS[weekday], **lost.as_dict()} for weekday, lost in found.days.items()],
            "monday_friday": found.edges.as_dict(),
            "tuesday_to_thursday": found.middle.as_dict(),
            "monday_friday_without_closed_days": found.edges_open.as_dict(),
            "tuesday_to_thursday_without_closed_days": found.middle_open.as_dict(),
            "in_words": sentences(found),
        }
        print_data(json_text(told))
        return
    show(ledger.findings)
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
        [WEEKDAYS[weekday], *(f"{n:,}" for n in (lost.sessions, lost.planned, lost.lost)), _rate(lost)]
        for weekday, lost in found.days.items()
    ]
    show_table(f"Regular sessions up to {upto}, in minutes", [*columns, ("lost of every 1,000", "right")], rows)
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


def _rate(lost: Lost) -> str:
    rate = lost.per_thousand()
    return "-" if rate is None else f"{rate:,}"


def sentences(found: Weekdays) -> list[str]:
    """Say whether Mondays and Fridays lose more here, and on how much that rests."""
    fewest = min(found.edges.sessions, found.middle.sessions)
    if not fewest:
        return ["Mondays and Fridays cannot be compared with the days between: on one side there are no sessions."]
    first = (
        f"Mondays and Fridays {_more(found.edges, found.middle)}: {_rate(found.edges)} of every 1,000 planned minutes "
        f"({found.edges.sessions:,} sessions) against {_rate(found.middle)} on Tuesdays to Thursdays "
        f"({found.middle.sessions:,} sessions)."
    )
    told = [first]
    if found.edges_open.planned and found.middle_open.planned:
        told.append(
            f"Leaving out what was lost to closed days, they {_more(found.edges_open, found.middle_open)}: "
            f"{_rate(found.edges_open)} against {_rate(found.middle_open)}."
        )
    inferred = sum(lost.inferred for lost in found.days.values())
    if inferred:
        told.append(f"{inferred:,} of these sessions are inferred from the weekly slots: nothing is logged for them.")
    told.append(
        (f"This rests on few sessions ({fewest:,} on the smaller side). " if fewest < FEW else "")
        + "These are counts of what is on record up to now. They cannot say whether the next months go the same way."
    )
    return told


def _more(edges: Lost, middle: Lost) -> str:
    """Compare two rates exactly."""
    one, other = edges.lost * middle.planned, middle.lost * edges.planned
    return "lost as much here" if one == other else "lost more here" if one > other else "lost less here"
