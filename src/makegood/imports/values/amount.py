"""What a cell of a log or a grid says: minutes, a code, both, or several sessions."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from makegood.imports.cells import Cell
from makegood.imports.values.clock import stretch_in
from makegood.imports.values.dates import written_day
from makegood.imports.values.written import Written

MOST: Final = 480
"""More minutes than a long school day are no session's."""
_UNIT: Final = r"(?:\s*(?:minutes?|minutos?|mins?|m|')\.?)"
_HOUR: Final = r"(?:\s*(?:hours?|hrs?|h|horas?)\.?)"
_MINUTES: Final = re.compile(rf"(\d{{1,3}})(?:\.0+)?{_UNIT}?$", re.IGNORECASE | re.ASCII)
_HOURS: Final = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}})?|\.\d{{1,2}}){_HOUR}$", re.IGNORECASE | re.ASCII)
_PAIR: Final = re.compile(rf"(\d{{1,3}}){_UNIT}?\s*(?:/|of|out of|de)\s*(\d{{1,3}}){_UNIT}?$", re.IGNORECASE | re.ASCII)
_SUM: Final = re.compile(
    rf"\d{{1,3}}{_UNIT}?(?:(?:\s*(?:\+|&|;|and|y)|,\s)\s*\d{{1,3}}{_UNIT}?)+$", re.IGNORECASE | re.ASCII
)
_BROKEN: Final = re.compile(rf"\d{{1,3}}[.,]\d+{_UNIT}?$", re.IGNORECASE | re.ASCII)
"""`22,5` and `22.5`: no whole minutes, and no two sessions either."""
_HALF: Final = re.compile(rf"(?:1/2|half|half an|\u00bd|media){_HOUR}$", re.IGNORECASE)
_TIMES: Final = re.compile(rf"(\d)\s*[x\u00d7]\s*(\d{{2,3}}){_UNIT}?$", re.IGNORECASE | re.ASCII)
_WITH_CODE: Final = re.compile(
    rf"(?P<code>[^\d\s(][^\d(]*?)[\s:.\-(]*(?P<number>\d{{1,3}}){_UNIT}?\)?$", re.IGNORECASE | re.ASCII
)
_CODE_AFTER: Final = re.compile(
    rf"(?P<number>\d{{1,3}})(?:{_UNIT}(?=[\s\-:(,]|$))?[\s:.\-(,]*(?P<code>[^\d\s)][^\d)]*?)\)?$",
    re.IGNORECASE | re.ASCII,
)
_DAY: Final = r"(?P<day>\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
_DAY_LAST: Final = re.compile(
    rf"(?P<rest>.*?[A-Za-z].*?)[\s:.\-(]*\b(?:for|on|from|of|de|del|para)?[\s(]*{_DAY}\)?$", re.IGNORECASE
)
_DAY_HEAD: Final = re.compile(rf"\(?{_DAY}\)?[\s:.\-]+(?P<rest>.*[A-Za-z].*)$", re.IGNORECASE)
_PARTS: Final = re.compile(r"\s*(?:[,;&\n]|\s\+\s|\+(?=\s*[A-Za-z])|\s/\s)\s*")
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Amount:
    """One session in a cell.

    Attributes:
        minutes: Minutes, or None if it names none.
        of: The minutes that were planned, where the cell says `20 of 30`.
        code: A code or word, or None.
        start: When it began, in minutes after midnight.
        day: A day that is written with it, such as the one that a make-up is for.
    """

    minutes: int | None = None
    of: int | None = None
    code: str | None = None
    start: int | None = None
    day: Written | None = None
    pair: bool = False


