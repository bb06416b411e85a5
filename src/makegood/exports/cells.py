"""A value of the records as the text of a cell that our own reader reads back to the same value."""

import datetime as dt
from typing import Any

from makegood.intake.written import written
from makegood.records import Kind


def cell_text(kind: Kind, value: Any) -> str:
    """Return the text of a cell; a blank one is empty, and a moment has its seconds.

    Args:
        kind: What the column holds.
        value: The value, as `Records` holds it.
    """
    if kind == "moment" and isinstance(value, dt.datetime):
        return value.isoformat(" ")
    return written(kind, value) or ""
