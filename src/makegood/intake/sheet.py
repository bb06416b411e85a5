"""One table as it stands in a file, before anything in it is read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from makegood.files.lines import refuse_columns
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    from makegood.records.coded import Coded

_CHUNK: Final = 20_000


@dataclass(slots=True)
class Sheet:
    """A header and its columns of cells.

    Attributes:
        file: The file, or the file and its sheet, as people know it.
        table: The table that it holds, such as `sessions`.
        header: The header's cells, outer blanks stripped.
        columns: One list of cells per header cell, all of the same length; of a large file also its different cells,
            and which row has which.
        rows: Each row's number as a spreadsheet shows it: the file's first row is row 1.
        typed: Whether cells may be numbers and dates (a workbook's) and not only text.
        head: The header's own row.
    """

    file: str
    table: str
    header: list[str]
    columns: "list[list[Any] | Coded]"
    rows: list[int] = field(default_factory=list)
    typed: bool = False
    head: int = 1

    def write(self, place: int, at: int, cell: str) -> None:
        """Put another cell into a column, both given by their places."""
        cells = self.columns[place]
        if not isinstance(cells, list):
            cells = self.columns[place] = cells.values()
        cells[at] = cell


def with_columns(file: str, table: str, header: list[str], columns: "Sequence[list[str] | Coded]") -> Sheet:
    """Return a sheet whose first row is its header, and whose columns are already apart and without blank rows."""
    rows = list(range(2, len(columns[0]) + 2))
    return Sheet(file, table, [cell.strip() for cell in header], list(columns), rows)


def lay_out(
    file: str, table: str, records: Iterable[list[Any]], *, typed: bool = False
) -> tuple[Sheet | None, list[Finding]]:
    """Turn records, the header first, into columns.

    Blank records are skipped and still counted, as a spreadsheet counts them. A record that is
    shorter or longer than the header is an error, unless only blank cells are too many.

    Args:
        file: The file's name, for findings.
        table: The table that it holds.
        records: The records; each is a list of cells.
        typed: Whether cells may be other than text.

    Returns:
        The sheet, or None if there is no header, and what was found.
    """
    walk = iter(records)
    first = next(((at, cells) for at, cells in enumerate(walk, start=1) if not _blank(cells)), None)
    if first is None:
        says = "This file is empty. Its first row must name the columns."
        return None, [Finding("error", "empty_file", says, Origin(table), expected="a header row")]
    header = [str(cell).strip() for cell in first[1]]
    width = len(header)
    refused = refuse_columns(width)
    if refused is not None:
        return None, [refused.finding(table)]
    columns: list[list[Any]] = [[] for _ in header]
    sheet = Sheet(file, table, header, [*columns], typed=typed, head=first[0])
    findings: list[Finding] = []
    at = first[0]
    while chunk := list(islice(walk, _CHUNK)):
        rows: Sequence[int] = range(at + 1, at + 1 + len(chunk))
        at += len(chunk)
        if not _all_fit(chunk, width):
            fitting = list(_fitting(zip(rows, chunk, strict=True), width, sheet, findings))
            rows, chunk = [row for row, _ in fitting], [cells for _, cells in fitting]
        sheet.rows += rows
        for column, cells in zip(columns, zip(*chunk, strict=True), strict=False):
            column.extend(cells)
    return sheet, findings


def _all_fit(chunk: list[list[Any]], width: int) -> bool:
    """Tell, quickly, that no record is blank, short or long; if in doubt, say no."""
    return {len(cells) for cells in chunk} == {width} and all(str(cells[0]).strip() for cells in chunk)


def _fitting(
    chunk: Iterable[tuple[int, list[Any]]], width: int, sheet: Sheet, findings: list[Finding]
) -> Iterator[tuple[int, list[Any]]]:
    """Yield the records that fit the header; write down those that do not."""
    for at, cells in chunk:
        if _blank(cells):
            continue
        if len(cells) == width or (len(cells) > width and _blank(cells[width:])):
            yield at, cells[:width]
            continue
        says = (
            "This row does not have as many cells as the header. "
            "There may be a comma or a quotation mark too few or too many."
        )
        findings.append(
            Finding(
                "error",
                "ragged_row",
                says,
                Origin(sheet.table, at),
                found=f"{len(cells)} cells",
                expected=f"{width} cells",
            )
        )


def _blank(cells: list[Any]) -> bool:
    """Tell whether no cell of a record holds anything."""
    return not any(cells) or all(isinstance(cell, str) and not cell.strip() for cell in cells)
