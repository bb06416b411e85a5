"""A column with few different cells: each of them once, and which of them each row has."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Coded:
    """A column, to be asked about all rows at once.

    Attributes:
        cells: The different cells; each is that of some row.
        codes: For each row, the place of its cell among these.
    """

    cells: list[Any]
    codes: NDArray[np.int32]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.codes)

    def __getitem__(self, row: int) -> Any:
        """Return a row's cell."""
        return self.cells[self.codes[row]]

    def __iter__(self) -> Iterator[Any]:
        """Yield each row's cell."""
        return iter(self.values())

    def values(self) -> list[Any]:
        """Return each row's cell; rows alike share one."""
        found: list[Any] = np.fromiter(self.cells, dtype=object, count=len(self.cells))[self.codes].tolist()
        return found

    def read(self, one: Callable[[Any], Any]) -> "Coded":
        """Return the column with each different cell read by a function; cells that are read alike become one."""
        read = list(map(one, self.cells))
        places: dict[Any, int] = {}
        codes = [places.setdefault(cell, len(places)) for cell in read]
        if len(places) == len(read):
            return Coded(read, self.codes)
        return Coded(list(places), np.array(codes, np.int32)[self.codes])

    def without(self, rows: Collection[int]) -> "Coded":
        """Return the column without some rows, and without the cells that no other row has."""
        codes = np.delete(self.codes, list(rows))
        used = np.bincount(codes, minlength=len(self.cells)) > 0
        return Coded(list(compress(self.cells, used.tolist())), (np.cumsum(used, dtype=np.int32) - 1)[codes])

    def numbers(self, number: Callable[[Any], int]) -> NDArray[np.int64]:
        """Return for each row the number that a function gives to its cell."""
        return self.numbers_of_cells(number)[self.codes]

    def numbers_of_cells(self, number: Callable[[Any], int]) -> NDArray[np.int64]:
        """Return for each different cell the number that a function gives to it."""
        return np.fromiter(map(number, self.cells), np.int64, len(self.cells))

    def those(self, test: Callable[[Any], bool]) -> NDArray[np.bool_]:
        """Return for each row whether its cell passes a test."""
        return np.fromiter(map(test, self.cells), np.bool_, len(self.cells))[self.codes]


def coded(values: Sequence[Hashable]) -> Coded:
    """Return a list of cells as a column, its different cells in the order of their first rows."""
    if values and values.count(None) == len(values):
        return Coded([None], np.zeros(len(values), np.int32))
    places: dict[Hashable, int] = {}
    for cell in dict.fromkeys(values):
        places[cell] = len(places)
    return Coded(list(places), np.fromiter(map(places.__getitem__, values), np.int32, len(values)))
