"""A table's CSV file with the rows of an import: what is there stays byte for byte, unless the file lacks a column."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from makegood.intake.table_file import Cells, TableFile, csv_text
from makegood.records import RECORDED_AT, Table
from makegood.terms.formula import guarded

_BOM: Final = b"\xef\xbb\xbf"


def with_rows(data: bytes | None, table: type[Table], rows: Sequence[Cells]) -> bytes:
    """Return a file's bytes with rows at its end; columns that it lacks are added at its right.

    Args:
        data: What it holds, or None if it is new.
        table: The table.
        rows: The rows; none of their cells becomes a spreadsheet's formula.
    """
    safe = [{name: guarded(cell) for name, cell in row.items() if cell} for row in rows]
    used = {name for row in safe for name in row}
    if data is None:
        header = [name for name, spec in table.columns().items() if spec.needed or name in used]
        return csv_text([header, *([row.get(name, "") for name in header] for row in safe)], newline="\r\n").encode()
    file = TableFile.of(data, table)
    lacking = set(file.lacking(safe))
    if lacking:
        return _wider(file, [name for name in dict.fromkeys((*table.columns(), RECORDED_AT)) if name in lacking], safe)
    try:
        return file.with_rows(safe)
    except UnicodeEncodeError:
        return (file.text + file.added(safe)).encode("utf-8-sig")


def _wider(file: TableFile, more: Sequence[str], rows: Sequence[Cells]) -> bytes:
    """Return a file with columns at its right, blank in the rows that it has, and rows at its end."""
    width = len(file.header)
    there = csv.reader(io.StringIO(file.text, newline=""), delimiter=file.delimiter)
    wider = [[*cells, *[""] * (width - len(cells)), *[""] * len(more)] if any(cells) else cells for cells in there]
    head = next(at for at, cells in enumerate(wider) if any(cells))
    wider[head] = [*file.header, *more]
    added = [[row.get(name or "", "") for name in (*file.columns, *more)] for row in rows]
    data = csv_text([*wider, *added], file.delimiter, file.newline).encode()
    return _BOM + data if file.data.startswith(_BOM) else data
