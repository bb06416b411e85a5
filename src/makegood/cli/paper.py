"""Tables and paragraphs for a terminal or a sheet of paper: plain, no meaning in colour alone."""

import os
import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from makegood.cli.long_table import LONG, print_long_table
from makegood.cli.out import standard_output
from makegood.files.collector import without_collector
from makegood.terms.visible import visible, visible_lines

WIDEST: Final = 100
_NARROWEST: Final = 80
_WORD: Final = 10


class Paper(Console):
    """A console that takes nothing for markup, and shows every character that acts on a terminal or is not seen."""

    def __init__(self, *, width: int | None = None, stderr: bool = False) -> None:
        """Write to standard output, or to standard error.

        Raises:
            OSError: If standard output was closed before the program began.
        """
        if not stderr:
            standard_output()
        super().__init__(highlight=False, markup=False, emoji=False, width=width, stderr=stderr)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Yield what to print; the styles around a text are our own, and not looked at."""
        for segment in super().render(renderable, options):
            text, style, control = segment
            yield segment if control or text.isprintable() else Segment(visible_lines(text), style)


def paper() -> Paper:
    """Return a console of 80 to 100 columns; what is no terminal has 100 unless COLUMNS says otherwise."""
    console = Paper()
    width = console.width if console.is_terminal or "COLUMNS" in os.environ else WIDEST
    return Paper(width=max(_NARROWEST, min(width, WIDEST)))


def say(text: str = "", indent: str = "") -> None:
    """Print a paragraph, broken between words and nowhere else, so that an address stays whole."""
    console = paper()
    lines = textwrap.wrap(
        text,
        console.width - 1,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    console.print(Text("\n".join(lines)), soft_wrap=True)


@without_collector()
def show_table(
    title: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Sequence[str]],
    total: Sequence[str] | None = None,
) -> None:
    """Print a table.

    Args:
        title: What it shows, on a line of its own.
        columns: Each column's heading, and `left`, `right` (figures, never broken), `id` (never broken)
            or `words` (takes what room is left).
        rows: The cells.
        total: A last row under a line.
    """
    console = paper()
    console.print(Text(title, style="bold"))
    body = list(zip(*map(_seen, zip(*rows, strict=True)), strict=True))
    last = [Text(visible(cell), style="bold") for cell in total or ()]
    if len(body) >= LONG and print_long_table(console, _headed(columns), body, last):
        return
    table = _headed(columns)
    for row in body:
        table.add_row(*(Text(cell) for cell in row))
    if last:
        table.add_section()
        table.add_row(*last)
    console.print(table)


def _seen(column: Sequence[str]) -> list[str]:
    """Return a column's cells as they are printed: on one line, and safe."""
    seen = {cell: visible(cell).rstrip() for cell in set(column)}
    return [seen[cell] for cell in column]


def _headed(columns: Sequence[tuple[str, str]]) -> Table:
    """Return a table with headings and no rows."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for heading, kind in columns:
        table.add_column(
            heading,
            justify="right" if kind == "right" else "left",
            no_wrap=kind in {"right", "id"},
            overflow="fold",
            ratio=1 if kind == "words" else None,
            min_width=_WORD if kind == "words" else None,
            vertical="top",
        )
    return table


def minutes(figure: int) -> str:
    """Return minutes for a table, with thousands apart."""
    return f"{figure:,}"


def hours(figure: int) -> str:
    """Return minutes as hours and minutes, such as `12:30`."""
    return f"{figure // 60:,}:{figure % 60:02d}"
