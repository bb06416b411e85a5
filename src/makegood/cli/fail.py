"""How a command ends when it cannot do its work."""

import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NoReturn

import typer

from makegood.cli.machine import NO_MEMORY, in_a_sentence
from makegood.cli.out import print_note
from makegood.terms.findings import Finding, sort_key

FAILED: Final = 1
UNUSABLE: Final = 2
STOPPED: Final = 130
"""What a shell says of a command that Ctrl-C ended."""


def failed(failure: BaseException) -> tuple[str, int]:
    """Return what to say of whatever ended a command, on one line, and the code to leave with."""
    if isinstance(failure, KeyboardInterrupt):
        return "makegood: stopped before it was done.", STOPPED
    if isinstance(failure, OSError) and failure.errno is not None:
        return in_a_sentence(failure), UNUSABLE
    if isinstance(failure, MemoryError):
        return NO_MEMORY, UNUSABLE
    return _unforeseen(failure), FAILED


def _unforeseen(failure: BaseException) -> str:
    """Return an unforeseen failure as one line: what and where, never the values it came upon."""
    frames = traceback.extract_tb(failure.__traceback__)
    own = [frame for frame in frames if "makegood" in Path(frame.filename).parts]
    where = f" at {Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return (
        f"makegood: something went wrong that should not ({type(failure).__name__}{where}). "
        "No file was left half written. Please report this line."
    )


def refuse(findings: Sequence[Finding], among: Path | None = None) -> NoReturn:
    """Show the findings on standard error and leave with the code for unusable input.

    Args:
        findings: The findings.
        among: Which of several folders they are about; None if there is only one.
    """
    show(findings)
    count = counted(sum(finding.level == "error" for finding in findings), "error")
    where = f" in {among}" if among is not None else ""
    print_note(f"{count}{where}: nothing was counted and nothing written. Fix the errors above, then try again.")
    raise typer.Exit(UNUSABLE)


def refuse_input(message: str, *, expected: str | None = None) -> NoReturn:
    """Say in one line what of the command's own words cannot be used."""
    print_note(f"makegood: {message}" + (f" Needed: {expected}." if expected else ""))
    raise typer.Exit(UNUSABLE)


def show(findings: Iterable[Finding]) -> None:
    """Show findings on standard error, errors first."""
    for finding in sorted(findings, key=sort_key):
        print_note(finding.line())


def counted(number: int, one: str) -> str:
    """Return a number with its noun: `1 error`, `2 errors`, `no errors`."""
    return f"{number or 'no':{',' if number else ''}} {one}{'' if number == 1 else 's'}"
