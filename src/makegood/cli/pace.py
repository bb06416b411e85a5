"""`makegood pace`: who will not get the promised minutes at this rate."""

import datetime as dt
from typing import Annotated, Final, Literal

import typer

from makegood.cli.fail import show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, account_of, day, known_day, records_of, records_of_student
from makegood.cli.out import print_data
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.write import json_text
from makegood.statements.pace.pace import Pace
from makegood.statements.pace.paces import pace_of

SPAN: Final = {"period": "period", "year": "year", "iep": "service"}


def command(
    folder: Folder,
    *,
    student: Annotated[str | None, typer.Option("--student", metavar="ID", help="Only this student.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Also those who are on pace.")] = False,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    dates: Dates = "iso",
) -> None:
    """Print a line for each span at whose end a session or more would be lacking."""
    upto = day(as_of)
    if student is None:
        records = records_of(folder, upto, dates, known_on=known_day(known_on), quiet=format_ == "json")
    else:
        records = records_of_student(folder, student, upto, dates, known_on=known_day(known_on))
    only = None if student is None else [student]
    ledger = account_of(records, upto, only)
    paces = pace_of(records, ledger, only)
    shown = [pace for pace in paces if all_ or pace.behind]
    if format_ == "json":
        print_data(json_text({"as_of": upto.isoformat(), "paces": [pace.as_dict() for pace in shown]}))
        return
    show(ledger.findings)
    _print(upto, shown, paces)


def _print(upto: dt.date, shown: list[Pace], paces: list[Pace]) -> None:
    running = len({pace.service_id for pace in paces})
    behind = len({pace.service_id for pace in paces if pace.behind})
    if shown:
        columns = [("student", "id"), ("service, up to the end of", "words"), ("due", "right")]
        columns += [("given", "right"), ("at this\nrate", "right"), ("short", "right")]
        columns += [("a week\nso far", "right"), ("a week\nneeded", "right")]
        show_table(f"Pace on {upto}, in minutes, worst first", columns, [_row(pace) for pace in shown])
        say(
            "Given: regular minutes so far, and make-ups of what was missed. At this rate: given, and for each school "
            "day left as much as was held for each school day so far this year, rounded down. A week is five school "
            "days; needed = (due - given) x 5 / school days left, rounded up. Why minutes were missed makes no "
            "difference here. A dash: no school day is left."
        )
        _say_example(shown)
    say(
        f"{behind} of {running} services that run on {upto} would end a span short by a session or more."
        if running
        else f"No service runs on {upto}."
    )


def _row(pace: Pace) -> list[str]:
    needed = pace.a_week_needed
    return [
        pace.student_id,
        f"{pace.service_type.replace('_', ' ')}\n{SPAN[pace.horizon]}: {pace.last}",
        f"{pace.due:,}",
        minutes(pace.held + pace.made_up),
        minutes(pace.at_this_rate),
        minutes(pace.short),
        "-" if pace.a_week_so_far is None else f"{pace.a_week_so_far:,}",
        "-" if needed is None else f"{needed:,}",
    ]


def _say_example(shown: list[Pace]) -> None:
    """Do the sum of the first line that has days left in words."""
    pace = next((p for p in shown if p.days_left and p.days_so_far), None)
    if pace is None:
        return
    given = pace.held + pace.made_up
    say(
        f"For example {pace.student_id} {pace.service_type.replace('_', ' ')}: {pace.held_so_far:,} minutes in "
        f"{pace.days_so_far} school days; {pace.days_left} are left. {given:,} + {pace.held_so_far:,} x "
        f"{pace.days_left} / {pace.days_so_far} = {pace.at_this_rate:,} of {pace.due:,}. Needed: "
        f"({pace.due:,} - {given:,}) x 5 / {pace.days_left} = {pace.a_week_needed:,} a week."
    )
