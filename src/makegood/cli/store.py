"""`makegood store`: many folders of records in the layout for large ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from makegood.cli.fail import refuse, refuse_input
from makegood.cli.load import AsOf, Dates, KnownOn, day, hint_at_warnings, known_day, report_of
from makegood.cli.out import print_line
from makegood.cli.write import refuse_output, write_folder
from makegood.ledger import UnusableRecordsError
from makegood.ledger.state import Stored
from makegood.ledger.state.store import store
from makegood.records import Records


def command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder.")],
    folders: Annotated[list[Path], typer.Argument(metavar="FOLDER...", help="Folders of records, or workbooks.")],
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Write the folders as one, in the layout that `makegood ledger` folds fastest, for one day."""
    refuse_output(out, None, *folders)
    stored = Stored(day(as_of), known_day(known_on))
    places = [folder.resolve() for folder in folders]
    for at, folder in enumerate(folders):
        if places[at] in places[:at]:
            refuse_input(f"{folder} is named twice, and its children would count twice.", expected="each folder once")
    # Records that can be read and not be counted are refused while their folder is the last one read.
    last = folders[0]

    def read_all() -> Iterator[tuple[Path, Records]]:
        nonlocal last
        for last in folders:
            report = report_of(last, stored.as_of, dates, known_on=stored.known_on)
            if report.records is None:
                refuse(report.findings, last)
            hint_at_warnings(last, report.findings, stored.as_of, dates, stored.known_on)
            yield last, report.records

    try:
        write_folder(out, lambda made: store(read_all(), stored, made), None, *folders)
    except UnusableRecordsError as refused:
        refuse(refused.findings, last)
    print_line(f"Written: {out}. Now: makegood ledger {out} --as-of {stored.as_of} --format parquet --out account")
