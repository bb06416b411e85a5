"""One sheet of a file as it is: rows of cells, nothing read into them."""

import datetime as dt
from dataclasses import dataclass, field

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
"""A cell: text without outer blanks, a number, yes or no, a date, a time, a length of time, or nothing."""


@dataclass(slots=True)
class CellSheet:
    """A sheet's cells.

    Attributes:
        file: The file's name.
        name: The sheet's name; blank for a file that has no sheets.
        rows: The rows from row 1 on; a blank row is empty.
        hidden: Whether the workbook hides the sheet.
        hidden_columns: The places of columns that the workbook hides.
        hidden_rows: The rows that it hides.
        fills: The color of cells that are filled with one, by row and place.
        struck: The cells that are struck out.
        typed: Whether the cells have types of their own (a workbook's) or are all text.
        whole_lines: Whether every row is one line of plain text.
    """

    file: str
    name: str
    rows: list[tuple[Cell, ...]]
    hidden: bool = False
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    fills: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: frozenset[tuple[int, int]] = frozenset()
    typed: bool = False
    whole_lines: bool = False
    _width: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the columns once."""
        self._width = max(map(len, self.rows), default=0)

    @property
    def width(self) -> int:
        """The number of columns."""
        return self._width

    @property
    def place(self) -> str:
        """The file and sheet as people name them."""
        return f"{self.file}, sheet {self.name!r}" if self.name else self.file

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell by its row's number (from 1) and its column's place (from 0); None outside."""
        if not 0 < row <= len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column] if column < len(cells) else None


def text_of(cell: Cell) -> str:
    """Return a cell as a person reads it: a whole number without a point, a date as YYYY-MM-DD."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, dt.time):
        return cell.isoformat(timespec="minutes")
    return str(cell)
