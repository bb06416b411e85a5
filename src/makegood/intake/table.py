"""From a sheet's cells to a table's columns: headers matched, each distinct text read once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from makegood.intake.aliases import column_of, nearest_column
from makegood.intake.cells import typed_reader
from makegood.intake.dates import DateOrder
from makegood.intake.doubt import Doubt
from makegood.intake.sheet import Sheet
from makegood.intake.values import are_plain_ids, cell_reader
from makegood.records import TABLES, Column, Table
from makegood.terms.echo import echo, quoted
from makegood.terms.findings import Finding, Origin
from makegood.terms.formula import unguarded

if TYPE_CHECKING:
    from makegood.records.coded import Coded

PRIVATE: Final = frozenset({"given_name", "family_name", "date_of_birth", "home_language", "note", "words"})
"""Columns whose cells are never shown in a finding, not even a number."""

_TABLE: Final = {table.NAME: table for table in TABLES}
_FEWEST: Final = 2
_SHARE: Final = 2
"""A first row names columns if two of its cells are names of columns, and every second one."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A header that was taken for a column of ours."""

    table: str
    header: str
    column: str


class _Memo(dict[Any, Any]):
    """What each distinct cell of a column means; each is read once."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        """Read cells that were not met before with `read`."""
        self.read = read

    def __missing__(self, cell: Any) -> Any:
        self[cell] = value = self.read(cell)
        return value


def read_columns(
    sheet: Sheet, table: type[Table], order: DateOrder
) -> "tuple[dict[str, list[Any] | Coded], list[Taken], list[Finding]]":
    """Read a sheet's columns.

    Cells that cannot be read are None in what is returned, and a finding each.

    Args:
        sheet: The cells.
        table: The table that they are.
        order: How slashed dates are meant.

    Returns:
        The columns by name (blank cells are None), which header was taken for which, findings.
    """
    specs = table.columns()
    if not names_columns(sheet):
        sheet.rows = []
        return {}, [], [_no_header(sheet, specs)]
    places, taken, findings = _match(sheet, table)
    columns: dict[str, list[Any] | Coded] = {}
    for name, place in places.items():
        columns[name], found = _read(sheet, place, name, specs[name], order)
        findings += found
        sheet.columns[place] = []
    findings += _missing(sheet, specs, places)
    return columns, taken, findings


def _match(sheet: Sheet, table: type[Table]) -> tuple[dict[str, int], list[Taken], list[Finding]]:
    """Find the place of each column in the header."""
    places: dict[str, int] = {}
    taken: list[Taken] = []
    findings: list[Finding] = []
    for place, header in enumerate(sheet.header):
        column = column_of(table.NAME, header)
        if column is None:
            if header or any(sheet.columns[place]):
                findings.append(_unknown_column(sheet, place))
        elif column in places:
            first = sheet.header[places[column]]
            says = f"Two columns mean '{column}': {quoted(first)} and {quoted(header)}. Keep one, or rename the other."
            findings.append(
                Finding(
                    "error",
                    "two_columns",
                    says,
                    Origin(table.NAME, sheet.head, column),
                    found=header,
                    expected="one column",
                )
            )
        else:
            places[column] = place
            if header != column:
                taken.append(Taken(table.NAME, header, column))
    return places, taken, findings


def names_columns(sheet: Sheet) -> bool:
    """Tell whether a sheet's first row names columns, and is no row of data whose names are missing above it."""
    named = [header for header in sheet.header if header]
    known = {column for header in named if (column := column_of(sheet.table, header))}
    meant = sum(1 for header in named if column_of(sheet.table, header) or nearest_column(sheet.table, header))
    needed = {name for name, spec in _TABLE[sheet.table].columns().items() if spec.needed}
    return needed <= known or (meant >= _FEWEST and _SHARE * meant >= len(named))


def _no_header(sheet: Sheet, specs: dict[str, Column]) -> Finding:
    """Say that there is no header, and repeat nothing of what is there instead: it is likely a person's row."""
    needed = ", ".join(name for name, spec in specs.items() if spec.needed)
    says = "The first row does not name the columns. Put their names into a row above the data."
    return Finding("error", "no_header", says, Origin(sheet.table, sheet.head), expected=f"at least {needed}")


