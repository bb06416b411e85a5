"""What the small tables are made with."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from makegood.ledger.state.layout import BUCKET, path_of

Array = np.ndarray[Any, np.dtype[np.int32]]


def read(folder: Path, table: str, bucket: str) -> pa.Table:
    """Read one of a bucket's tables whole, empty if there is none."""
    path = path_of(folder, table, bucket)
    return pq.read_table(path, schema=BUCKET[table]) if path.exists() else BUCKET[table].empty_table()


def ints(table: pa.Table, name: str) -> Array:
    """Return a column of whole numbers."""
    column: Array = table[name].combine_chunks().to_numpy()
    return column


def table_of(named: dict[str, Any]) -> pa.Table:
    """Return columns of 32-bit whole numbers as a table."""
    return pa.table({name: pa.array(values, pa.int32()) for name, values in named.items()})
