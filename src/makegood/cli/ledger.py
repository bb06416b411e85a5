"""`makegood ledger`: an account of every minute."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer
from rich.console import Console
from rich.table import Table

from makegood.cli.fail import refuse_input, show
from makegood.cli.load import AsOf, Dates, Folder, account_of, day, records_of
from makegood.cli.state import account_for_state
from makegood.cli.write import csv_text, json_text, write_folder, write_text
from makegood.ledger import MISS_COLUMNS, Ledger
from makegood.ledger.parquet import write_parquet
from makegood.ledger.state import is_state
from makegood.terms.accounts import ACCOUNTS

NAME: Final = "ledger"
HELP: Final = "Account for every minute: promised, delivered, missed and why, owed, made up, still open."

Format = Literal["table", "json", "csv", "parquet"]
SERVICE_COLUMNS: Final = ("service_id", "student_id", "service_type", "policy_id", *ACCOUNTS)
AWARD_COLUMNS: Final = ("award_id", "student_id", "service_type", "minutes", "delivered", "remaining")
FINDING_COLUMNS: Final = ("level", "code", "table", "row", "column", "found", "expected", "message")


def command(
    folder: Folder,
    as_of: AsOf = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = "table",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write a folder of tables (csv, parquet) or a file (json)."),
    ] = None,
    dates: Dates = "iso",
) -> None:
    """Print the account, or write it; nothing is written if the records cannot be used."""
    upto = day(as_of)
    if format_ == "parquet" and out is None:
        refuse_input("parquet needs a place.", expected="--out DIR")
    if is_state(folder):
        account_for_state(folder, upto, format_, out)
        return
    records = records_of(folder, upto, dates, quiet=format_ == "json")
    ledger = account_of(records, upto)
    if format_ != "json":
        show(ledger.findings)
    if out is not None:
        _write(ledger, format_, out)
        typer.echo(f"Written: {out}", err=True)
    elif format_ == "json":
        typer.echo(json_text(ledger.as_dict()), nl=False)
    elif format_ == "csv":
        typer.echo(csv_text(SERVICE_COLUMNS, _services(ledger)), nl=False)
    else:
        print_table(ledger)


def _services(ledger: Ledger) -> list[dict[str, Any]]:
    return [service.as_dict() for service in ledger.services]


def _write(ledger: Ledger, format_: Format, out: Path) -> None:
    if format_ == "json":
        write_text(out, json_text(ledger.as_dict()))
    elif format_ == "parquet":
        write_folder(out, lambda made: write_parquet(ledger, made))
    else:
        tables = {
            "services": (SERVICE_COLUMNS, _services(ledger)),
            "misses": (MISS_COLUMNS, [miss.as_dict() for miss in ledger.misses]),
            "awards": (AWARD_COLUMNS, [asdict(award) for award in ledger.awards]),
            "findings": (FINDING_COLUMNS, [finding.as_dict() for finding in ledger.findings]),
        }

        def fill(made: Path) -> None:
            for name, (columns, rows) in tables.items():
                write_text(made / f"{name}.csv", csv_text(columns, rows))

        write_folder(out, fill)


def print_table(ledger: Ledger) -> None:
    """Print the accounts of all services, and their sums, for people."""
    console = Console()
    shown = ("promised", "not_in_session", "delivered", "delivered_differently", "still_due", "missed", "unrecorded")
    judged = ("owed", "made_up", "open", "overdue", "not_owed", "team_decides", "unknown")
    for title, names in (("What was promised and held", shown), ("What follows from what was missed", judged)):
        table = Table(title=f"{title}, in minutes, as of {ledger.as_of}", title_justify="left")
        table.add_column("service")
        table.add_column("student")
        table.add_column("type")
        for name in names:
            table.add_column(name.replace("_", " "), justify="right")
        for service in ledger.services:
            table.add_row(
                service.service_id,
                service.student_id,
                service.service_type,
                *(f"{getattr(service, name):,}" for name in names),
            )
        table.add_section()
        totals = ledger.totals
        table.add_row("all", "", "", *(f"{totals[name]:,}" for name in names))
        console.print(table)
    for award in ledger.awards:
        console.print(
            f"Award {award.award_id} ({award.service_type}, student {award.student_id}): "
            f"{award.minutes:,} minutes = {award.delivered:,} delivered + {award.remaining:,} remaining."
        )
