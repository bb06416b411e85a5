"""`makegood template`: an empty folder or workbook to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from makegood.cli.fail import refuse
from makegood.cli.out import print_line
from makegood.intake.template import write_template


def command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder, or a new file ending in .xlsx.")],
) -> None:
    """Write the template; what already stands there is never overwritten."""
    findings = write_template(out)
    if findings:
        refuse(findings)
    start = "its first sheet" if out.suffix == ".xlsx" else str(out / "START-HERE.md")
    print_line(f"Written: {out}. Begin with {start}; then run: makegood check {out}")
