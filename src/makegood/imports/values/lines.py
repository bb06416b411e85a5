"""Lines that begin or end with a day: `11/23-11/27 Thanksgiving recess`, `Labor Day: September 7`."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from makegood.imports.values.dates import written_day
from makegood.imports.values.written import Written

_MOST: Final = 8
"""A day, or a first and a last one, take no more words."""
_EDGE: Final = " \t:;,.-\u2013\u2014|*\u2022()"
_UNIT: Final = re.compile(r"(?:minutes?|minutos?|mins?|m|hours?|horas?|hrs?)\b", re.IGNORECASE)


class DatedLine(NamedTuple):
    """A line with its day and the rest of its words."""

    day: Written
    words: str


@lru_cache(maxsize=4096)
def dated_line(line: str) -> DatedLine | None:
    """Return the day of a line and what it says of it; None if it neither begins nor ends with a day."""
    words = line.strip(_EDGE).split()
    most = min(_MOST, len(words))
    for number in range(most, 0, -1):
        if _is_amount(words, number):
            continue
        day = written_day(" ".join(words[:number]).strip(_EDGE))
        if day is not None:
            return DatedLine(day, " ".join(words[number:]).strip(_EDGE))
    for number in range(most, 0, -1):
        day = written_day(" ".join(words[-number:]).strip(_EDGE))
        if day is not None:
            return DatedLine(day, " ".join(words[:-number]).strip(_EDGE))
    return None


def _is_amount(words: list[str], number: int) -> bool:
    """Return whether the last of the first words is an amount: in `22 sept 20 minutos`, 20 is no year."""
    return number < len(words) and words[number - 1].isdigit() and _UNIT.match(words[number]) is not None


def minutes_in(text: str) -> tuple[int | None, str]:
    """Return the minutes that a sentence names, such as `only 20 min`, and the sentence without them."""
    found = re.findall(r"\b(\d{1,3})\s*(?:minutes?|minutos?|mins?)\b\.?", text, re.IGNORECASE)
    if len(found) != 1:
        return None, text
    return int(found[0]), re.sub(r"\b\d{1,3}\s*(?:minutes?|minutos?|mins?)\b\.?", " ", text, flags=re.IGNORECASE)
