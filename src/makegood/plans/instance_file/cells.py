"""Cells of an instance file: how each kind of value is written, and what may stand there."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from makegood.records.planning import USES
from makegood.terms.clock import clock
from makegood.terms.weekdays import WEEKDAYS

BAD: Final = object()
"""What a cell gives that cannot be read."""

NEEDED: Final = object()
"""The default of a cell that may not be left out."""

_DAY: Final = 24 * 60
_TIME: Final = re.compile(r"(\d\d):([0-5]\d)")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MOST: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind of value.

    Attributes:
        read: From JSON; gives BAD for what cannot be read.
        write: To JSON.
        expected: What may stand there, in plain words.
        default: The value where the cell is left out.
        key: The name in the file, if it is not the field's own.
    """

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    expected: str
    default: Any = NEEDED
    key: str | None = None


def text(default: Any = NEEDED, key: str | None = None) -> Cell:
    """Return an id or another short text."""
    return Cell(lambda found: found if is_text(found) else BAD, _same, "a text, such as an id", default, key)


def texts(default: Any = NEEDED) -> Cell:
    """Return a list of texts."""

    def read(found: Any) -> Any:
        return tuple(found) if isinstance(found, list) and all(map(is_text, found)) else BAD

    return Cell(read, list, "a list of texts", default)


def count(default: Any = NEEDED, *, least: int = 1, most: int = _MOST) -> Cell:
    """Return a whole number."""

    def read(found: Any) -> Any:
        return found if type(found) is int and least <= found <= most else BAD

    return Cell(read, _same, f"a whole number from {least} to {most}", default)


def time() -> Cell:
    """Return a time of the day; 24:00 is its end."""
    return Cell(_read_time, clock, "a time such as 13:05")


def date(default: Any = NEEDED) -> Cell:
    """Return a day."""
    return Cell(read_date, dt.date.isoformat, "a day such as 2027-03-16", default)


def weekday(default: Any = NEEDED) -> Cell:
    """Return a weekday, in full."""

    def read(found: Any) -> Any:
        return WEEKDAYS.index(found) if isinstance(found, str) and found in WEEKDAYS else BAD

    return Cell(read, WEEKDAYS.__getitem__, "a weekday such as Monday", default)


def use() -> Cell:
    """Return what a student's time is for."""
    return Cell(lambda found: found if isinstance(found, str) and found in USES else BAD, _same, ", ".join(USES))


def yes(*, default: bool) -> Cell:
    """Return true or false."""
    return Cell(lambda found: found if isinstance(found, bool) else BAD, _same, "true or false", default)


def is_text(found: Any) -> bool:
    """Return whether something is a text that can be shown."""
    return isinstance(found, str) and bool(found.strip()) and found.isprintable()


def read_date(found: Any) -> Any:
    """Return the day that a text names, or BAD."""
    if not isinstance(found, str) or not _DATE.fullmatch(found):
        return BAD
    try:
        return dt.date.fromisoformat(found)
    except ValueError:
        return BAD


def _read_time(found: Any) -> Any:
    match = _TIME.fullmatch(found) if isinstance(found, str) and found.isascii() else None
    minutes = 60 * int(match[1]) + int(match[2]) if match else _DAY + 1
    return minutes if minutes <= _DAY else BAD


def _same(value: Any) -> Any:
    return value
