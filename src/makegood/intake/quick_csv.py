"""Large CSV files, split into cells many times faster, where that is sure to give the very same cells."""

import csv
import io
from contextlib import suppress
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv as arrow_csv

from makegood.records.coded import Coded

_SAMPLE: Final = 100_000
"""So many characters hold the header and show in which columns cells repeat."""
_LONGEST: Final = 32_000
"""Longer cells, and wider tables, are left to the csv module and to the limits of what is read."""
_WIDEST: Final = 200
_MOST: Final = 2**31
"""So many bytes one array of text cannot hold."""
_TWO: Final = 2
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
    sample = _sample(text, delimiter)
    # pyarrow leaves a byte order mark out, and to the csv module a row also ends at a carriage return alone.
    odd = text.startswith("\ufeff") or ("\r" in text and text.count("\r") != text.count("\r\n"))
    fit = len(sample) >= _TWO and len(set(map(len, sample))) == 1 and len(sample[0]) <= _WIDEST
    if odd or not fit or not any(map(str.strip, sample[0])):
        return None
    kinds = [_kind(cells) for cells in zip(*sample[1:], strict=True)]
    columns = _columns(text.rstrip("\r\n").encode(), delimiter, kinds)
    different = [cells.cells if isinstance(cells, Coded) else cells for cells in columns]
    if not columns or not all(map(str.strip, different[0])):
        return None
    return None if any(max(map(len, cells)) > _LONGEST for cells in different) else QuickCells(sample[0], columns)


def _columns(data: bytes, delimiter: str, kinds: list[pa.DataType]) -> list[list[str] | Coded]:
    """Return the columns of a file below its header; none where the csv module has to look at it."""
    quoted = _quoted(data, delimiter)
    if quoted is None or len(data) >= _MOST:
        return []
    names = [str(place) for place in range(len(kinds))]
    try:
        table = arrow_csv.read_csv(
            pa.py_buffer(data),
            arrow_csv.ReadOptions(column_names=names, skip_rows_after_names=1),
            arrow_csv.ParseOptions(
                delimiter=delimiter,
                quote_char='"' if quoted else False,
                newlines_in_values=quoted,
                ignore_empty_lines=False,
            ),
            arrow_csv.ConvertOptions(
                column_types=dict(zip(names, kinds, strict=True)), null_values=[], strings_can_be_null=False
            ),
        )
    except pa.ArrowException:
        return []
    if any(cells.null_count for cells in table.itercolumns()):
        # A line without any character.
        return []
    return [_column(cells) for cells in table.unify_dictionaries().itercolumns()]


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """Return the first rows that are whole."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter, strict=True))
    return rows if len(text) <= _SAMPLE else rows[:-1]


def _kind(cells: tuple[str, ...]) -> pa.DataType:
    """Return how a column is held: its different cells once, unless most are different."""
    return pa.string() if 2 * len(set(cells)) > len(cells) else pa.dictionary(pa.int32(), pa.string())


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


def _column(chunks: pa.ChunkedArray) -> list[str] | Coded:
    cells = chunks.combine_chunks()
    if not isinstance(cells, pa.DictionaryArray):
        plain: list[str] = cells.to_pylist()
        return plain
    codes = cells.indices
    # What pyarrow itself offers for this loads pandas where that is there.
    return Coded(
        cells.dictionary.to_pylist(), np.frombuffer(codes.buffers()[1], np.int32)[codes.offset :][: len(codes)]
    )
