"""Rows made of columns, hundreds of thousands of them at once."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

Row = TypeVar("Row", bound=tuple[Any, ...])


def rows_from(row: type[Row], columns: Mapping[str, Iterable[Any]]) -> Iterator[Row]:
    """Yield a named tuple for each row of columns of one length.

    Args:
        row: The named tuple.
        columns: Its fields' columns, by name.
    """
    fields: tuple[str, ...] = row._fields  # type: ignore[attr-defined]
    # A named tuple's own `_make` takes four times as long: it is Python.
    make: partial[Row] = partial(tuple.__new__, row)
    return map(make, zip(*(columns[name] for name in fields), strict=True))
