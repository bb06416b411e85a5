"""What if: scenarios planned the same way as today, and set beside it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from makegood.answers.plan import Beside, Tried, scenarios
from makegood.cli.fail import refuse, refuse_input, show
from makegood.cli.paper import say, show_table
from makegood.cli.plan_ask import Ask
from makegood.cli.write import csv_text
from makegood.files.reading import is_there
from makegood.planner.what_if.comparison import Row
from makegood.planner.what_if.in_short import COLUMNS as COLUMNS_IN_SHORT
from makegood.planner.what_if.in_short import EXPLAINED, in_short
from makegood.planner.what_if.reader import read_what_if

COLUMNS: Final = ("scenario", "figure", "unit", "today", "what_if")
_ON_PAPER: Final[dict[str, float]] = {"hours": 60, "dollars": 100}


def scenarios_of(path: Path | None, ask: Ask) -> Sequence[Tried]:
    """Return the scenarios of a file, each with its facts, or refuse the file before anything is planned."""
    if path is None:
        return []
    if not is_there(path):
        refuse_input(f"there is no file {path}.", expected="a what-if file such as examples/maple-ridge/what-if.yaml")
    tried, findings = read_what_if(path)
    if tried is None:
        refuse(findings)
    answer = scenarios(ask.facts, tried)
    if answer.value is None:
        refuse([*findings, *answer.findings])
    show([*findings, *answer.findings])
    return answer.value


def print_beside(beside: Sequence[Beside]) -> None:
    """Print each scenario's figures beside today's; several first in one table."""
    if len(beside) > 1:
        say()
        columns = [("", "words"), *((name, "right") for name in COLUMNS_IN_SHORT)]
        show_table("What if, in short", columns, in_short((each.name, each.comparison) for each in beside))
        say(EXPLAINED)
    for each in beside:
        say()
        columns = [("", "words"), ("today", "right"), ("what if", "right"), ("difference", "right")]
        show_table(f"What if: {each.name}", columns, [_cells(row) for row in each.comparison.rows()])
        for note in each.comparison.notes:
            say(note)


def _cells(row: Row) -> tuple[str, ...]:
    says, *figures = row.cells()
    return (f"{says}, {row.unit}" if row.unit in _ON_PAPER else says, *figures)


def beside_csv(beside: Sequence[Beside]) -> str:
    """Return a row for each scenario and figure; hours and dollars with their hundredths."""
    return csv_text(COLUMNS, _rows(beside))


def _rows(beside: Sequence[Beside]) -> Iterator[dict[str, Any]]:
    for each in beside:
        for row in each.comparison.rows():
            in_one = _ON_PAPER.get(row.unit)
            today, then = (n if in_one is None else round(n / in_one, 2) for n in (row.today, row.then))
            yield {"scenario": each.name, "figure": row.name, "unit": row.unit, "today": today, "what_if": then}
