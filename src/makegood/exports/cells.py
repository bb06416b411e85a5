"""A value of the records as the text of a cell that our own reader reads back to the same value."""

import datetime as dt
from calendar import day_name
from collections.abc import Callable
from typing import Any, Final

from makegood.records import Kind
from makegood.terms.clock import clock

_CENTS: Final = 100


def cell_text(kind: Kind, value: Any) -> str:
    """Return the text of a cell; a blank one is empty.

    Args:
        kind: What the column holds.
        value: The value, as `Records` holds it.
    """
    return "" if value is None else _WRITERS.get(kind, str)(value)


def _moment(value: dt.date) -> str:
    return value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat()


_WRITERS: Final[dict[Kind, Callable[[Any], str]]] = {
    "time": clock,
    "weekday": lambda value: day_name[value],
    "money": lambda value: f"{value // _CENTS}.{value % _CENTS:02d}",
    "yes_no": lambda value: "yes" if value else "no",
    "ids": "; ".join,
    "words": "; ".join,
    "date": _moment,
    "moment": _moment,
}
"""How each kind of value is written, where that is not its plain text."""
