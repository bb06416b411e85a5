"""Several what-ifs in one table, so that they can be weighed against each other."""

from collections.abc import Iterable, Iterator
from typing import Final

from makegood.planner.what_if.comparison import Comparison

COLUMNS: Final = ("planned", "difference", "nobody there", "get nothing", "cost")
EXPLAINED: Final = (
    "Nobody there: minutes of regular sessions that nobody would hold. Get nothing: students for whom nothing is "
    "planned. Cost: of the make-ups whose hourly cost is known."
)


def in_short(beside: Iterable[tuple[str, Comparison]]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each what-if: its name, then the cells of `COLUMNS`; before it today, once for each last day."""
    told = set()
    for name, comparison in beside:
        rows = {row.name: row.cells() for row in comparison.rows()}
        if comparison.until not in told:
            told.add(comparison.until)
            today = "today" if comparison.until is None else f"today, up to {comparison.until}"
            yield today, rows["planned"][1], "-", "-", rows["nothing"][1], _cell(rows, "cost", 1, "$")
        _, _, planned, difference = rows["planned"]
        yield name, planned, difference, _cell(rows, "new_debt", 2), rows["nothing"][2], _cell(rows, "cost", 2, "$")


def _cell(rows: dict[str, tuple[str, str, str, str]], name: str, place: int, unit: str = "") -> str:
    """Return a cell of a row that is left out where it has nothing to tell."""
    return f"{unit}{rows[name][place]}" if name in rows else "-"
