"""`makegood plan`: make-ups that can really be held, what cannot be made up and why, and its price."""

from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from makegood.answers.plan import Made
from makegood.cli.fail import refuse_input
from makegood.cli.load import AsOf, Dates
from makegood.cli.out import print_data, print_note
from makegood.cli.plan_ask import Ask, ask_of
from makegood.cli.plan_files import sessions_csv
from makegood.cli.plan_made import made_of
from makegood.cli.plan_out import refuse_place, write_plan
from makegood.cli.plan_student import print_student, refuse_unknown
from makegood.cli.plan_table import print_plan
from makegood.cli.plan_what_if import beside_csv, print_beside, scenarios_of
from makegood.cli.write import json_text
from makegood.terms.language import Lang

_PLACES: Final = 3
Format = Literal["table", "json", "csv", "ics"]


def command(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="A folder of CSV tables, an .xlsx workbook, or an instance (.json)."),
    ],
    *,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day to plan.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="The last day to plan.")] = None,
    as_of: AsOf = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write it: pages, tables and calendars; with json one file."),
    ] = None,
    time: Annotated[float | None, typer.Option("--time", metavar="SECONDS", help="Search for at most so long.")] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = "table",
    include: Annotated[
        str | None,
        typer.Option(
            "--include", metavar="team_decides", help="Also plan what waits for the IEP team, after the rest."
        ),
    ] = None,
    what_if: Annotated[
        Path | None,
        typer.Option("--what-if", metavar="FILE", help="Also plan these scenarios, and set them beside today."),
    ] = None,
    student: Annotated[
        str | None, typer.Option("--student", metavar="ID", help="Show one child: each miss, its place or why none.")
    ] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the children's pages.")] = "en",
    names: Annotated[bool, typer.Option("--names", help="Show names beside ids.")] = False,
    dates: Dates = "iso",
) -> None:
    """Print a plan, or write it; Ctrl-C stops the search and shows the best plan so far."""
    _refuse_words(include, time, student=student, out=out, what_if=what_if, format_=format_)
    reads = [folder, *([] if what_if is None else [what_if])]
    if out is not None:
        refuse_place(out, format_, *reads)
    ask = ask_of(
        folder, from_, until, as_of, dates, with_team=include is not None, with_names=names, quiet=format_ == "json"
    )
    if student is not None:
        refuse_unknown(student, ask)
    scenarios = scenarios_of(what_if, ask)
    if format_ == "ics" and out is None:
        _refuse_several(ask)
    # A screen has room for one school and service, a page for more; programs have not asked.
    places = 0 if format_ != "table" or student is not None else 1 if out is None else _PLACES
    made = made_of(ask.facts, scenarios, time, places=places)
    if out is not None:
        write_plan(out, format_, ask, made, *reads, lang=lang)
    if student is not None:
        print_student(made, ask, student)
    elif format_ == "table":
        print_plan(made, ask, listed=out is None)
        print_beside(made.beside)
    elif out is None:
        print_data(_printed(ask, made, format_))
    if out is not None:
        print_note(f"Written: {out}")


def _refuse_words(
    include: str | None,
    time: float | None,
    *,
    student: str | None,
    out: Path | None,
    what_if: Path | None,
    format_: Format,
) -> None:
    """Refuse words of the command that cannot be meant, before anything is read."""
    if include not in {None, "team_decides"}:
        refuse_input(f"--include {include!r} is not known.", expected="team_decides")
    if time is not None and not 0 < time < float("inf"):
        refuse_input(f"--time {time:g} is not a number of seconds.", expected="a number of seconds, 1 or more")
    if what_if is not None and format_ == "ics":
        refuse_input("a what-if is set beside today in figures, and a calendar has none.", expected="another --format")
    if student is not None and (format_ != "table" or out is not None or what_if is not None):
        refuse_input(
            "--student shows one child on the screen; with --out, every child has a page.",
            expected="--student without --out, --what-if and --format",
        )


def _printed(ask: Ask, made: Made, format_: Format) -> str:
    if format_ == "json":
        return json_text(made.as_dict())
    if format_ == "csv":
        return beside_csv(made.beside) if made.beside else sessions_csv(made.placed(), ask)
    from makegood.cli.plan_calendars import calendars  # noqa: PLC0415 - only calendars need icalendar

    one = calendars(made.plan, ask.names, ask.as_of)
    return next(iter(one.values()), "")


def _refuse_several(ask: Ask) -> None:
    """Refuse several calendars at once before any time is spent on them."""
    able = ask.facts.able()
    if len(able) > 1:
        refuse_input(
            f"{len(able)} providers have time for make-ups, and each gets a calendar of their own.",
            expected="--out DIR, a folder for the calendars",
        )
