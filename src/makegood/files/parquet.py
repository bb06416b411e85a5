"""A table of stored records (Parquet), read as it was written."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from makegood.files.reading import refuse_kind
from makegood.files.refusal import Refusal

_MENDED: Final = "the file as 'makegood store' wrote it; else store the folders once more"
_DAMAGED: Final = Refusal("damaged_store", "This file of stored records is damaged.", _MENDED)
_BROKEN: Final = (pa.ArrowException, OSError, KeyError, ValueError)
"""What the library raises on a file that is not what it should be."""


def read_parquet(
    path: Path, columns: Sequence[str] | None = None, schema: pa.Schema | None = None
) -> pa.Table | Refusal:
    """Return a table of stored records.

    Args:
        path: The file.
        columns: The columns to read; None for all.
        schema: What the columns are; None for what the file says.

    Returns:
        The table, or why there is none.
    """
    refused = refuse_kind(path)
    if refused is not None:
        return refused
    try:
        if columns is not None:
            return pq.ParquetFile(path).read(columns=list(columns), use_threads=False)
        read = pq.ParquetFile(path).read(columns=schema.names if schema else None, use_threads=False)
        if schema is None or read.schema.equals(schema):
            return read
        # What another program wrote may have its columns in other forms: they are changed, which takes longer.
        return pq.read_table(path, schema=schema, use_threads=False)
    except _BROKEN:
        return _DAMAGED


def count_parquet(path: Path) -> int | Refusal:
    """Return how many rows a table of stored records has, or why that cannot be told."""
    refused = refuse_kind(path)
    if refused is not None:
        return refused
    try:
        count: int = pq.read_metadata(path).num_rows
    except _BROKEN:
        return _DAMAGED
    return count
