"""Rows of an account that are made when somebody asks for the first one: most commands print few of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

from makegood.files.collector import without_collector

Row = TypeVar("Row")


class Later(Sequence[Row]):
    """A list that is made once, when it is first looked at."""

    __slots__ = ("_make", "_rows")

    def __init__(self, make: Callable[[], Iterable[Row]]) -> None:
        """Take what makes the rows."""
        self._make: Callable[[], Iterable[Row]] | None = make
        self._rows: list[Row] = []

    @property
    def rows(self) -> list[Row]:
        """The rows: one list, not to be changed."""
        if self._make is not None:
            with without_collector():
                self._rows = list(self._make())
            # What they were made from is let go.
            self._make = None
        return self._rows

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows."""
        return iter(self.rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """Return the row at a place, or the rows of a slice."""
        return self.rows[place]

    def __eq__(self, other: object) -> bool:
        """Return whether the other has the same rows."""
        return self.rows == (other.rows if isinstance(other, Later) else other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Return the rows as a list is shown."""
        return repr(self.rows)
