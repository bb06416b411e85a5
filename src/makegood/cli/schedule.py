"""`makegood schedule`: who comes when, so that what is promised can be held."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from makegood.answers.schedule import moves, week, week_facts
from makegood.cli.fail import refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, asked, count_warnings, day, read
from makegood.cli.names import names_of
from makegood.cli.out import print_data, print_note
from makegood.cli.progress import working
from makegood.cli.schedule_out import refuse_place, write_json, write_week
from makegood.cli.schedule_table import print_week
from makegood.cli.write import json_text
from makegood.records import Records
from makegood.terms.echo import quoted
from makegood.week.week_json import week_json


def command(
    folder: Folder,
    *,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The day from which it holds (default: today).")
    ] = None,
    school: Annotated[
        list[str] | None, typer.Option("--school", metavar="ID", help="Only sessions at this school (may be repeated).")
    ] = None,
    provider: Annotated[
        list[str] | None, typer.Option("--provider", metavar="ID", help="Only this provider's (may be repeated).")
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave present slots where they are, whatever it costs.")
    ] = False,
    as_of: AsOf = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write it: JSON and tables; with json one file.")
    ] = None,
    html: Annotated[bool, typer.Option("--html", help="With --out, also a page with pictures of the week.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Show names beside ids.")] = False,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    dates: Dates = "iso",
) -> None:
    """Print the week, or write it; present slots move as little as they can."""
    if html and (out is None or format_ == "json"):
        refuse_input("--html writes a page into the folder of --out.", expected="--out DIR --html")
    if out is not None:
        refuse_place(out, format_, folder)
    upto = day(as_of)
    first = upto if from_ is None else day(from_, "--from")
    records, warnings = read(folder, upto, dates)
    _known(records, school or [], provider or [])
    facts, findings = asked(
        lambda: week_facts(records, upto, first, schools=school or (), providers=provider or (), keep=keep)
    )
    if format_ == "table":
        count_warnings(folder, warnings, upto, dates)
        show(findings)
    with working("Looking for the week"):
        made = week(facts)
    if format_ == "table":
        called, moved = names_of(records, persons=names), moves(made, facts)
        if out is not None:
            write_week(out, made, facts.caseload, moved, called, html=html, reads=folder)
        print_week(made, facts.caseload, moved, called, listed=out is None)
    elif out is not None:
        write_json(out, made, folder)
    else:
        print_data(json_text(week_json(made)))
    if out is not None:
        print_note(f"Written: {out}")


def _known(records: Records, schools: list[str], providers: list[str]) -> None:
    """Refuse a school or provider that is not on record."""
    given = {*records.providers.provider_id, *records.services.provider_id, *records.schedule.provider_id}
    for what, wanted, known in (
        ("school", schools, {*records.schools.school_id, *records.services.school_id, *records.students.school_id}),
        ("provider", providers, given),
    ):
        for id_ in wanted:
            if id_ not in known:
                refuse_input(
                    f"there is no {what} {quoted(id_)} in these records.", expected=f"a {what}_id of the records"
                )
