"""What one column of a table holds, said once for reading, checking and explaining it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

if TYPE_CHECKING:
    from makegood.records.coded import Coded

Kind = Literal[
    "id", "ids", "text", "words", "date", "moment", "time", "weekday", "minutes", "number", "count", "yes_no", "money"
]
"""How a cell is read.

`id` and `text` stay as they are written; `ids` and `words` are lists separated by `;`; `moment` is a date, or a
date and time; `time` is
minutes after midnight; `weekday` is 0 for Monday to 6 for Sunday; `minutes` and `number` are whole
numbers from 0, `count` is one from 1; `money` is whole cents.
"""

_META: Final = "column"
RECORDED_AT: Final = "recorded_at"
"""The column of every table that tells since when a row is known (ledger.md, 1: `--known-on`)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        kind: How a cell is read.
        says: What the column holds, for a school secretary.
        needed: Whether every row must fill it in.
        choices: The only words that may stand here, if they are fixed.
        refers: The table whose id this is, if it is another table's.
        key: Whether it is the table's own id.
        blank: What a blank cell means.
        example: A made-up value for the template.
    """

    kind: Kind
    says: str
    needed: bool = False
    choices: tuple[str, ...] = ()
    refers: str | None = None
    key: bool = False
    blank: Any = None
    example: str = ""


def column(
    kind: Kind,
    says: str,
    *,
    needed: bool = False,
    choices: tuple[str, ...] = (),
    refers: str | None = None,
    key: bool = False,
    blank: Any = None,
    example: str = "",
) -> Any:
    """Declare a column of a table."""
    spec = Column(kind, says, needed or key, choices, refers, key, blank, example)
    return field(default_factory=list, metadata={_META: spec})


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of one table, held as one list per column, all of the same length.

    Attributes:
        row: The row's number in its file as a spreadsheet shows it (its first row is row 1).
        coded: Columns by name of which it is also known which rows are alike; not all of them.
    """

    NAME: ClassVar[str]
    SAYS: ClassVar[str]

    row: list[int] = field(default_factory=list)
    recorded_at: list[dt.date | dt.datetime | None] = column(
        "moment", "When the row was written down: a day, or a day and time.", example="2026-09-14 15:20"
    )
    coded: "dict[str, Coded]" = field(init=False, default_factory=dict, repr=False, compare=False)
    _places: dict[str, int] = field(init=False, default_factory=dict, repr=False, compare=False)
    _filled: dict[str, list[int]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.row)

    @classmethod
    @cache
    def columns(cls) -> dict[str, Column]:
        """Return the table's columns by name, in order."""
        found = {f.name.rstrip("_"): f.metadata[_META] for f in fields(cls) if _META in f.metadata}
        # Every table has it, so it comes last.
        return {name: spec for name, spec in found.items() if name != RECORDED_AT} | {RECORDED_AT: found[RECORDED_AT]}

    @classmethod
    @cache
    def key(cls) -> str | None:
        """Return the name of the table's own id, if it has one."""
        return next((name for name, spec in cls.columns().items() if spec.key), None)

    @classmethod
    def of(cls, columns: "Mapping[str, list[Any] | Coded]", rows: list[int]) -> Self:
        """Build the table; columns that are not given are blank."""
        lists = {name: cells if isinstance(cells, list) else cells.values() for name, cells in columns.items()}
        filled = {
            _attribute(cls, name): lists.get(name) or [spec.blank] * len(rows) for name, spec in cls.columns().items()
        }
        made = cls(row=rows, **filled)
        made.coded.update({name: cells for name, cells in columns.items() if not isinstance(cells, list)})
        return made

    def values(self, name: str) -> list[Any]:
        """Return a column by its name."""
        found: list[Any] = getattr(self, _attribute(type(self), name))
        return found

    def different(self, name: str) -> set[Any]:
        """Return the different cells of a column."""
        if name in self.coded:
            return set(self.coded[name].cells)
        cells = self.values(name)
        blank = bool(cells) and cells[0] is None and cells.count(None) == len(cells)
        return {None} if blank else set(cells)

    def as_coded(self, name: str) -> "Coded":
        """Return a column as its different cells and which row has which."""
        if name not in self.coded:
            from makegood.records.coded import coded  # noqa: PLC0415 - numpy takes a tenth of a second to load

            self.coded[name] = coded(self.values(name))
        return self.coded[name]

    def index(self) -> dict[str, int]:
        """Return the place of each row by the table's own id: one dict, not to be changed."""
        key = self.key()
        if key is not None and not self._places:
            self._places.update(zip(self.values(key), range(len(self)), strict=True))
        return self._places

    def filled(self, name: str) -> list[int]:
        """Return the places of the rows whose cell of a column is not blank: one list, not to be changed."""
        if name not in self._filled:
            cells = self.values(name)
            none = cells.count(None) == len(cells)
            self._filled[name] = [] if none else [at for at, cell in enumerate(cells) if cell is not None]
        return self._filled[name]

    def filled_cells(self, name: str) -> Iterator[tuple[int, Any]]:
        """Yield the place and the cell of each row whose cell of a column is not blank."""
        cells = self.values(name)
        return ((at, cells[at]) for at in self.filled(name))

    def rows_as_dicts(self) -> list[dict[str, Any]]:
        """Return each row as a dict, for tests and small outputs."""
        names = list(self.columns())
        lists = [self.values(name) for name in names]
        return [dict(zip(names, cells, strict=True)) for cells in zip(*lists, strict=True)]


def _attribute(table: type[Table], name: str) -> str:
    """Return the field that holds a column; a word of Python's own bears an underscore."""
    return name if name in table.__dataclass_fields__ else f"{name}_"
