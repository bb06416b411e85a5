"""A table's CSV file with rows added: what stood there stays byte for byte."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from makegood.files.seen import is_table
from makegood.intake.aliases import column_of, table_of
from makegood.intake.csv_file import delimiter_of
from makegood.records import RECORDED_AT, Table
from makegood.terms.findings import Finding, Origin

_BOMS: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_DECODED: Final = "\ufeff"


def file_of(folder: Path, table: type[Table]) -> Path:
    """Return the file that holds a table of a folder, or the one that would."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and is_table(path))
    named = (path for path in files if table_of(path.stem) is table)
    return next(named, folder / f"{table.NAME}.csv")


def with_rows(
    path: Path, data: bytes | None, table: type[Table], rows: Sequence[dict[str, str]]
) -> tuple[bytes, list[Finding]]:
    """Return a file's bytes with rows at its end, in its own columns, delimiter, line ends and encoding.

    Args:
        path: The file, for findings.
        data: What it holds, or None if it is new.
        table: The table.
        rows: The rows, as text by column; a cell that is left out is blank.

    Returns:
        The bytes, and an error if the file has no column for a cell or cannot write it.
    """
    if data is None:
        header = [name for name in table.columns() if name != RECORDED_AT]
        return _csv([header, *([row.get(name, "") for name in header] for row in rows)], ",", "\n").encode(), []
    encoding = encoding_of(data)
    text = data.decode(encoding).removeprefix(_DECODED)
    delimiter = delimiter_of(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    header = next(cells for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(cells))
    columns = [column_of(table.NAME, name.strip()) for name in header]
    lacking = sorted({name for row in rows for name in row} - set(columns))
    if lacking:
        says = f"{path.name} has no column '{lacking[0]}', which the new rows need. Please add it to its first row."
        return data, [Finding("error", "missing_column", says, Origin(table.NAME, 1, lacking[0]), expected=lacking[0])]
    added = _csv([[row.get(name or "", "") for name in columns] for row in rows], delimiter, newline)
    try:
        end = "" if text.endswith(("\n", "\r")) else newline
        return data + (end + added).encode(encoding), []
    except UnicodeEncodeError:
        says = f"{path.name} is not UTF-8, and what is to be added cannot be written in its encoding."
        return data, [Finding("error", "encoding", says, Origin(table.NAME), expected="a CSV file saved as UTF-8")]


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


def _csv(rows: Sequence[Sequence[str]], delimiter: str, newline: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return file.getvalue()
