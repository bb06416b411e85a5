"""A CSV file: its bytes, its delimiter, its records."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from makegood.files.limits import CELL_CHARACTERS, CSV_BYTES
from makegood.files.lines import refuse_lines
from makegood.files.reading import read_bytes
from makegood.files.refusal import Refusal
from makegood.intake.sheet import Sheet, lay_out, with_columns
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    from makegood.intake.quick_csv import QuickCells

_BOMS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_NAMES: Final = {";": "semicolons", "\t": "tabs"}
LARGE: Final = 1_000_000
"""Files of so many characters are worth the time that it takes to load what reads them quickly."""


def read_csv(path: Path, table: str) -> tuple[Sheet | None, list[Finding]]:
    """Read a CSV file's cells as text.

    Args:
        path: The file.
        table: The table that it holds.

    Returns:
        The sheet, or None if the file cannot be used, and what was found.
    """
    text, findings = text_of(path, table)
    if text is None:
        return None, findings
    delimiter = delimiter_of(text)
    quick = _quickly(text, delimiter) if len(text) >= LARGE else None
    if quick is not None:
        return with_columns(path.name, table, *quick), findings
    try:
        sheet, more = lay_out(path.name, table, _records(text, delimiter))
    except csv.Error:
        says = (
            "From here on the file cannot be split into cells: a quotation mark is missing or in the wrong place,"
            f" or a cell has more than {CELL_CHARACTERS:,} characters."
        )
        origin = Origin(table, _whole(text, delimiter) + 1)
        broken = Finding("error", "broken_quotes", says, origin, expected="each opening quotation mark closed")
        return None, [*findings, broken]
    return sheet, findings + more


def text_of(path: Path, table: str) -> tuple[str | None, list[Finding]]:
    """Return a CSV file's text, or None if it has none, and what was found about the file as a whole."""
    data = read_bytes(path, CSV_BYTES)
    if isinstance(data, Refusal):
        return None, [data.finding(table)]
    text, findings = _decode(data, table)
    if text is None:
        return None, findings
    delimiter = delimiter_of(text)
    refused = refuse_lines(text, delimiter)
    if refused is not None:
        return None, [*findings, refused.finding(table)]
    if delimiter != ",":
        says = f"This file separates its columns by {_NAMES[delimiter]}. It was read that way."
        findings.append(Finding("warning", "delimiter", says, Origin(table), expected="commas"))
    # Whoever splits the text meets this limit where an unclosed quote makes an endless cell.
    csv.field_size_limit(CELL_CHARACTERS)
    return text, findings


def _quickly(text: str, delimiter: str) -> "QuickCells | None":
    from makegood.intake.quick_csv import read_quickly  # noqa: PLC0415 - its libraries take a fifth of a second to load

    return read_quickly(text, delimiter)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Return a file's records; a line without any character is one without cells. A cell may hold several lines."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _whole(text: str, delimiter: str) -> int:
    """Return how many records come before the one that cannot be split."""
    count = 0
    with suppress(csv.Error):
        for _ in _records(text, delimiter):
            count += 1
    return count


def _decode(data: bytes, table: str) -> tuple[str | None, list[Finding]]:
    """Return a file's text: UTF-8, or what older Excel writes, with a warning."""
    encoding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "utf-8")
    findings = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            says = "This file could not be read as text."
            expected = "a CSV file saved as UTF-8"
            return None, [Finding("error", "encoding", says, Origin(table), expected=expected)]
        says = (
            "This file is not UTF-8. It was read as Windows-1252, which older Excel writes. "
            "Please check that accented letters are right."
        )
        findings.append(Finding("warning", "encoding", says, Origin(table), expected="UTF-8"))
    if "\0" in text:
        says = "This file holds NUL characters, so it is damaged or not a CSV file."
        return None, [Finding("error", "nul_character", says, Origin(table), expected="plain text")]
    return text, findings


def delimiter_of(text: str) -> str:
    """Return the delimiter: a comma, unless the header has none and is split by another."""
    header = text.lstrip("\r\n").partition("\n")[0]
    if "," in header:
        return ","
    return max(_NAMES, key=header.count) if any(map(header.count, _NAMES)) else ","
