"""The day that records were stored for: what depends on it is settled in the layout, and holds for no other day."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from makegood.files.json_file import read_json
from makegood.files.limits import STORE_BYTES
from makegood.files.reading import is_there
from makegood.files.refusal import Refusal
from makegood.ledger.account import UnusableRecordsError
from makegood.terms.findings import Finding, Origin

FILE: Final = "store.json"


@dataclass(frozen=True, slots=True)
class Stored:
    """What the records of a state were stored for.

    Attributes:
        as_of: The last day whose rows, determinations and offers count.
        known_on: The last day on which a row may have been written down; None for all rows.
        folders: What the folder of each bucket is called, in their order.
    """

    as_of: dt.date
    known_on: dt.date | None = None
    folders: tuple[str, ...] = ()


def write_stored(stored: Stored, folder: Path) -> None:
    """Write down beside the records what they were stored for."""
    known_on = stored.known_on.isoformat() if stored.known_on else None
    written = {"as_of": stored.as_of.isoformat(), "known_on": known_on, "folders": stored.folders}
    text = json.dumps(written, indent=2, ensure_ascii=False)
    (folder / FILE).write_text(f"{text}\n", "utf-8")


def read_stored(folder: Path) -> Stored | None:
    """Return what the records of a state were stored for; None if they can be asked for any day, as simulated ones.

    Raises:
        UnusableRecordsError: If that cannot be read.
    """
    path = folder / FILE
    if not is_there(path):
        return None
    stored = read_json(path, STORE_BYTES)
    if isinstance(stored, Refusal):
        raise UnusableRecordsError([_unreadable()])
    try:
        known_on, folders = stored["known_on"], tuple(stored.get("folders", []))
        as_of, known = dt.date.fromisoformat(stored["as_of"]), dt.date.fromisoformat(known_on) if known_on else None
    except (ValueError, KeyError, TypeError):
        raise UnusableRecordsError([_unreadable()]) from None
    if not all(isinstance(name, str) for name in folders):
        raise UnusableRecordsError([_unreadable()])
    return Stored(as_of, known, folders)


def other_day(stored: Stored | None, as_of: dt.date) -> list[Finding]:
    """Return the error that records stored for one day are asked for another; none if they can be."""
    if stored is None or stored.as_of == as_of:
        return []
    return [
        Finding(
            "error",
            "stored_for_another_day",
            f"These records were stored as of {stored.as_of}, and {as_of} is asked for. What depends on the day is "
            "settled in them: which rows, decisions and offers count, and which sessions are missing.",
            Origin(FILE),
            expected=f"--as-of {stored.as_of}, or the folders stored once more with --as-of {as_of}",
        )
    ]


def _unreadable() -> Finding:
    return Finding(
        "error",
        "unreadable_store",
        "The file does not say for which day, and of which folders, the records were stored.",
        Origin(FILE),
        expected="the file as 'makegood store' wrote it; else store the folders once more",
    )
