"""What may stand behind a key of a what-if file, and how it is read."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Annotated, Any, Final, get_args, get_type_hints

from makegood.intake.values import time_of_day

_MONEY: Final = re.compile(r"(\d{1,5})(?:\.(\d{2}))?")
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MOST_SEATS: Final = 20
_SHORT: Final = 3


class NotThisError(ValueError):
    """What stands there cannot be read as this kind of value."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: how it is read, and in plain words what is expected."""

    read: Callable[[Any], Any]
    expected: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key: the kind of its value, and whether it must be there."""

    kind: Kind
    needed: bool


def keys_of(change: type) -> dict[str, Key]:
    """Return the keys of a kind of change by the name that a file gives them.

    A field's annotation says its kind; one whose name is a word of Python's own bears an underscore.
    """
    hints = get_type_hints(change, include_extras=True)
    return {
        each.name.rstrip("_"): Key(_kind(hints[each.name]), needed=each.default is MISSING) for each in fields(change)
    }


def _kind(annotation: Any) -> Kind:
    """Return the kind that an annotation bears, alone or beside None."""
    bearing = next(part for part in (annotation, *get_args(annotation)) if hasattr(part, "__metadata__"))
    found: Kind = bearing.__metadata__[0]
    return found


def field_of(name: str) -> str:
    """Return the field that holds a key."""
    return "from_" if name == "from" else name


def _text(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise NotThisError


def _texts(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, tuple) else (value,)
    if not listed:
        raise NotThisError
    return tuple(_text(each) for each in listed)


def _day(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    raise NotThisError


def _time(value: Any) -> int:
    read = time_of_day(value.strip()) if isinstance(value, str) else None
    if not isinstance(read, int):
        raise NotThisError
    return read


def _weekday(word: str) -> int:
    found = [n for n, name in enumerate(_WEEKDAYS) if word.lower() in {name, name[:_SHORT]}]
    if not found:
        raise NotThisError
    return found[0]


def _weekdays(value: Any) -> tuple[int, ...]:
    return tuple(sorted({_weekday(word) for word in _texts(value)}))


def _cents(value: Any) -> int:
    match = _MONEY.fullmatch(str(value)) if isinstance(value, (int, str)) and not isinstance(value, bool) else None
    if match is None:
        raise NotThisError
    return 100 * int(match[1]) + int(match[2] or 0)


def _seats(value: Any) -> int:
    if type(value) is int and 1 <= value <= _MOST_SEATS:
        return value
    raise NotThisError


Id = Annotated[str, Kind(_text, "one id as it stands in the records, in quotation marks if it looks like a number")]
Words = Annotated[tuple[str, ...], Kind(_texts, "a list such as [speech], or one word")]
Ids = Annotated[tuple[str, ...], Kind(_texts, "a list of ids such as [P01, P02], or one id")]
Day = Annotated[dt.date, Kind(_day, "a day without quotation marks, year-month-day, such as 2027-03-22")]
Time = Annotated[int, Kind(_time, 'a time of the day such as "09:00" or "1:30 PM"')]
Weekdays = Annotated[tuple[int, ...], Kind(_weekdays, "a list such as [Mon, Wed]")]
Cents = Annotated[int, Kind(_cents, "dollars for an hour, such as 95.00")]
Seats = Annotated[int, Kind(_seats, f"a whole number from 1 to {_MOST_SEATS}")]
