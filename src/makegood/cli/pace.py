"""`makegood pace`: who will not get the promised minutes at this rate."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Final, Literal

import typer

from makegood.answers.pace import Paces, paces
from makegood.cli.fail import counted, show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, as_known, asked, day, known_day, records_asked
from makegood.cli.out import print_data
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.write import json_text
from makegood.statements.pace.pace import Pace

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
    upto, known = day(as_of), known_day(known_on)
    records = records_asked(folder, student, upto, dates, known_on=known, quiet=format_ == "json")
    found, findings = asked(lambda: paces(records, upto, student))
    if format_ == "json":
        print_data(json_text(found.as_dict(every=all_)))
        return
    show(findings)
    _print(found, known, all_=all_)


def _print(found: Paces, known_on: dt.date | None, *, all_: bool) -> None:
    those_behind = found.behind
    shown = found.every if all_ else those_behind
    running = len({pace.service_id for pace in found.every})
    behind = len({pace.service_id for pace in those_behind})
    if shown:
        columns = [("student", "id"), ("service, up to the end of", "words"), ("due", "right")]
        columns += [("given", "right"), ("at this\nrate", "right"), ("short", "right")]
        columns += [("a week\nso far", "right"), ("a week\nneeded", "right")]
        title = f"Pace on {found.as_of}{as_known(known_on)}, in minutes, worst first"
        show_table(title, columns, [_row(pace) for pace in shown])
        say(
            "Given: regular minutes so far, and make-ups of what was missed. At this rate: given, and for each school "
            "day left as much as was held for each school day so far this year, rounded down. A week is five school "
            "days; needed = (due - given) x 5 / school days left, rounded up. Why minutes were missed makes no "
            "difference here. A dash: no school day is left. A week with nothing on record counts as not given here; "
            "that it was not held is not known."
        )
        _say_example(shown)
    silent = len({pace.service_id for pace in found.every if pace.weeks_unrecorded})
    say(
        f"{behind} of {running} services that run on {found.as_of} would end a span short by a session or more."
        if running
        else f"No service runs on {found.as_of}."
    )
    if silent:
        has = "service has" if silent == 1 else "services have"
        say(f"{silent:,} {has} weeks with nothing on record: the minutes may have been given and not written down.")


def _row(pace: Pace) -> list[str]:
    needed = pace.a_week_needed
    return [
        pace.student_id,
        f"{pace.service_type.replace('_', ' ')}\n{SPAN[pace.horizon]}: {pace.last}{_silent(pace)}",
        f"{pace.due:,}",
        minutes(pace.held + pace.made_up),
        minutes(pace.at_this_rate),
        minutes(pace.short),
        "-" if pace.a_week_so_far is None else f"{pace.a_week_so_far:,}",
        "-" if needed is None else f"{needed:,}",
    ]


def _silent(pace: Pace) -> str:
    """Say in how many weeks nothing is on record."""
    n = pace.weeks_unrecorded
    return f"\n({counted(n, 'week')} {'has' if n == 1 else 'have'} nothing on record)" if n else ""


def _say_example(shown: Sequence[Pace]) -> None:
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
