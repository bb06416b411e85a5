"""Which files of an account are of which folder, with its sums: a reader of many districts tells them apart by it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from makegood.terms.accounts import ACCOUNTS

if TYPE_CHECKING:
    from makegood.ledger.state.run import StateTotals

FOLDERS: Final = pa.schema(
    [("folder", pa.string()), ("file", pa.string())]
    + [(name, pa.int64()) for name in ("students", "services", "sessions", "misses", *ACCOUNTS)]
)
"""`file` is the name that the folder's tables have in each of `services`, `misses` and `awards`; minutes are whole."""


def write_folders(out: Path, buckets: Sequence[str], folders: Mapping[str, "StateTotals"]) -> None:
    """Write the sums of each folder into `folders.parquet` of an account."""
    rows = [
        {"folder": folder, "file": f"{bucket}.parquet"}
        | {name: getattr(sums, name) for name in ("students", "services", "sessions", "misses")}
        | {name: sums.figures[name] for name in ACCOUNTS}
        for bucket, (folder, sums) in zip(buckets, folders.items(), strict=True)
    ]
    pq.write_table(pa.Table.from_pylist(rows, schema=FOLDERS), out / "folders.parquet", compression="zstd")
