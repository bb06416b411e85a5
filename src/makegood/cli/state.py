"""`makegood ledger` over records in the layout for large ones."""

import datetime as dt
from pathlib import Path
from typing import Any, Final

from rich.progress import Progress

from makegood.cli.fail import refuse, refuse_input
from makegood.cli.load import as_known, day
from makegood.cli.out import print_data, print_line
from makegood.cli.paper import Paper, minutes, say, show_table
from makegood.cli.sums import print_sums
from makegood.cli.write import json_text, refuse_output, write_folder
from makegood.files.own import Make, parquet
from makegood.ledger import UnusableRecordsError
from makegood.ledger.state import StateTotals, fold_state, read_stored

_MOST_FOLDERS: Final = 60
"""Folders that are listed on the screen."""
_ACCOUNT: Final = Make(
    "an account",
    {
        "services/*.parquet": parquet("service_id", "promised"),
        "misses/*.parquet": parquet("service_id", "missed_on"),
        "awards/*.parquet": parquet("award_id", "delivered"),
        "folders.parquet": parquet("folder", "file"),
    },
)


def account_for_state(
    folder: Path, as_of: str | None, known_on: dt.date | None, format_: str, out: Path | None
) -> None:
    """Fold large records; print their sums, and write all accounts if a place is given.

    Records that were stored for a day are asked for that day, if none is named, and as they were known then.
    """
    if format_ == "csv" or (out is not None and format_ != "parquet"):
        refuse_input(f"records of this size are not written as {format_}.", expected="--format parquet --out DIR")
    if out is not None:
        refuse_output(out, _ACCOUNT, folder)
    try:
        stored = read_stored(folder)
        known = stored.known_on if stored else None
        if known_on not in (None, known):
            refuse_input(
                f"these records were stored {f'as known on {known}' if known else 'with every row in them'}.",
                expected=f"the folders stored once more, with 'makegood store --known-on {known_on}'",
            )
        upto = stored.as_of if stored and as_of is None else day(as_of)
        totals = _fold(folder, upto, out)
    except UnusableRecordsError as refused:
        refuse(refused.findings)
    if format_ == "json":
        print_data(json_text(_summed(totals, upto, known)))
        return
    title = f"{totals.students:,} students, {totals.services:,} services, {totals.sessions:,} sessions as of {upto}"
    print_sums(totals.figures, f"{title}{as_known(known)}, in minutes")
    if totals.folders:
        _print_folders(totals.folders)
    if out is not None:
        whose = "; folders.parquet says whose each file is" if totals.folders else ""
        print_line(f"Written: {out} (services, misses and awards as Parquet{whose})")


def _print_folders(folders: dict[str, StateTotals]) -> None:
    """Print the sums of each folder, most on no record first: there nobody knows whether children were served."""
    order = sorted(folders.items(), key=lambda each: (-each[1].figures["unrecorded"], each[0]))
    shown = ("promised", "missed", "unrecorded", "owed", "made_up", "open", "overdue", "team_decides", "unknown")
    heads = ("promised", "missed", "no\nrecord", "owed", "made\nup", "open", "overdue", "team", "not\nknown")
    print_line()
    show_table(
        "Each folder, most minutes on no record first",
        [("folder", "words"), ("children", "right"), *((head, "right") for head in heads)],
        [
            [name, f"{sums.students:,}", *(minutes(sums.figures[each]) for each in shown)]
            for name, sums in order[:_MOST_FOLDERS]
        ],
    )
    if len(order) > _MOST_FOLDERS:
        say(f"{len(order) - _MOST_FOLDERS:,} more: --format json has all.")
    say(
        "No record is no proof either way: where much has none, the log may be incomplete or the children not served. "
        "'makegood owed FOLDER' names the services of which the log has no row at all."
    )


def _summed(totals: StateTotals, as_of: dt.date, known_on: dt.date | None) -> dict[str, Any]:
    return {
        "as_of": as_of.isoformat(),
        "known_on": known_on.isoformat() if known_on else None,
        **_figures(totals),
    } | (
        {"folders": [{"folder": name, **_figures(sums)} for name, sums in totals.folders.items()]}
        if totals.folders
        else {}
    )


def _figures(totals: StateTotals) -> dict[str, Any]:
    counts = {each: getattr(totals, each) for each in ("students", "services", "sessions", "misses")}
    return counts | {"totals": totals.figures | {"missed_by_reason": totals.missed_by_reason}}


def _fold(folder: Path, as_of: dt.date, out: Path | None) -> StateTotals:
    with Progress(console=Paper(stderr=True), transient=True) as progress:
        task = progress.add_task("Accounting for every minute", total=None)

        def done(finished: int, all_: int) -> None:
            progress.update(task, completed=finished, total=all_)

        if out is None:
            return fold_state(folder, as_of, done=done)
        totals: list[StateTotals] = []
        write_folder(out, lambda made: totals.append(fold_state(folder, as_of, made, done=done)), _ACCOUNT, folder)
        return totals[0]
