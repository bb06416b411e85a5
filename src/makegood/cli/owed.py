"""`makegood owed`: what is owed now, worst first."""

from typing import Annotated, Any, Final, Literal

import typer

from makegood.answers.owed import owed
from makegood.cli.fail import refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, answered, day, known_day, records_of
from makegood.cli.out import print_data
from makegood.cli.owed_table import print_owed, say_silent
from makegood.cli.write import csv_text, json_text
from makegood.statements.owed.line import BYS, By, OwedLine

Format = Literal["table", "json", "csv"]
_SILENT: Final = ("service_id", "student_id", "service_type", "unrecorded")


def command(
    folder: Folder,
    *,
    by: Annotated[str, typer.Option("--by", metavar="|".join(BYS), help="One line for each of these.")] = "student",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    include: Annotated[
        str | None,
        typer.Option("--include", metavar="team_decides", help="Count what waits for the IEP team as still to come."),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Show names beside ids.")] = False,
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = "table",
    dates: Dates = "iso",
) -> None:
    """Print the list; its sums are the ledger's totals."""
    chosen = next((word for word in BYS if word == by), None)
    if chosen is None:
        refuse_input(f"--by {by!r} is not known.", expected=", ".join(BYS))
    if include not in {None, "team_decides"}:
        refuse_input(f"--include {include!r} is not known.", expected="team_decides")
    with_team = include is not None
    upto = day(as_of)
    known = known_day(known_on)
    records = records_of(folder, upto, dates, known_on=known, quiet=format_ == "json")
    list_ = answered(lambda: owed(records, upto, chosen, with_team=with_team))
    if list_ is None:
        return
    lines = list_.lines
    if format_ == "table":
        show(list_.ledger.findings)
        people = list_.people if names else {}
        print_owed(records, list_.ledger, chosen, lines, people, with_team=with_team, known_on=known)
        say_silent(list_.silent)
        return
    rows = [_row(line, chosen, list_.people if names else None) for line in lines]
    if format_ == "json":
        known_too = {"known_on": known.isoformat()} if known else {}
        asked = {"as_of": upto.isoformat(), **known_too, "by": chosen, "include": [include] if include else []}
        silent = [{name: getattr(each, name) for name in _SILENT} for each in list_.silent]
        print_data(json_text(asked | {"lines": rows, "totals": list_.totals, "without_a_row": silent}))
    else:
        flat = [row | {"by_reason": "; ".join(f"{k} {n}" for k, n in row["by_reason"].items())} for row in rows]
        columns = list(OwedLine(("", "") if chosen == "student" else ("",)).as_dict(chosen))
        print_data(csv_text(["name", *columns] if names else columns, flat))


def _row(line: OwedLine, by: By, people: dict[str, str] | None) -> dict[str, Any]:
    row = line.as_dict(by)
    return row if people is None else {"name": people.get(line.key[0]), **row}
