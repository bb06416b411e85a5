"""`makegood export`: the way out, in the formats of other programs."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from makegood.cli.export_files import MAKES, write_export
from makegood.cli.fail import counted, refuse, refuse_input
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, account_of, day, known_day, records_of
from makegood.cli.out import print_line
from makegood.cli.paper import say
from makegood.cli.write import refuse_output
from makegood.exports.export import LEFT_OUT, Export
from makegood.records import Records
from makegood.terms.findings import errors

Kind = Literal["csv", "xlsx", "ics", "service-fidelity", "medicaid", "sedm"]
_SHOWN: Final = 12
"""At most this many reasons for leaving something out are shown; the file lists all of them."""


def command(
    folder: Folder,
    *,
    as_: Annotated[Kind, typer.Option("--as", help="The format.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder to write; without it nothing is written.")
    ] = None,
    consents: Annotated[
        Path | None,
        typer.Option("--consents", metavar="FILE", help="For medicaid: a CSV file of who allowed billing since when."),
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Say what an export holds and what its format cannot say, and write it."""
    if consents is not None and as_ != "medicaid":
        refuse_input(f"--consents says nothing to {as_}.", expected="--as medicaid, or no --consents")
    upto = day(as_of)
    reads = [folder] if consents is None else [folder, consents]
    if out is not None:
        refuse_output(out, MAKES[as_], *reads)
    records = records_of(folder, upto, dates, known_on=known_day(known_on))
    export = _export(as_, records, upto, consents, dates)
    for sentence in export.says:
        say(sentence)
    _tell_left_out(export)
    if out is None:
        print_line("Nothing was written. To write it: --out DIR")
        return
    write_export(export, out, as_, reads)
    print_line(f"Written: {out}")


def _export(
    kind: Kind, records: Records, as_of: dt.date, consents: Path | None, dates: Literal["iso", "mdy", "dmy"]
) -> Export:
    if kind in ("csv", "xlsx"):
        from makegood.exports import tables  # noqa: PLC0415 - each format has its own libraries

        try:
            return tables.as_csv(records) if kind == "csv" else tables.as_workbook(records)
        except ValueError as too_long:
            refuse_input(f"the table {too_long} has more rows than a workbook's sheet.", expected="--as csv")
    ledger = account_of(records, as_of)
    if kind == "ics":
        from makegood.exports.calendar import as_calendars  # noqa: PLC0415 - the same

        return as_calendars(records, ledger.log, as_of)
    if kind == "sedm":
        from makegood.exports.sedm import as_sedm  # noqa: PLC0415 - the same

        return as_sedm(records, ledger.log)
    if kind == "service-fidelity":
        from makegood.exports.service_fidelity import as_service_fidelity  # noqa: PLC0415 - the same

        return as_service_fidelity(records, ledger)
    from makegood.exports.consents import Consents, read_consents  # noqa: PLC0415 - the same
    from makegood.exports.medicaid import as_medicaid  # noqa: PLC0415 - the same

    if consents is None:
        return as_medicaid(records, ledger, Consents({}))
    given, findings = read_consents(consents, dates)
    if errors(findings):
        refuse(findings)
    return as_medicaid(records, ledger, given)


def _tell_left_out(export: Export) -> None:
    """Print what is left out: how often for which reason, most often first."""
    if not export.left_out:
        return
    often = Counter((each.table, each.why) for each in export.left_out)
    say()
    say(f"What this format does not carry, or leaves blank ({LEFT_OUT} lists {counted(len(export.left_out), 'line')}):")
    for (table, why), times in often.most_common(_SHOWN):
        say(f"{table}: {why}" + (f" ({times} times)" if times > 1 else ""), indent="  ")
    if len(often) > _SHOWN:
        say(f"and {counted(len(often) - _SHOWN, 'other reason')}", indent="  ")
