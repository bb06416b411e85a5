"""`makegood check`: what is wrong with a folder of records."""

from typing import Annotated, Literal

import typer

from makegood.answers.account import account
from makegood.cli.fail import UNUSABLE, counted
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, day, known_day, report_of
from makegood.cli.out import print_data, print_line
from makegood.cli.progress import working
from makegood.cli.write import json_text
from makegood.files.collector import all_stays
from makegood.intake import Report
from makegood.terms.findings import Finding, errors, sort_key


def command(
    folder: Folder,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print the findings; leave with 0 if none is an error, else 2."""
    upto = day(as_of)
    known = known_day(known_on)
    report = report_of(folder, upto, dates, known_on=known)
    with working(f"Reading {folder}"), all_stays():
        findings = list(report.findings)
        if report.records is not None:
            findings += account(report.records, upto).findings
    findings.sort(key=sort_key)
    if format_ == "json":
        print_data(json_text({"findings": [finding.as_dict() for finding in findings]}))
    else:
        _print(report, findings)
    if errors(findings):
        raise typer.Exit(UNUSABLE)


def _print(report: Report, findings: list[Finding]) -> None:
    for finding in findings:
        print_line(finding.line())
    renamed = [taken for taken in report.taken if taken.header != taken.column]
    if renamed:
        print_line("Taken as:")
        for taken in renamed:
            print_line(f"  {taken.table}: {taken.header!r} is taken for {taken.column}")
    count = len(errors(findings))
    warnings = len(findings) - count
    counts = f"{counted(count, 'error')}, {counted(warnings, 'warning')}".capitalize()
    if any(finding.code in {"import_not_finished", "nothing_yet"} for finding in findings):
        print_line(f"{counts}: nothing to count yet. Go on as it is said above, then check again.")
    elif count:
        print_line(f"{counts}: these records cannot be used yet. Fix the errors above, then check again.")
    elif any(finding.code == "empty_table" for finding in findings):
        print_line(f"{counts}: nothing to count yet. Fill in the tables named above, then check again.")
    else:
        print_line(f"{counts}: these records can be used." + (" Look at each warning once." if warnings else ""))
