"""`makegood capacity`: what is promised, owed and free by week, and which weeks cannot hold."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal

import typer

from makegood.calendars.days import SATURDAY
from makegood.cli.fail import refuse, refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, account_of, day, records_of
from makegood.cli.out import print_data
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.write import csv_text, json_text
from makegood.planner.capacity import WEEK_COLUMNS, Capacity, Week, capacity_of, counted_on
from makegood.planner.gather import gather
from makegood.terms.findings import errors

EIGHT_WEEKS: Final = dt.timedelta(55)
"""From the first day to the last."""
LONGEST: Final = dt.timedelta(731)

HOW: Final = (
    (
        "Promised: minutes of the IEPs, shared over the days with school of each period, half up to a minute. "
        "Needed: providers' time for them. A group that shares a slot of the schedule counts once, and a slot on a "
        "day without school takes no time; a service without slots counts as promised, and a provider's day away "
        "takes its share of the week."
    ),
    (
        "Waiting: make-ups owed and not held when the week begins, if all free time before it went to them, the "
        "earliest deadline first. They are counted one student at a time; groups can need less. "
        "Free: time from 'availability', without absences, days without school, regular and agreed sessions, and "
        "within the limits."
    ),
    (
        "Too few: minutes that nobody is there for, and make-ups that are overdue by the end of the week because the "
        "free time did not reach them. These are told again each week until they are held, so weeks do not add up."
    ),
)
WHOSE: Final = "The debt is the district's. A line shows where hours are needed, not how anyone works."


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
    first = day(from_, "--from") if from_ is not None else _next_weekday(upto)
    last = day(until, "--until") if until is not None else first + EIGHT_WEEKS
    if last < first:
        refuse_input(f"--until {last} is before --from {first}.", expected=f"{first} or later")
    if last - first > LONGEST:
        refuse_input(f"{first} to {last} is longer than two years.", expected="an earlier --until")
    records = records_of(folder, upto, dates, quiet=format_ != "table")
    ledger = account_of(records, upto)
    instance, findings = gather(records, ledger, first, last)
    if errors(findings):
        refuse(findings)
    found = capacity_of(records, instance)
    if format_ == "json":
        print_data(json_text(_json(found, upto)))
    elif format_ == "csv":
        print_data(csv_text(WEEK_COLUMNS, (week.as_dict() for week in found.weeks)))
    else:
        show([*ledger.findings, *findings, *counted_on(records, ledger, first)])
        _print(found, upto)


def _json(found: Capacity, upto: dt.date) -> dict[str, Any]:
    return {
        "as_of": upto.isoformat(),
        "from": found.first.isoformat(),
        "until": found.last.isoformat(),
        "weeks": [week.as_dict() for week in found.weeks],
        "services": [line.as_dict() for line in found.services],
        "in_words": [*_verdicts(found), *HOW, WHOSE],
    }


def _print(found: Capacity, upto: dt.date) -> None:
    for sentence in _verdicts(found):
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
    return [_who(week), week.monday.isoformat(), *figures, *verdict]


def _who(week: Week) -> str:
    if week.provider_id is not None:
        return week.provider_id
    return f"nobody named: {week.school_id or 'no school'} {str(week.service_type).replace('_', ' ')}"


def _next_weekday(upto: dt.date) -> dt.date:
    days = (upto + dt.timedelta(n) for n in range(1, 4))
    return next(each for each in days if each.weekday() < SATURDAY)


def _verdicts(found: Capacity) -> Iterator[str]:
    """Say which week fails first, and why: sessions that nobody is there for, then make-ups that come too late."""
    vacant = [week for week in found.weeks if week.nobody_there]
    if vacant:
        first = min(vacant, key=lambda week: (week.monday, -week.nobody_there))
        lost = sum(week.nobody_there for week in vacant)
        yield (
            f"Regular sessions that nobody is there for: {lost:,} minutes in {_weeks(vacant)}. First: {_who(first)}, "
            f"{first.state}, {first.nobody_there:,} minutes."
        )
    late = [week for week in found.weeks if week.overdue]
    if late:
        first = min(late, key=lambda week: (week.monday, -week.overdue))
        yield (
            f"Make-ups that free time does not reach by their deadline: in {_weeks(late)}. First: {_who(first)}, "
            f"{first.overdue:,} minutes."
        )
    if not vacant and not late:
        yield "Every week can hold what is promised and what is owed by then."


def _weeks(lines: list[Week]) -> str:
    mondays = sorted({week.monday for week in lines})
    return f"{len(mondays)} week{'s' if len(mondays) > 1 else ''} from {mondays[0]} on"
