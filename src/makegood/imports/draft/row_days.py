"""The days of a table that has a row for each day or week: their column, and how they are to be read."""

from dataclasses import dataclass

from makegood.imports.draft.row_reader import RowReader
from makegood.imports.draft.written_days import start_year_of_days
from makegood.imports.values.dates import written_day
from makegood.imports.values.written import Order, Written


@dataclass(frozen=True, slots=True)
class RowDays:
    """The days of a table's rows.

    Attributes:
        rows: What reads the rows.
        column: What the column of days holds: `date`, or `week`, of which a day stands for the whole week.
        order: Whether the month or the day comes first; None where no day needs it, or while it is asked.
        year: The year in which the school year begins; None where nothing tells, or while it is asked.
    """

    rows: RowReader
    column: str
    order: Order | None
    year: int | None

    @classmethod
    def of(cls, rows: RowReader) -> "RowDays":
        """Return the days of a table; asked once for it, where its days do not tell how they are written."""
        column = "date" if rows.has("date") else "week"
        days = [day for row in rows.block.below if (day := written_day(rows.cell(row, column), numbers=True))]
        where = rows.place(rows.block.heading_row + 1, column)
        return cls(rows, column, rows.date_order(column), start_year_of_days(days, rows.desk, where))

    def at(self, row: int) -> Written | None:
        """Return the day that a row is about, as it is written; None if it has none."""
        return written_day(self.rows.cell(row, self.column), numbers=True)