def _unknown_column(sheet: Sheet, place: int) -> Finding:
    """Say that a column is not used: by its name if that is a column's, else by its place."""
    header = sheet.header[place]
    near = nearest_column(sheet.table, header) if header else None
    name = header if near else echo(header, dates=False)
    which = "This column" if name else f"Column {place + 1}{'' if header else ', which has no name,'}"
    hint = f" Did you mean '{near}'?" if near else ""
    says = f"{which} is not used.{hint}"
    return Finding("warning", "unknown_column", says, Origin(sheet.table, sheet.head, name or None), found=name)


def _missing(sheet: Sheet, specs: dict[str, Column], places: dict[str, int]) -> Iterator[Finding]:
    """Yield the columns that a table needs and does not have."""
    for name, spec in specs.items():
        if spec.needed and name not in places:
            says = f"This column is missing. It holds: {spec.says}"
            origin = Origin(sheet.table, sheet.head, name)
            yield Finding("error", "missing_column", says, origin, expected=f"a column '{name}'")


def _read(
    sheet: Sheet, place: int, name: str, spec: Column, order: DateOrder
) -> "tuple[list[Any] | Coded, list[Finding]]":
    """Read one column and write down the cells that gave doubt."""
    cells = sheet.columns[place]
    read = cell_reader(spec, order)
    if not sheet.typed:
        read = _as_written(read)
    if not isinstance(cells, list):
        quick = cells.read(read)
        if not any(isinstance(value, Doubt) or (value is None and spec.needed) for value in quick.cells):
            return quick, []
        cells = cells.values()
    if spec.kind == "id" and not sheet.typed and are_plain_ids(cells):
        return cells, []
    if sheet.typed:
        of_type = typed_reader(spec, read)
        # True, 1 and 1.0 are one key to a dict, so a cell's type is part of it.
        memo = _Memo(lambda cell: of_type(cell[1]))
        values = [memo[type(cell), cell] for cell in cells]
    else:
        memo = _Memo(read)
        values = list(map(memo.__getitem__, cells))
    doubtful = any(isinstance(value, Doubt) for value in memo.values())
    findings, refused = _doubts(sheet, name, cells, values) if doubtful else ([], frozenset())
    # A cell of characters that nobody sees is a doubt, and blank all the same.
    if spec.needed and None in values:
        findings += [
            _blank(sheet, name, sheet.rows[at], spec)
            for at, value in enumerate(values)
            if value is None and at not in refused
        ]
    return values, findings


def _doubts(sheet: Sheet, name: str, cells: Sequence[Any], values: list[Any]) -> tuple[list[Finding], frozenset[int]]:
    """Return a finding of each doubt, and the places of cells that are refused; put what was read in their place."""
    doubts = {at: value for at, value in enumerate(values) if isinstance(value, Doubt)}
    for at, doubt in doubts.items():
        values[at] = doubt.value
    findings = [_doubtful(sheet, name, at, cells[at], doubt) for at, doubt in doubts.items()]
    return findings, frozenset(at for at, doubt in doubts.items() if doubt.level == "error")


def _as_written(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Read a CSV file's cell without the apostrophe that kept it from being taken for a formula."""
    return lambda cell: read(unguarded(cell))


def _doubtful(sheet: Sheet, name: str, at: int, cell: Any, doubt: Doubt) -> Finding:
    """Say what is doubtful about a cell; of a private one not what is written there."""
    origin = Origin(sheet.table, sheet.rows[at], name)
    if name in PRIVATE:
        # What was made of a private cell would show it, so neither is said.
        says = "This cannot be read as it is written." if doubt.level == "error" else "Please look at this cell."
        return Finding(doubt.level, doubt.code, says, origin, expected=doubt.expected)
    found = str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()
    return Finding(doubt.level, doubt.code, doubt.says, origin, found=found, expected=doubt.expected)


def _blank(sheet: Sheet, name: str, row: int, spec: Column) -> Finding:
    says = f"This must not be blank. It holds: {spec.says}"
    expected = f"such as {spec.example}" if spec.example else "a value"
    return Finding("error", "blank_cell", says, Origin(sheet.table, row, name), found="", expected=expected)
