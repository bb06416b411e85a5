"""Text files: their encoding, what parts their columns, their rows."""

import csv
import io
from collections import Counter
from typing import Final

from makegood.imports.cells.sheet import Cell, CellSheet
from makegood.terms.findings import Finding, Origin
from makegood.terms.formula import unguarded

_BOMS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_DELIMITERS: Final = (",", "\t", ";", "|")
_LOOKED_AT: Final = 50
"""This many lines show what parts a file's columns."""
_KEPT: Final = 200_000
_SEP: Final = "sep="


def read_text(file: str, data: bytes) -> tuple[list[CellSheet], list[Finding]]:
    """Read a text file's rows.

    Args:
        file: The file's name.
        data: What it holds.

    Returns:
        One sheet, and what was found: a warning where the encoding is doubtful, an error where nothing can be read.
    """
    text, findings = _decode(file, data)
    if text is None:
        return [], findings
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith(_SEP):
        delimiter: str | None = first.strip()[len(_SEP) :][:1] or ","
        # The line is the spreadsheet's own, and counts as no row.
        text = rest
    else:
        delimiter = delimiter_of(text) or (_in_first_line(text) if file.lower().endswith((".csv", ".tsv")) else None)
    if delimiter is None:
        lines = [_row([line]) for line in text.splitlines()]
        return [CellSheet(file, "", _ended(lines), whole_lines=True)], findings
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[Cell, ...]] = []
    try:
        cells = _Cells()
        rows.extend(map(cells.row, reader))
    except csv.Error:
        says = "From here on the file cannot be split into cells: a quotation mark is missing or in the wrong place."
        broken = Finding("error", "broken_quotes", says, Origin(file, len(rows) + 1))
        return [], [*findings, broken]
    return [CellSheet(file, "", _ended(rows))], findings


def delimiter_of(text: str) -> str | None:
    """Return what parts the columns, or None if every line is one text.

    It is the sign that most lines have equally often; a comma inside a sentence is not one.
    """
    lines = [line for line in text.splitlines()[: _LOOKED_AT * 2] if line.strip()][:_LOOKED_AT]
    best, most = None, 0.0
    for sign in _DELIMITERS:
        counts = Counter(len(_split(line, sign)) - 1 for line in lines)
        counts.pop(0, None)
        if not counts:
            continue
        number, agreeing = max(counts.items(), key=lambda each: (each[1], each[0]))
        share = agreeing / len(lines)
        score = share + min(number, 20) / 1000
        # One comma in some lines is a sentence's; a table has it in nearly all, or has many.
        if score > most and (share >= 0.8 or (number >= 2 and share >= 0.4) or sign == "\t"):  # noqa: PLR2004
            best, most = sign, score
    return best


def _in_first_line(text: str) -> str | None:
    """Return the sign that the first line has most often: it parts the headings of a table whose rows are damaged."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count) if any(sign in first for sign in _DELIMITERS) else None


def _split(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=sign), [])
    except csv.Error:
        return []


class _Cells(dict[str, str | None]):
    """Cells as they are read, each text kept once: most of a long table's repeat."""

    def __missing__(self, text: str) -> str | None:
        read = _cell(text)
        if len(self) < _KEPT:
            self[text] = read
        return read

    def row(self, cells: list[str]) -> tuple[Cell, ...]:
        """Return a row's cells, blank ones at its end left out."""
        row: list[Cell] = [self[text] for text in cells]
        while row and row[-1] is None:
            row.pop()
        return tuple(row)


def _row(cells: list[str]) -> tuple[Cell, ...]:
    row: list[Cell] = [_cell(cell) for cell in cells]
    while row and row[-1] is None:
        row.pop()
    return tuple(row)


def _cell(text: str) -> str | None:
    bare = text.strip().strip("\u00a0\ufeff").strip()
    return unguarded(bare) or None


def _ended(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _decode(file: str, data: bytes) -> tuple[str | None, list[Finding]]:
    encoding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "utf-8")
    findings: list[Finding] = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        says = "This file is not UTF-8. It was read as Windows-1252. Please check that accented letters are right."
        findings.append(Finding("warning", "encoding", says, Origin(file), expected="UTF-8"))
    if "\0" in text:
        says = "This file holds NUL characters: it is damaged, or it is not a text file."
        return None, [Finding("error", "nul_character", says, Origin(file), expected="plain text")]
    return text, findings
