"""School years as people write them: `2026-27`, `SY 26-27`, `Fall 2026`, and the school year of a day."""

import datetime as dt
import re
from typing import Final

from makegood.imports.values.named import MONTH_OF, month_named
from makegood.imports.words import bare

_SCHOOL_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)\s*[-/\u2013]\s*(?:20)?(\d\d)(?!\d)", re.ASCII)
_SHORT_SCHOOL_YEAR: Final = re.compile(
    r"(?:sy|school year|ano escolar)\s*'?(\d\d)\s*[-/\u2013]\s*'?(\d\d)(?!\d)", re.IGNORECASE
)
_BARE_SCHOOL_YEAR: Final = re.compile(r"(?<![\d/-])'?([2-4]\d)\s?[-/]\s?'?([2-4]\d)(?![\d/-])", re.ASCII)
"""`Speech 26-27`; beside the name of a month it would be two days."""
_SEASON: Final = re.compile(r"\b(fall|autumn|otono|winter|spring|primavera) (20\d\d)\b")
TURN: Final = 7
"""The month with which a school year begins."""


def school_year_in(text: str) -> int | None:
    """Return the year in which the school year begins that a text names: 2026 for `2026-27` or `SY 26-27`."""
    bare_too = (_BARE_SCHOOL_YEAR,) if not set(bare(text).split()) & MONTH_OF.keys() else ()
    for pattern in (_SCHOOL_YEAR, _SHORT_SCHOOL_YEAR, *bare_too):
        for found in pattern.finditer(text):
            first, last = int(found.group(1)) % 100, int(found.group(2))
            if last == (first + 1) % 100:
                return 2000 + first
    if season := _SEASON.search(bare(text)):
        name, year = season.group(1), int(season.group(2))
        return year - (name not in {"fall", "autumn", "otono"})
    named = month_named(text)
    if named and named[1]:
        return named[1] - (named[0] < TURN)
    return None


def start_year_of(day: dt.date) -> int:
    """Return the year in which the school year of a day begins."""
    return day.year - (day.month < TURN)


def year_in_words(start_year: int) -> str:
    """Return a school year as people write it: `2026-27`."""
    return f"{start_year}-{(start_year + 1) % 100:02d}"
