"""Times of day and stretches of them, as people write them."""

import datetime as dt
import re
from typing import Final

from makegood.imports.cells import Cell

_TIME: Final = r"(\d{1,2})(?::?(\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\b\.?)?"
_ONE: Final = re.compile(rf"{_TIME}$", re.IGNORECASE | re.ASCII)
_STRETCH: Final = re.compile(rf"{_TIME}\s*(?:-|\u2013|\u2014|to|until|a)\s*{_TIME}$", re.IGNORECASE | re.ASCII)
_HOURS: Final = 24
_EARLY, _LATE = 7, 6
"""Without a.m. or p.m. a school's clock runs from 7 in the morning to 6 in the evening."""


def time_in(cell: Cell) -> int | None:
    """Return the minutes after midnight that a cell tells, or None. School hours where a.m. or p.m. is not said."""
    if isinstance(cell, dt.datetime):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, dt.time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, dt.timedelta):
        minutes = int(cell.total_seconds()) // 60
        return minutes if 0 <= minutes < _HOURS * 60 else None
    if not isinstance(cell, str) or (":" not in cell and not re.search(r"[ap]\.?m?\.?$", cell.strip(), re.IGNORECASE)):
        return None
    found = _ONE.match(cell.strip())
    return _minutes(*found.groups()) if found else None


def stretch_in(cell: Cell) -> tuple[int, int] | None:
    """Return the start and end, in minutes after midnight, of a stretch such as `8:30-9:00`; None if it is none."""
    if not isinstance(cell, str) or not (":" in cell or re.search(r"[ap]\.?m", cell, re.IGNORECASE)):
        return None
    found = _STRETCH.match(cell.strip())
    if found is None:
        return None
    hour, minute, half, hour_2, minute_2, half_2 = found.groups()
    start, end = _minutes(hour, minute, half or None), _minutes(hour_2, minute_2, half_2)
    if start is None or end is None:
        return None
    if half is None and half_2 and end < start:
        start = _minutes(hour, minute, "a") or start
    return (start, end) if start < end else None


def _minutes(hour_text: str, minute_text: str | None, half: str | None) -> int | None:
    hour, minute = int(hour_text), int(minute_text or 0)
    if hour >= _HOURS or minute >= 60:  # noqa: PLR2004 - minutes of an hour
        return None
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours on a clock's face
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    elif 1 <= hour <= _LATE:
        hour += 12
    return hour * 60 + minute
