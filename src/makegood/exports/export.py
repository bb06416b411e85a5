"""What leaves: the files of an export, and all that its format cannot say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple


class LeftOut(NamedTuple):
    """Something on record that an export does not carry, or a column of its format that stays blank.

    Attributes:
        table: The table of ours, or the file of the export whose column stays blank.
        id: The row's own id; blank if it is about all rows.
        column: The column; blank if it is about the row.
        why: Why, in words. Nobody's name is in it.
    """

    table: str
    id: str
    column: str
    why: str


LEFT_OUT: Final = "left-out.csv"
"""The file of an export that lists what the others do not carry."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of an export: its columns, and each row as a dict. Dates are ISO, minutes whole numbers."""

    columns: tuple[str, ...]
    rows: Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The files of an export, by their places in its folder.

    Attributes:
        sheets: Tables.
        files: Files that are whole, byte for byte.
        left_out: What the format cannot say.
        says: What to tell whoever exports, a sentence each.
        for_excel: Whether the tables are meant for a spreadsheet, which knows UTF-8 by a mark at the beginning.
    """

    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    says: tuple[str, ...] = ()
    for_excel: bool = False
