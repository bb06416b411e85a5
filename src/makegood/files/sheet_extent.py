"""How far a sheet's cells reach, told from its XML before a library makes room for all of them.

A library that reads a sheet makes room for every cell from the first to the last. One cell in the far corner is room
for 17 billion.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from makegood.files.limits import SHEET_BLANKS, SHEET_CELLS
from makegood.files.refusal import Refusal
from makegood.terms.letters import letters, place_of

_LARGE: Final = 2_000_000
"""A sheet of so many cells is read however few of them are filled."""
_A: Final = 26
_FAR_OR_ODD: Final = re.compile(rb'<c(?! r="[A-Za-z]\d{1,6}"|[A-Za-z])|:c[\s/>]')
"""A cell that is not in one of the first 26 columns and 999,999 rows, or that does not say so plainly."""
_PLAIN_ROW: Final = re.compile(rb'<c r="[A-Za-z](\d+)')
_TAG: Final = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ADDRESS: Final = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)(\d*)[\"']")
_LONGEST_TAG: Final = 4_096
_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384
"""The last row and column that spreadsheets have."""


def refuse_extent(pieces: Callable[[], Iterator[bytes]]) -> Refusal | None:
    """Return why a sheet is not read, or None if it may be.

    Args:
        pieces: Yields the sheet's XML, in pieces, each time that it is called.
    """
    cells, plain = 0, True
    for text in _whole_tags(pieces()):
        cells += text.count(b"<c ") + text.count(b":c ")
        if cells > SHEET_CELLS:
            return _too_many()
        plain = plain and _FAR_OR_ODD.search(text) is None
    if plain and _is_near(pieces, cells):
        return None
    walk = _Walk()
    for text in _whole_tags(pieces()):
        walk.take(text)
    return walk.refusal()


def _whole_tags(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces that end where a tag begins."""
    held = b""
    for piece in pieces:
        text = held + piece
        cut = text.rfind(b"<")
        cut = cut if cut > 0 and len(text) - cut < _LONGEST_TAG else len(text)
        held = text[cut:]
        yield text[:cut]
    yield held


def _is_near(pieces: Callable[[], Iterator[bytes]], cells: int) -> bool:
    """Return whether a sheet whose cells are plain surely has a size that fits their number."""
    most = max(_LARGE, cells * SHEET_BLANKS) // _A
    if most >= 10**6:
        return True
    rows = (max(map(int, set(_PLAIN_ROW.findall(text))), default=0) for text in _whole_tags(pieces()))
    return max(rows, default=0) <= most


class _Walk:
    """The cells of a sheet that hold something, one by one; the last row and column so far."""

    def __init__(self) -> None:
        self.filled = self.row = self.column = 0
        self.last_row = self.last_column = self.at_row = self.at_column = 0

    def take(self, text: bytes) -> None:
        """Take in the next piece of XML."""
        for match in _TAG.finditer(text):
            name, rest = match.groups()
            address = _ADDRESS.search(rest)
            column, digits = address.groups() if address else (b"", b"")
            if name == b"row":
                self.row, self.column = int(digits[:9]) if digits else self.row + 1, 0
                continue
            row = int(digits[:9]) if digits else self.row
            self.column = place_of(column[:6]) + 1 if column else self.column + 1
            if not rest.endswith(b"/"):
                self._count(row, self.column)

    def _count(self, row: int, column: int) -> None:
        self.filled += 1
        if row > self.last_row:
            self.last_row, self.at_column = row, column
        if column > self.last_column:
            self.last_column, self.at_row = column, row

    def refusal(self) -> Refusal | None:
        """Return why a sheet with these cells is not read, or None."""
        whole = self.last_row * self.last_column
        if self.filled > SHEET_CELLS:
            return _too_many()
        if whole <= _LARGE or (whole <= SHEET_CELLS and whole <= self.filled * SHEET_BLANKS):
            return None
        # The cell that lies farther out than its sheet is wide or long is the stray one.
        if self.last_column > self.filled**0.5 and self.last_column > _A * _A:
            row, column = self.at_row, self.last_column
        else:
            row, column = self.last_row, self.at_column
        if whole <= self.filled * SHEET_BLANKS:
            return _too_many()
        at = letters(column - 1)
        if self.last_row > _ROWS or self.last_column > _COLUMNS:
            says = "One cell has an address that no spreadsheet has. Please delete it."
            return Refusal("far_cell", says, f"at most {letters(_COLUMNS - 1)}{_ROWS}", found=f"{at}{row}")
        says = (
            f"One cell lies far from the others, so that this sheet would have {whole:,} cells."
            " Please delete its row or column."
        )
        return Refusal("far_cell", says, "the table alone on its sheet", row, at, f"{at}{row}")


def _too_many() -> Refusal:
    return Refusal("too_many_cells", f"This sheet has more than {SHEET_CELLS:,} cells, which is more than is read.")
