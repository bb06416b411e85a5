"""How a command ends when it cannot do its work."""

import re
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NoReturn

import typer

from makegood.terms.findings import Finding, sort_key

FAILED: Final = 1
UNUSABLE: Final = 2
STOPPED: Final = 130
"""What a shell says of a command that Ctrl-C ended."""


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
    told = counted(sum(finding.level == "error" for finding in findings), "error")
    typer.echo(f"{told}: nothing was counted and nothing written. Mend what stands above, then try again.", err=True)
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
    """Return a finding as a line: where it is, what it is, what was found and expected; each said once."""
    place = [part for part in (finding.table, f"row {finding.row}" if finding.row else None, finding.column) if part]
    found, message = finding.found or "", finding.message
    if finding.row:
        # Many messages begin with their place, so that they can stand alone in JSON; a line has it already.
        start = rf"(?:[\w.-]+|sheet '[^']+'), row {finding.row}\b(?:, column '[^']*')?"
        message = re.sub(rf"^{start}(?: has '{re.escape(found)}'\.|:) ", "", message)
        if re.match(start, message):
            place = []
    told = f"{finding.level}: {', '.join(place)}: " if place else f"{finding.level}: "
    told += message
    if found and not re.search(rf"(?<!\w){re.escape(found)}(?!\w)", message):
        told += f" Found: {found!r}."
    if finding.expected is not None and f"Expected: {finding.expected}" not in message:
        told += f" Expected: {finding.expected}."
    return f"{told} [{finding.code}]"


def counted(number: int, one: str) -> str:
    """Return a number with its noun: `1 error`, `2 errors`, `no errors`."""
    return f"{number or 'no':{',' if number else ''}} {one}{'' if number == 1 else 's'}"
