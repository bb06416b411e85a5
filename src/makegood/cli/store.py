"""`makegood store`: many folders of records in the layout for large ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer

from makegood.cli.fail import refuse, refuse_input
from makegood.cli.load import AsOf, Dates, count_warnings, day, read
from makegood.cli.write import write_folder
from makegood.ledger import UnusableRecordsError
from makegood.ledger.state import Stored
from makegood.ledger.state.store import store
from makegood.records import Records
from makegood.terms.findings import Finding

NAME: Final = "store"
HELP: Final = "Gather many districts' folders for one large account."

DatesWritten = Literal["iso", "mdy", "dmy"]
KnownOn = Annotated[
    str | None,
    typer.Option("--known-on", metavar="DATE", help="Leave out every row that was recorded after this day."),
]


def command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder.")],
    folders: Annotated[list[Path], typer.Argument(metavar="FOLDER...", help="Folders of records, or workbooks.")],
    as_of: AsOf = None,
    known_on: KnownOn = None,
    dates: Dates = "iso",
) -> None:
    """Write the folders as one, in the layout that `makegood ledger` folds fastest, for one day."""
    if out.exists():
        refuse_input(f"{out} is there already.", expected="the name of a new folder")
    stored = Stored(day(as_of), day(known_on, "--known-on") if known_on is not None else None)

    def read_all() -> Iterator[tuple[Path, Records]]:
        for folder in folders:
            records, findings = _read_as_known(folder, stored, dates)
            count_warnings(folder, findings)
            yield folder, records

    try:
        write_folder(out, lambda made: store(read_all(), stored, made))
    except UnusableRecordsError as refused:
        refuse(refused.findings)
    typer.echo(f"Written: {out}. Now: makegood ledger {out} --as-of {stored.as_of} --format parquet --out account")


def _read_as_known(folder: Path, stored: Stored, dates: DatesWritten) -> tuple[Records, list[Finding]]:
    """Read a folder as of a day, and as it was known on one, if that is asked."""
    known: dict[str, Any] = {} if stored.known_on is None else {"known_on": stored.known_on}
    return read(folder, stored.as_of, dates, **known)
