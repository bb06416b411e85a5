"""The records as they were known on a day: what was written down later is left out before anything is read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from makegood.intake.aliases import column_of
from makegood.intake.cells import typed_reader
from makegood.intake.dates import DateOrder
from makegood.intake.doubt import Doubt
from makegood.intake.sheet import Sheet
from makegood.intake.values import cell_reader
from makegood.records import RECORDED_AT, TABLES, Column, Table
from makegood.terms.findings import Finding

_TABLE: Final[dict[str, type[Table]]] = {table.NAME: table for table in TABLES}
_OWN_ID: Final[dict[str, str | None]] = {name: table.key() for name, table in _TABLE.items()} | {"terms": "calendar_id"}
"""What the rows of a table are named by. A calendar is there as long as one of its terms is."""

_NEEDED_TOO: Final = frozenset(
    {("student_times", "student_id"), ("student_times", "school_id"), ("limits", "provider_id")}
)
"""Columns that may be blank, but not because what they name is gone: the row would be about nobody."""

_LINKS: Final = {"makeup_for": "make_up", "award_id": "compensatory"}
"""What a session stays although what it names is gone."""


def keep_known(sheets: Iterable[Sheet], known_on: dt.date, order: DateOrder) -> None:
    """Leave out every row that was written down after a day, and what cannot be there without it.

    A row without `recorded_at`, or with one that cannot be read, stays: the latter is refused when it is read. What
    names a row that is left out names nothing; a row that needs the one that it names is left out with it. A make-up
    or compensatory session whose miss or award is gone stays one.

    Args:
        sheets: The tables' cells, changed in place.
        known_on: The day, to its end.
        order: How slashed dates are meant.
    """
    books = [_Book(sheet, order) for sheet in sheets]
    gone: defaultdict[str, set[str]] = defaultdict(set)
    for book in books:
        book.leave_out({at for at, day in book.written() if day > known_on}, gone)
    while any(book.drop_what_names(gone) for book in books):
        pass


def known_before(known_on: dt.date, as_of: dt.date) -> Finding:
    """Return the warning for a day of knowledge before the day of the account."""
    says = "What was written down after this day is left out, so the days up to the day of the account look unrecorded."
    return Finding("warning", "known_before_as_of", says, found=str(known_on), expected=f"{as_of} or later")


@dataclass(slots=True)
class _Book:
    """A sheet with its columns found by name.

    Attributes:
        sheet: The cells.
        order: How slashed dates are meant.
        places: The place of each column of the table.
    """

    sheet: Sheet
    order: DateOrder
    places: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Find the columns; of two for one column, the first."""
        self.places = {}
        for place, header in enumerate(self.sheet.header):
            name = column_of(self.sheet.table, header)
            if name is not None:
                self.places.setdefault(name, place)

    def written(self) -> Iterator[tuple[int, dt.date]]:
        """Yield the place of each row whose `recorded_at` can be read, and its day."""
        for at, moment in enumerate(self._values(RECORDED_AT)):
            if moment is not None:
                yield at, moment.date() if isinstance(moment, dt.datetime) else moment

    def leave_out(self, places: set[int], gone: dict[str, set[str]]) -> None:
        """Leave rows out, and note the ids that no row has any more."""
        if not places:
            return
        key = _OWN_ID[self.sheet.table]
        ids = list(self._values(key)) if key is not None else []
        kept = [at for at in range(len(self.sheet.rows)) if at not in places]
        if ids:
            still = {ids[at] for at in kept}
            gone[self.sheet.table] |= {ids[at] for at in places if ids[at] is not None} - still
        self.sheet.columns = [[cells[at] for at in kept] for cells in map(list, self.sheet.columns)]
        self.sheet.rows = [self.sheet.rows[at] for at in kept]

    def drop_what_names(self, gone: dict[str, set[str]]) -> bool:
        """Leave out the rows that need what is gone, and clear the other cells that name it; tell whether any went."""
        lost: set[int] = set()
        for name, spec in _TABLE[self.sheet.table].columns().items():
            to = "terms" if name == "calendar_id" and self.sheet.table != "terms" else spec.refers
            if to is None or not gone.get(to) or name not in self.places:
                continue
            naming = [at for at, id_ in enumerate(self._values(name)) if id_ in gone[to]]
            if spec.needed or (self.sheet.table, name) in _NEEDED_TOO:
                lost.update(naming)
            else:
                self._clear(name, naming)
        self.leave_out(lost, gone)
        return bool(lost)

    def _clear(self, name: str, places: Iterable[int]) -> None:
        """Make cells blank; a session keeps the kind that its link gave it."""
        for at in places:
            self.sheet.write(self.places[name], at, "")
            if name in _LINKS and not any(self._cell(other, at) for other in (*_LINKS, "kind")):
                self._add("kind")
                self.sheet.write(self.places["kind"], at, _LINKS[name])

    def _cell(self, name: str, at: int) -> str:
        return str(self.sheet.columns[self.places[name]][at]).strip() if name in self.places else ""

    def _add(self, name: str) -> None:
        """Add a blank column if the sheet lacks it."""
        if name not in self.places:
            self.places[name] = len(self.sheet.header)
            self.sheet.header.append(name)
            self.sheet.columns.append([""] * len(self.sheet.rows))

    def _values(self, name: str) -> Iterator[Any]:
        """Yield what a column's cells mean, with None for those that are blank or cannot be read."""
        if name in self.places:
            read = _reader(_TABLE[self.sheet.table].columns()[name], self.order, typed=self.sheet.typed)
            for cell in self.sheet.columns[self.places[name]]:
                value = read(cell)
                yield value.value if isinstance(value, Doubt) else value


def _reader(spec: Column, order: DateOrder, *, typed: bool) -> Callable[[Any], Any]:
    read = cell_reader(spec, order)
    return typed_reader(spec, read) if typed else read
