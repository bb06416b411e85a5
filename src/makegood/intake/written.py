"""How a value is written into a cell, so that reading the cell gives the value again."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from makegood.records import Kind
from makegood.terms.clock import clock
from makegood.terms.weekdays import WEEKDAYS

_CENTS: Final = 100


def written(kind: Kind, value: Any) -> str | None:
    """Return a value as the text of a cell; None for a blank one.

    Args:
        kind: What the column holds.
        value: The value, as `Records` holds it.
    """
    return None if value is None else _WRITERS[kind](value)


def _moment(value: dt.date) -> str:
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    return value.replace(tzinfo=None).isoformat(" ", "seconds" if value.second else "minutes")


def _money(cents: int) -> str:
    return f"{cents // _CENTS}.{cents % _CENTS:02d}"


_WRITERS: Final[dict[Kind, Callable[[Any], str]]] = {
    "id": str,
    "ids": "; ".join,
    "text": str,
    "words": "; ".join,
    "date": dt.date.isoformat,
    "moment": _moment,
    "time": clock,
    "weekday": WEEKDAYS.__getitem__,
    "minutes": str,
    "number": str,
    "count": str,
    "yes_no": lambda value: "yes" if value else "no",
    "money": _money,
}
