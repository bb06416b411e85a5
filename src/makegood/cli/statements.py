"""`makegood statements`: every child's statement as PDF."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from makegood.cli.fail import counted, refuse
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, day, known_day, records_of, refuse_uncounted
from makegood.cli.out import print_line
from makegood.cli.write import refuse_output
from makegood.files.seen import Seen


def command(
    folder: Folder,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write the statements to.")],
    lang: Annotated[
        Literal["en", "es", "home"],
        typer.Option("--lang", help="English, Spanish, or that of each child's home as the records have it."),
    ] = "en",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Write every child's statement as a PDF. A run that was stopped goes on where it stopped."""
    from makegood.documents.statements import MAKE, Run, write_statements  # noqa: PLC0415 - only here is it needed

    upto, known = day(as_of), known_day(known_on)
    refuse_output(out / "statement.pdf", MAKE, folder)
    run = Run(as_of=upto, choice=lang, known_on=known, files=Seen.of(folder))
    records = records_of(folder, upto, dates, known_on=known)
    refuse_uncounted(records, upto)
    there = made = 0
    for written in write_statements(records, run, out, [folder]):
        if written.findings:
            refuse(written.findings)
        there += written.was_there
        made += not written.was_there
    print_line(f"Written to {out}: {counted(made, 'statement')}." + (f" There already: {there}." if there else ""))
