"""A file of a person's own, given where a folder of records is read: the sentence that leads on."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from makegood.files.reading import is_regular
from makegood.records import NEEDED
from makegood.terms.findings import Finding, Origin

_KINDS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".ics")
FOREIGN: Final = "own_file"
"""The kind of finding that leads a person with a file of their own to an import."""
_FEWEST: Final = 2
"""A workbook with so many of the needed tables is one of ours, though others are missing."""


def foreign_file(path: Path, tables: Collection[str]) -> Finding | None:
    """Return what to do with a file that is no folder of records; None if it is one of ours, or no file of a table.

    Args:
        path: What was given.
        tables: The tables of ours that were found in it.
    """
    if not is_regular(path) or path.suffix.lower() not in _KINDS or len(set(tables) & set(NEEDED)) >= _FEWEST:
        return None
    says = (
        f"This is a file of your own. Make a folder of records of it first: makegood import {path.name} --into FOLDER"
    )
    return Finding("error", FOREIGN, says, Origin(path.name), expected="a folder of records")
