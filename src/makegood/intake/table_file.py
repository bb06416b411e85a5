"""A table's CSV file, and the same file with rows at its end: what is there stays as it is."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from makegood.files.reading import is_regular, list_folder
from makegood.files.refusal import Refusal
from makegood.files.seen import is_table
from makegood.intake.aliases import column_of, table_of
from makegood.intake.csv_file import delimiter_of
from makegood.records import Table

_BOMS: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_BOM: Final = "\ufeff"

Cells = Mapping[str, str]
"""A row as text by column; a cell that is left out is blank."""


def file_of(folder: Path, table: type[Table]) -> Path:
    """Return the file that holds a table of a folder, or the one that would."""
    there = list_folder(folder)
    files = [] if isinstance(there, Refusal) else [path for path in there if is_table(path) and is_regular(path)]
    return next((path for path in files if table_of(path.stem) is table), folder / f"{table.NAME}.csv")


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table's file that was read already.

    Attributes:
        data: What it holds.
        text: The same as text, without a byte order mark.
        encoding: How it is written.
        delimiter: What separates its columns.
        newline: How its lines end.
        header: Its first row with any cell.
        columns: Which column of the table each of these is; None for one that is not used.
    """

    data: bytes
    text: str
    encoding: str
    delimiter: str
    newline: str
    header: list[str]
    columns: list[str | None]

    @classmethod
    def of(cls, data: bytes, table: type[Table]) -> Self:
        """Look at the bytes of a table's file."""
        encoding = encoding_of(data)
        text = data.decode(encoding).removeprefix(_BOM)
        delimiter = delimiter_of(text)
        newline = "\r\n" if "\r\n" in text else "\n"
        header = next(cells for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(cells))
        columns = [column_of(table.NAME, name.strip()) for name in header]
        return cls(data, text, encoding, delimiter, newline, header, columns)

    def lacking(self, rows: Sequence[Cells]) -> list[str]:
        """Return the columns for which rows have a cell and the file has no place."""
        return sorted({name for row in rows for name in row} - set(self.columns))

    def added(self, rows: Sequence[Cells]) -> str:
        """Return the text of rows at the file's end, in its own columns and with its own signs."""
        end = "" if self.text.endswith(("\n", "\r")) else self.newline
        cells = [[row.get(name or "", "") for name in self.columns] for row in rows]
        return end + csv_text(cells, self.delimiter, self.newline)

    def with_rows(self, rows: Sequence[Cells]) -> bytes:
        """Return the file's bytes with rows at its end.

        Raises:
            UnicodeEncodeError: If its encoding cannot write them.
        """
        return self.data + self.added(rows).encode(self.encoding)


def encoding_of(data: bytes) -> str:
    """Return how a file is written; it was read already, so that one of these holds."""
    marked = next((name for bom, name in _BOMS.items() if data.startswith(bom)), None)
    if marked:
        return marked
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def csv_text(rows: Sequence[Sequence[str]], delimiter: str = ",", newline: str = "\n") -> str:
    """Return rows as the text of a CSV file."""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return file.getvalue()
