"""`makegood packet`: all that a child's account rests on, to be counted once more by somebody else."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from makegood.cli.fail import show
from makegood.cli.load import AsOf, Dates, Folder, KnownOn, day, known_day, records_of_student, refuse_uncounted
from makegood.cli.out import print_line
from makegood.cli.write import refuse_output, write_files
from makegood.documents.own import packet_make


def command(
    folder: Folder,
    *,
    student: Annotated[str, typer.Option("--student", metavar="ID", help="The child's student_id.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="A folder of its own for this packet.")],
    lang: Annotated[Literal["en", "es"], typer.Option("--lang", help="The language: English or Spanish.")] = "en",
    with_notes: Annotated[
        bool, typer.Option("--with-notes", help="Put the family's notes in; only if the family chose so.")
    ] = False,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Write a child's packet: the paper, the data that it shows, the packs, and a manifest."""
    upto, known = day(as_of), known_day(known_on)
    make = packet_make(student, upto)
    refuse_output(out, make, folder)
    records = records_of_student(folder, student, upto, dates, known_on=known)
    from makegood.documents.packet.make import packet_of  # noqa: PLC0415 - loaded once the records can be used

    refuse_uncounted(records, upto)
    made = packet_of(records, student, upto, lang=lang, known_on=known, notes=with_notes)
    write_files(out, made.files, make, folder)
    show(made.findings)
    print_line(f"Written: {out}, {len(made.files)} files. Whoever gets it can run: makegood verify {out.name}")
