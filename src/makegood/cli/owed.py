"""`makegood owed`: what is owed now, worst first."""

from typing import Annotated, Any, Literal

import typer

from makegood.cli.fail import refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, account_of, day, known_day, records_of
from makegood.cli.out import print_data
from makegood.cli.owed_table import print_owed
from makegood.cli.write import csv_text, json_text
from makegood.records import Records
from makegood.statements.owed.line import BYS, By, OwedLine
from makegood.statements.owed.work_list import owed_by, totals_of

Format = Literal["table", "json", "csv"]


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
    records = records_of(folder, upto, dates, known_on=known_day(known_on), quiet=format_ == "json")
    ledger = account_of(records, upto)
    lines = owed_by(records, ledger, chosen, with_team=with_team)
    if format_ == "table":
        show(ledger.findings)
        print_owed(records, ledger, chosen, lines, _people(records, chosen) if names else {}, with_team=with_team)
        return
    rows = [_row(line, chosen, _people(records, chosen) if names else None) for line in lines]
    if format_ == "json":
        totals = totals_of(lines)
        told = {"as_of": upto.isoformat(), "by": chosen, "include": [include] if include else []}
        print_data(json_text(told | {"lines": rows, "totals": totals}))
    else:
        flat = [row | {"by_reason": "; ".join(f"{k} {n}" for k, n in row["by_reason"].items())} for row in rows]
        columns = list(OwedLine(("", "") if chosen == "student" else ("",)).as_dict(chosen))
        print_data(csv_text(["name", *columns] if names else columns, flat))


def _row(line: OwedLine, by: By, people: dict[str, str] | None) -> dict[str, Any]:
    row = line.as_dict(by)
    return row if people is None else {"name": people.get(line.key[0]), **row}


def _people(records: Records, by: By) -> dict[str, str]:
    if by == "student":
        table = records.students
        named = zip(table.student_id, table.given_name, table.family_name, strict=True)
        return {id_: " ".join(part for part in (given, family) if part) for id_, given, family in named}
    if by == "provider":
        pairs = zip(records.providers.provider_id, records.providers.name, strict=True)
        return {id_: name for id_, name in pairs if name}
    if by == "school":
        return {id_: name for id_, name in zip(records.schools.school_id, records.schools.name, strict=True) if name}
    return {}
