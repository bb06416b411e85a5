"""The fold's grids as lists, column by column."""

from typing import Any

from makegood.ledger.columns import columns_of
from makegood.ledger.run import listed


def lists(grid: Any, names: tuple[int, ...], count: int | None = None) -> dict[str, list[int]]:
    """Return a grid's columns by name as lists: the first `count` rows of them, or all."""
    return {name: listed(column[:count]) for name, column in columns_of(grid, names).items()}