def amounts_in(cell: Cell) -> tuple[Amount, ...]:  # noqa: PLR0911 - one return for each kind reads best
    """Return the sessions in a cell, none if it is blank; what is not understood is a code."""
    if cell is None:
        return ()
    if isinstance(cell, bool):
        return (Amount(code="yes" if cell else "no"),)
    if isinstance(cell, int):
        return (Amount(cell),) if 0 <= cell <= MOST else (Amount(code=str(cell)),)
    if isinstance(cell, float):
        return (Amount(code=str(cell)),)
    if isinstance(cell, dt.timedelta):
        minutes = cell.total_seconds() / 60
        whole = minutes.is_integer() and 0 <= minutes <= MOST
        return (Amount(int(minutes)),) if whole else (Amount(code=str(cell)),)
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return (Amount(code=cell.isoformat()),)
    return _text(cell)


def minutes_alone(cell: Cell) -> int | None:
    """Return the minutes of a cell that says one amount and no code; None for any other."""
    read = amounts_in(cell)
    return read[0].minutes if len(read) == 1 and read[0].code is None else None


@lru_cache(maxsize=65536)
def _text(text: str) -> tuple[Amount, ...]:
    plain = " ".join(text.split())
    one = _one(plain)
    if one is not None and one.code is None:
        return (one,)
    if found := _TIMES.match(plain):
        return (Amount(int(found.group(2))),) * int(found.group(1))
    if _SUM.match(plain):
        numbers = [int(number) for number in re.findall(r"\d+", plain)]
        if all(number <= MOST for number in numbers):
            return tuple(Amount(number) for number in numbers)
    if len(plain) <= _LONGEST and not _BROKEN.match(plain):
        parts = [part for part in _PARTS.split(plain) if part]
        read = [_one(part) for part in parts]
        if len(parts) > 1 and all(each is not None and _is_short(each) for each in read):
            return _joined([each for each in read if each is not None])
    return (one,) if one is not None else (Amount(code=plain),)


def _is_short(amount: Amount) -> bool:
    """Return whether a part may stand for a session of its own: words of a sentence may not."""
    return amount.code is None or len(amount.code) <= 8 or amount.minutes is not None  # noqa: PLR2004 - a code's letters


def _joined(parts: list[Amount]) -> tuple[Amount, ...]:
    """Return `P, 30` and `30; P` as the one session that they are, anything else part by part."""
    if len(parts) == 2:  # noqa: PLR2004 - a code and its minutes
        bare = [part for part in parts if part.code is None and part.minutes is not None and part.start is None]
        coded = [part for part in parts if part.code is not None and part.minutes is None and part.day is None]
        if len(bare) == 1 and len(coded) == 1:
            return (Amount(bare[0].minutes, bare[0].of, coded[0].code),)
    return tuple(parts)


def _one(plain: str) -> Amount | None:  # noqa: C901, PLR0911 - one return for each kind reads best
    """Return a part that is one session, or None for what is only words too long for a code."""
    if found := _MINUTES.match(plain):
        minutes = int(found.group(1))
        return Amount(minutes) if minutes <= MOST else Amount(code=plain)
    if _HALF.match(plain):
        return Amount(30)
    if _BROKEN.match(plain):
        return Amount(code=plain)
    if found := _HOURS.match(plain):
        minutes_of = float(found.group(1)) * 60
        if minutes_of.is_integer() and minutes_of <= MOST:
            return Amount(int(minutes_of))
    if (found := _PAIR.match(plain)) and max(int(found.group(1)), int(found.group(2))) <= MOST:
        first, second = int(found.group(1)), int(found.group(2))
        return Amount(min(first, second), max(first, second), pair=True)
    if stretch := stretch_in(plain):
        return Amount(stretch[1] - stretch[0], start=stretch[0])
    if found := _DAY_LAST.match(plain) or _DAY_HEAD.match(plain):
        around = _one(found.group("rest").strip(" -:("))
        return replace(around or Amount(code=plain), day=written_day(found.group("day")))
    for pattern in (_WITH_CODE, _CODE_AFTER):
        if (found := pattern.match(plain)) and int(found.group("number")) <= MOST:
            code = found.group("code").strip(" -:.(,/")
            return Amount(int(found.group("number")), code=code) if code else Amount(code=plain)
    return Amount(code=plain)
