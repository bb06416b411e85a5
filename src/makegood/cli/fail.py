"""How a command ends when it cannot do its work."""

import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NoReturn

import typer

from makegood.terms.findings import Finding, sort_key

FAILED: Final = 1
UNUSABLE: Final = 2


def one_line(failure: Exception) -> str:
    """Return an unforeseen failure as one line: what and where, never the values it came upon."""
    frames = traceback.extract_tb(failure.__traceback__)
    own = [frame for frame in frames if "makegood" in Path(frame.filename).parts]
    where = f" at {Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return (
        f"makegood: something went wrong that should not ({type(failure).__name__}{where}). "
        "Nothing was written. Please report this line."
    )


def refuse(findings: Sequence[Finding]) -> NoReturn:
    """Show the findings on standard error and leave with the code for unusable input."""
    show(findings)
    count = sum(finding.level == "error" for finding in findings)
    typer.echo(f"{count} error(s): nothing was accounted for, and nothing was written.", err=True)
    raise typer.Exit(UNUSABLE)


def refuse_input(message: str, *, expected: str | None = None) -> NoReturn:
    """Say in one line what of the command's own words cannot be used."""
    typer.echo(f"makegood: {message}" + (f" Expected: {expected}." if expected else ""), err=True)
    raise typer.Exit(UNUSABLE)


def show(findings: Iterable[Finding]) -> None:
    """Show findings on standard error, errors first."""
    for finding in sorted(findings, key=sort_key):
        typer.echo(in_words(finding), err=True)


def in_words(finding: Finding) -> str:
    """Return a finding as a line: where it is, what it is, what was found and expected."""
    place = [part for part in (finding.table, f"row {finding.row}" if finding.row else None, finding.column) if part]
    told = f"{finding.level}: {', '.join(place)}: " if place else f"{finding.level}: "
    told += finding.message
    if finding.found is not None:
        told += f" Found: {finding.found!r}."
    if finding.expected is not None:
        told += f" Expected: {finding.expected}."
    return f"{told} [{finding.code}]"
