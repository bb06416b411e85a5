"""What was seen in a sheet: its shape, its tables, its columns, and what is around them."""

from dataclasses import dataclass, field
from typing import Final, Literal

from makegood.imports.cells import CellSheet
from makegood.imports.values.written import Written

Shape = Literal["log", "grid", "caseload", "calendar", "notes", "absences", "key", "leave_out", "unknown"]
SHAPES: Final[tuple[Shape, ...]] = ("log", "grid", "caseload", "calendar", "notes", "absences", "key", "leave_out")
"""What a mapping file may say of a sheet."""
How = Literal["heading", "cells", "mapping"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        place: Its place in the sheet, from 0.
        heading: Its heading, blank if it has none.
        meaning: What it holds, a key of `words/headings.toml`; None if it is not read.
        how: How the meaning was found.
    """

    place: int
    heading: str
    meaning: str | None = None
    how: How = "heading"


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A column of a grid that is a day or a week."""

    place: int
    heading: str
    day: Written


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a sheet: its headings and the rows below them.

    Attributes:
        heading_row: The row of its headings; 0 if it has none.
        last_row: Its last row.
        columns: Its columns.
        days: The columns that are days, in a grid.
    """

    heading_row: int
    last_row: int
    columns: tuple[Column, ...]
    days: tuple[DayColumn, ...] = ()

    @property
    def below(self) -> range:
        """The numbers of the rows below the headings."""
        return range(self.heading_row + 1, self.last_row + 1)

    def place(self, meaning: str) -> int | None:
        """Return the place of the first column with a meaning."""
        return next((column.place for column in self.columns if column.meaning == meaning), None)

    def heading(self, meaning: str) -> str:
        """Return the heading of the first column with a meaning, blank if there is none."""
        return next((column.heading for column in self.columns if column.meaning == meaning), "")


@dataclass(slots=True)
class Look:
    """What was seen in a sheet.

    Attributes:
        sheet: The sheet.
        shape: What it is.
        blocks: Its tables.
        titles: What is written around the tables, by meaning: `student_name`, `service_type`, `provider`, `school` ...
        key: Each code that the sheet explains, in the words that explain it.
        start_year: The year in which its school year begins, where the sheet says so.
        sure: Whether the headings alone say what it is.
        month: The month that the sheet or its title names, for days that are only numbers.
    """

    sheet: CellSheet
    shape: Shape
    blocks: tuple[Block, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    key: dict[str, str] = field(default_factory=dict)
    start_year: int | None = None
    sure: bool = True
