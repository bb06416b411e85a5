"""`makegood check`: what is wrong with a folder of records."""

from typing import Annotated, Final, Literal

import typer

from makegood.cli.fail import UNUSABLE, counted, refuse_input
from makegood.cli.known_words import unknown_reasons
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, day, known_day
from makegood.cli.progress import working
from makegood.cli.write import json_text
from makegood.intake import Report, read_folder_report
from makegood.intake.collector import without_collector
from makegood.ledger import UnusableRecordsError, ledger_of
from makegood.terms.findings import Finding, errors, sort_key

NAME: Final = "check"
HELP: Final = "Say what in these records cannot be used, or needs a look."


def command(
    folder: Folder,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print the findings; leave with 0 if none is an error, else 2."""
    if not folder.exists():
        refuse_input(f"there is no folder or workbook {folder}.", expected="a folder of tables or one .xlsx workbook")
    upto = day(as_of)
    # What is read stays until the end, so the collector need not walk through it.
    with working(f"Reading {folder}"), without_collector():
        report = read_folder_report(
            folder, as_of=upto, known_on=known_day(known_on), dates=dates, more=(unknown_reasons,)
        )
        findings = list(report.findings)
        if report.records is not None:
            try:
                findings += ledger_of(report.records, upto).findings
            except UnusableRecordsError as refused:
                findings += refused.findings
    findings.sort(key=sort_key)
    if format_ == "json":
        typer.echo(json_text({"findings": [finding.as_dict() for finding in findings]}), nl=False)
    else:
        _print(report, findings)
    if errors(findings):
        raise typer.Exit(UNUSABLE)


def _print(report: Report, findings: list[Finding]) -> None:
    for finding in findings:
        typer.echo(finding.line())
    renamed = [taken for taken in report.taken if taken.header != taken.column]
    if renamed:
        typer.echo("Taken as:")
        for taken in renamed:
            typer.echo(f"  {taken.table}: {taken.header!r} is taken for {taken.column}")
    count = len(errors(findings))
    warnings = len(findings) - count
    told = f"{counted(count, 'error')}, {counted(warnings, 'warning')}".capitalize()
    if count:
        typer.echo(f"{told}: these records cannot be used yet. Fix the errors above, then check again.")
    elif any(finding.code == "empty_table" for finding in findings):
        typer.echo(f"{told}: nothing to count yet. Fill in the tables named above, then check again.")
    else:
        typer.echo(f"{told}: these records can be used." + (" Look at each warning once." if warnings else ""))
