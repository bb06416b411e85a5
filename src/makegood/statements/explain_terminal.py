"""An explanation on a terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from makegood.statements.explain_parts import Explanation


def print_explanation(explanation: Explanation, console: Console) -> None:
    """Print an explanation. Every value is printed as it stands: nothing in it is taken for markup."""
    console.print(Text(explanation.title, style="bold"))
    for part in explanation.parts:
        console.print()
        console.print(Text(part.heading, style="bold"))
        for line in part.lines:
            table = Table.grid(padding=(0, 1))
            table.add_row(Text(" -"), Text(line))
            console.print(table)
