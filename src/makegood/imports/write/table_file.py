"""A table's CSV file with rows added; what is there stays as it is, byte for byte unless it lacks a column."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from makegood.files.reading import is_regular, list_folder
from makegood.files.refusal import Refusal
from makegood.files.seen import is_table
from makegood.intake.aliases import column_of, table_of
from makegood.intake.csv_file import delimiter_of
from makegood.records import RECORDED_AT, Table

_BOMS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def file_of(folder: Path, table: type[Table]) -> Path:
    """Return the file that holds a table of a folder, or the one that would."""
    there = list_folder(folder)
    files = [] if isinstance(there, Refusal) else [path for path in there if is_table(path) and is_regular(path)]
    return next((path for path in files if table_of(path.stem) is table), folder / f"{table.NAME}.csv")


def with_rows(data: bytes | None, table: type[Table], rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return a file's bytes with rows at its end, in its own columns and with its own signs.

    Args:
        data: What it holds, or None if it is new.
        table: The table.
        rows: The rows, as text by column; a cell that is left out is blank.
    """
    used = {name for row in rows for name, cell in row.items() if cell}
    if data is None:
        header = [name for name, spec in table.columns().items() if spec.needed or name in used]
        return _csv([header, *([_cell(row.get(name, "")) for name in header] for row in rows)], ",", "\r\n").encode()
    encoding = _encoding(data)
    text = data.decode(encoding)
    delimiter = delimiter_of(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    there = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    head = next(at for at, cells in enumerate(there) if any(cells))
    columns = [column_of(table.NAME, name.strip()) for name in there[head]]
    lacking = [name for name in (*table.columns(), RECORDED_AT) if name in used and name not in columns]
    added = [[_cell(row.get(name or "", "")) for name in [*columns, *dict.fromkeys(lacking)]] for row in rows]
    if lacking:
        width = len(columns)
        new = list(dict.fromkeys(lacking))
        wider = [[*cells, *[""] * (width - len(cells)), *([""] * len(new))] if any(cells) else cells for cells in there]
        wider[head] = [*there[head], *new]
        return _csv([*wider, *added], delimiter, newline).encode("utf-8-sig" if encoding == "utf-8-sig" else "utf-8")
    end = "" if text.endswith(("\n", "\r")) else newline
    whole = text + end + _csv(added, delimiter, newline)
    try:
        return whole.encode(encoding)
    except UnicodeEncodeError:
        return whole.encode("utf-8-sig")


def read_rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file of ours, by the names in its first row."""
    text = data.decode(_encoding(data))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _encoding(data: bytes) -> str:
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
