"""`makegood ledger`: an account of every minute."""

import datetime as dt
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer

from makegood.cli.fail import counted, refuse_input
from makegood.cli.load import (
    AsOf,
    Dates,
    Folder,
    KnownOn,
    account_of,
    as_known,
    check_command,
    day,
    known_day,
    read,
)
from makegood.cli.out import print_data, print_note
from makegood.cli.paper import minutes, say, show_table
from makegood.cli.sums import in_words, print_sums
from makegood.cli.write import csv_text, json_text, refuse_output, write_folder, write_text
from makegood.files.own import Make, json_of, parquet, table
from makegood.files.reading import is_folder
from makegood.ledger import MISS_COLUMNS, Ledger, ServiceAccount
from makegood.terms.accounts import ACCOUNTS
from makegood.terms.findings import sort_key

Format = Literal["table", "json", "csv", "parquet"]
SERVICE_COLUMNS: Final = ("service_id", "student_id", "service_type", "policy_id", *ACCOUNTS)
AWARD_COLUMNS: Final = ("award_id", "student_id", "service_type", "minutes", "delivered", "remaining")
_FILES: Final = frozenset({".csv", ".json", ".parquet", ".txt", ".xlsx"})
_TABLES: Final = {"services": SERVICE_COLUMNS, "misses": MISS_COLUMNS, "awards": AWARD_COLUMNS}
FINDING_COLUMNS: Final = ("level", "code", "table", "row", "column", "found", "expected", "message")


def command(
    folder: Folder,
    *,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = "table",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write it: a folder of tables, or with json one file."),
    ] = None,
    dates: Dates = "iso",
) -> None:
    """Print the account, or write it; nothing is written if the records cannot be used."""
    if format_ == "parquet" and out is None:
        refuse_input("parquet needs a place.", expected="--out DIR")
    if out is not None and format_ != "json" and out.suffix.lower() in _FILES:
        refuse_input(f"--out {out} looks like a file.", expected="the name of a folder, or --format json for one file")
    if is_folder(folder / "sessions"):
        from makegood.cli.state import account_for_state  # noqa: PLC0415 - a folder of tables needs no Parquet
        from makegood.ledger.state import is_state  # noqa: PLC0415 - the same

        if is_state(folder):
            account_for_state(folder, as_of, known_day(known_on), format_, out)
            return
    upto = day(as_of)
    if out is not None:
        refuse_output(out, _make(format_), folder)
    known = known_day(known_on)
    records, findings = read(folder, upto, dates, known_on=known)
    ledger = account_of(records, upto)
    ledger = replace(ledger, findings=sorted([*findings, *ledger.findings], key=sort_key))
    if format_ != "json" and ledger.findings:
        count, them = counted(len(ledger.findings), "warning"), "it" if len(ledger.findings) == 1 else "them"
        print_note(f"{count} about these records; to read {them}: {check_command(folder, upto, dates, known)}")
    if out is not None:
        _write(ledger, known, format_, out, folder)
        print_note(f"Written: {out}")
    elif format_ == "json":
        print_data(json_text(_as_dict(ledger, known)))
    elif format_ == "csv":
        print_data(csv_text(SERVICE_COLUMNS, _services(ledger)))
    else:
        print_table(ledger, known)


def _as_dict(ledger: Ledger, known_on: dt.date | None) -> dict[str, Any]:
    """Return the account; beside its day the day of knowledge, if one was asked for."""
    return ledger.as_dict() | ({"known_on": known_on.isoformat()} if known_on else {})


def _services(ledger: Ledger) -> list[dict[str, Any]]:
    return [service.as_dict() for service in ledger.services]


def _make(format_: Format) -> Make:
    if format_ == "json":
        return Make("an account", file=json_of("as_of", "services"))
    if format_ == "parquet":
        return Make("an account", {f"{name}.parquet": parquet(columns[0]) for name, columns in _TABLES.items()})
    tables = _TABLES | {"findings": FINDING_COLUMNS}
    return Make("an account", {f"{name}.csv": table(columns) for name, columns in tables.items()})


def _write(ledger: Ledger, known_on: dt.date | None, format_: Format, out: Path, folder: Path) -> None:
    make = _make(format_)
    if format_ == "json":
        write_text(out, json_text(_as_dict(ledger, known_on)), make, folder)
    elif format_ == "parquet":
        from makegood.ledger.parquet import write_parquet  # noqa: PLC0415 - the same

        write_folder(out, lambda made: write_parquet(ledger, made), make, folder)
    else:
        tables = {
            "services": (SERVICE_COLUMNS, _services(ledger)),
            "misses": (MISS_COLUMNS, [miss.as_dict() for miss in ledger.misses]),
            "awards": (AWARD_COLUMNS, [asdict(award) for award in ledger.awards]),
            "findings": (FINDING_COLUMNS, [finding.as_dict() for finding in ledger.findings]),
        }

        def fill(made: Path) -> None:
            for name, (columns, rows) in tables.items():
                (made / f"{name}.csv").write_text(csv_text(columns, rows), encoding="utf-8", newline="")

        write_folder(out, fill, make, folder)


def print_table(ledger: Ledger, known_on: dt.date | None = None) -> None:
    """Print where every minute went: the sums, then each service, then the awards."""
    print_sums(ledger.totals, f"Where every minute went, as of {ledger.as_of}{as_known(known_on)}, in minutes")
    rows = [
        (
            service.service_id,
            service.student_id,
            *(minutes(figure) for figure in _short(service)),
        )
        for service in ledger.services
    ]
    columns = [("service", "id"), ("student", "id")]
    columns += [
        (name, "right") for name in ("promised", "held", "short", "owed", "settled", "open", "overdue", "waits")
    ]
    say()
    show_table("Each service", columns, rows)
    say(
        "held: delivered, also differently. short: missed or not on record. settled: made up or released. "
        "waits: the IEP team decides, or nobody can know yet. Every other figure: --format json or csv."
    )
    for award in ledger.awards:
        say(
            f"Award {award.award_id} ({in_words(award.service_type)}, student {award.student_id}): "
            f"{award.minutes:,} minutes = {award.delivered:,} delivered + {award.remaining:,} remaining."
        )


def _short(service: ServiceAccount) -> tuple[int, ...]:
    return (
        service.promised,
        service.delivered + service.delivered_differently,
        service.missed + service.unrecorded,
        service.owed,
        service.made_up + service.released,
        service.open,
        service.overdue,
        service.team_decides + service.unknown,
    )
