"""Room for what the fold writes of a bucket, kept by each thread from one bucket to the next."""

from dataclasses import fields
from threading import local
from typing import Any, Final

import numpy as np

from makegood.ledger.columns import Out
from makegood.ledger.run import Sizes, room_in_arrays

_BLOCK: Final = 4_096
"""So many rows of a grid stay in the processor's cache while they are copied."""


class Room(local):
    """One thread's room. Pages that were touched once are not asked of the system again."""

    def __init__(self) -> None:
        """Begin without room."""
        self._sizes = Sizes(0, 0, 0, 0, 0, 0, 0)
        self._out = room_in_arrays(self._sizes)

    def of(self, sizes: Sizes) -> Out:
        """Return room of at least these sizes, its sums set to zero."""
        names = [field.name for field in fields(Sizes)]
        if any(getattr(sizes, name) > getattr(self._sizes, name) for name in names):
            self._sizes = Sizes(*(max(getattr(sizes, name), getattr(self._sizes, name)) for name in names))
            self._out = room_in_arrays(self._sizes)
        used: Any = cut(self._out, sizes)
        for sums in (used.accounts, used.missed_by_reason, used.award_delivered, used.counts):
            sums.fill(0)
        return self._out


def cut(out: Any, sizes: Sizes) -> Out:
    """Return what was written of these sizes: the accounts of services and awards without the room behind them."""
    cut_out: Out = out._replace(
        accounts=out.accounts[:, : sizes.services],
        missed_by_reason=out.missed_by_reason[:, : sizes.services],
        award_delivered=out.award_delivered[: sizes.awards],
    )
    return cut_out


def by_column(grid: Any, filled: int) -> Any:
    """Return the rows of a grid that are filled, each column in one piece: whoever goes through columns is faster.

    The fold writes row by row. A block of rows stays at hand while it is copied; all at once take five times longer.
    """
    columns = np.empty((grid.shape[0], filled), grid.dtype)
    for first in range(0, filled, _BLOCK):
        last = min(first + _BLOCK, filled)
        columns[:, first:last] = grid[:, first:last]
    return columns
