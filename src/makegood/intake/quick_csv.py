"""Large CSV files, split into cells many times faster, where that is sure to give the very same cells."""

import csv
import io
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv as arrow_csv

from makegood.records.coded import Coded

_HEADER: Final = 100_000
"""So many characters hold any header."""
_LONGEST: Final = 100_000
"""Longer cells, in bytes, are left to the csv module, which has a limit."""
_SAMPLE: Final = 10_000
"""Whether a column's cells repeat is told from so many rows."""
_MOST: Final = 2**31
"""So many bytes one array of text cannot hold."""
_QUOTE: Final = ord('"')


class QuickCells(NamedTuple):
    """A file's cells.

    Attributes:
        header: The first row's cells, as they are written.
        columns: The other rows' cells, one column for each cell of the header.
    """

    header: list[str]
    columns: list[list[str] | Coded]


def read_quickly(text: str, delimiter: str) -> QuickCells | None:
    """Split a file into cells.

    Args:
        text: The file.
        delimiter: What separates its columns.

    Returns:
        The cells, just as the csv module and `lay_out` give them; None where that is not sure: quotation marks inside
        a cell, a line break of old kinds, a row that is blank, too short, too long or begins with a blank cell.
    """
    width = _width(text, delimiter)
    if width is None or text.startswith("\ufeff") or text.count("\r") != text.count("\r\n"):
        return None
    data = text.rstrip("\r\n").encode()
    quoted = _quoted(data, delimiter)
    if quoted is None or len(data) >= _MOST:
        return None
    names = [str(place) for place in range(width)]
    try:
        table = arrow_csv.read_csv(
            pa.py_buffer(data),
            arrow_csv.ReadOptions(column_names=names),
            arrow_csv.ParseOptions(
                delimiter=delimiter,
                quote_char='"' if quoted else False,
                newlines_in_values=quoted,
                ignore_empty_lines=False,
            ),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowException:
        return None
    cells = [column.combine_chunks() for column in table.columns]
    if any(pc.max(pc.binary_length(column)).as_py() > _LONGEST for column in cells):
        return None
    header = [column[0].as_py() for column in cells]
    columns = [_column(column[1:]) for column in cells]
    if not any(cell.strip() for cell in header) or len(columns[0]) == 0 or _has_blank(columns[0]):
        return None
    return QuickCells(header, columns)


def _width(text: str, delimiter: str) -> int | None:
    """Return the number of cells of the first row."""
    try:
        return len(next(csv.reader(io.StringIO(text[:_HEADER], newline=""), delimiter=delimiter, strict=True)))
    except (csv.Error, StopIteration):
        return None


def _quoted(data: bytes, delimiter: str) -> bool | None:
    """Return whether a file has quotation marks; None unless each begins or ends a cell, or is one of two inside it."""
    if b'"' not in data:
        return False
    characters = np.frombuffer(data, np.uint8)
    places = np.flatnonzero(characters == _QUOTE)
    if len(places) % 2:
        return None
    around = np.frombuffer(b'\r\n"' + delimiter.encode(), np.uint8)
    opening, closing = places[::2], places[1::2]
    before = characters[opening[opening > 0] - 1]
    after = characters[closing[closing < len(data) - 1] + 1]
    return True if _are_all(before, around) and _are_all(after, around) else None


def _are_all(characters: NDArray[np.uint8], these: NDArray[np.uint8]) -> bool:
    return bool(np.isin(characters, these).all())


def _column(cells: pa.StringArray) -> list[str] | Coded:
    """Return a column: its different cells and which row has which, or a plain list where most are different."""
    sample = cells[:_SAMPLE]
    if 2 * pc.count_distinct(sample).as_py() > len(sample):
        plain: list[str] = cells.to_pylist()
        return plain
    found = cells.dictionary_encode()
    return Coded(found.dictionary.to_pylist(), found.indices.to_numpy())


def _has_blank(cells: list[str] | Coded) -> bool:
    return not all(map(str.strip, cells.cells if isinstance(cells, Coded) else cells))
