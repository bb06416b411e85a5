"""Long tables: rich lays out a few rows, and the others are printed line by line as it would print them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import repeat
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

LONG: Final = 500
"""From this many rows on, a table takes rich seconds."""

_GAP: Final = "  "
_MARK: Final = "\N{CURRENCY SIGN}"


class _Column(NamedTuple):
    """How rich lays out a column: how wide, and how the lines of its cells are broken."""

    width: int
    justify: Literal["left", "right"]
    no_wrap: bool


class _Ruler:
    """A cell that is as wide as its column, and keeps how wide that is."""

    def __init__(self, text: str) -> None:
        """Take what it prints."""
        self.text = text
        self.width = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print the text."""
        self.width = options.max_width
        yield Segment(self.text)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Ask for no room that the other cells do not ask for."""
        return Measurement(0, 0)


def print_long_table(console: Console, table: Table, rows: Sequence[Sequence[str]], total: Sequence[Text]) -> bool:
    """Print a table that has headings and no rows yet; return whether there was room for all columns.

    Args:
        console: Where to print it.
        table: The table; its columns lie two blanks apart, without a frame.
        rows: The cells; the lines of a cell lie above each other from the top.
        total: A last row under a line; empty for none.
    """
    rulers = [_Ruler(_MARK if place == 0 else "") for place in range(len(table.columns))]
    table.add_row(*rulers)
    for row in _widest(rows):
        table.add_row(*map(Text, row))
    table.add_row(*rulers)
    if total:
        table.add_section()
        table.add_row(*total)
    with console.capture() as captured:
        console.print(table)
    lines = captured.get().splitlines(keepends=True)
    marks = [at for at, line in enumerate(lines) if line.rstrip() == _MARK]
    if not marks or min(ruler.width for ruler in rulers) < 1:
        return False
    columns = [
        _Column(ruler.width, "right" if column.justify == "right" else "left", column.no_wrap)
        for ruler, column in zip(rulers, table.columns, strict=True)
    ]
    broken = cache(partial(_broken, console))
    cells = [_padded(column, own, broken) for column, own in zip(columns, zip(*rows, strict=True), strict=True)]
    # Every line of a cell is as wide as its column, so every line of the table is as wide as any other.
    too_wide = sum(column.width for column in columns) + len(_GAP) * (len(columns) - 1) > console.width
    every = _printed(columns, cells)
    if too_wide:
        # What lies beyond the edge of the paper is cut off.
        every = map(partial(set_cell_size, total=console.width), every)
    body = "".join(f"{line}\n" for line in every)
    console.file.write("".join(lines[: marks[0]]) + body + "".join(lines[marks[-1] + 1 :]))
    console.file.flush()
    return True


def _widest(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return rows that ask for as much room as all of them: each column's longest line, and its longest word."""
    columns = [set(column) for column in zip(*rows, strict=True)]
    return [[_longest(column, parts) for column in columns] for parts in (str.splitlines, str.split)]


def _longest(cells: Iterable[str], parts: Callable[[str], list[str]]) -> str:
    """Return the cell with the longest of its lines or words; no cell's is longer than the cell."""
    longest, so_far = max(cells, key=_wide, default=""), 0
    if len(parts(longest)) == 1 and len(longest) == len(parts(longest)[0]):
        return longest
    for cell in sorted(cells, key=_wide, reverse=True):
        if _wide(cell) <= so_far:
            break
        wide = max(map(_wide, parts(cell)), default=0)
        if wide > so_far:
            longest, so_far = cell, wide
    return longest


def _wide(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


def _printed(columns: Sequence[_Column], cells: Sequence[list[str] | list[list[str]]]) -> Iterable[str]:
    """Yield the lines of all rows: those of a row's cells from the top, blanks below cells that have fewer."""
    if all(isinstance(own[0], str) for own in cells):
        yield from map(_GAP.join, zip(*cells, strict=True))
        return
    for row in zip(*cells, strict=True):
        lines = [[cell] if isinstance(cell, str) else cell for cell in row]
        most = max(map(len, lines))
        filled = [own + [" " * column.width] * (most - len(own)) for own, column in zip(lines, columns, strict=True)]
        yield from map(_GAP.join, zip(*filled, strict=True))


def _padded(
    column: _Column, cells: Sequence[str], broken: Callable[[str, _Column], list[str]]
) -> list[str] | list[list[str]]:
    """Return a column's cells as wide as the column: each as its line where all have one, else each as its lines."""
    together = "".join(cells)
    if together.isascii() and together.isprintable() and max(map(len, cells)) <= column.width:
        return list(map(str.rjust if column.justify == "right" else str.ljust, cells, repeat(column.width)))
    lines = {cell: _lines(column, cell, broken) for cell in set(cells)}
    return [lines[cell] for cell in cells]


def _lines(column: _Column, cell: str, broken: Callable[[str, _Column], list[str]]) -> list[str]:
    """Return a cell's lines, each as wide as its column."""
    lines: list[str] = []
    for line in cell.split("\n"):
        if len(line) <= column.width and line.isascii() and line.isprintable():
            lines.append(line.rjust(column.width) if column.justify == "right" else line.ljust(column.width))
        else:
            lines += broken(line, column)
    return lines


def _broken(console: Console, line: str, column: _Column) -> list[str]:
    """Return a line of a cell as rich breaks it to the width of its column."""
    lines = Text(line).wrap(console, column.width, justify=column.justify, overflow="fold", no_wrap=column.no_wrap)
    return [set_cell_size(each.plain, column.width) for each in lines]
