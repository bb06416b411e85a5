"""Days as people write them: `9/14`, `Sept. 14`, `14-Sep-26`, `Mon 9/14`, `Week of 9/14`, `14 de septiembre`."""

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from makegood.imports.cells import Cell
from makegood.imports.values.named import MONTH_OF, weekdays_in
from makegood.imports.values.written import Written, sound

_MONTH: Final = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_DAYS: Final = (
    "monday|mon|mo|tuesday|tues|tue|tu|wednesday|weds|wed|we|thursday|thurs|thur|thu|th|friday|fri|fr|"
    "saturday|sat|sunday|sun|lunes|lun|martes|mar|miercoles|mie|jueves|jue|viernes|vie|sabado|sab|domingo|dom|m|t|w|r|f"
)
_LEAD: Final = re.compile(rf"^(?:(?:{_DAYS})\.?,?\s+)", re.IGNORECASE)
_TRAIL: Final = re.compile(rf"[\s,]*\(?\b(?:{_DAYS})\.?\)?$", re.IGNORECASE)
_CLOCK: Final = re.compile(
    r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?(?:Z|[+-]\d\d:?\d\d)?$", re.IGNORECASE
)
_WEEK: Final = re.compile(r"^(?:week|wk|semana)\s*(?:of|beginning|starting|del?)?(?:\s+|:)(?=\S*\d)", re.IGNORECASE)
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$", re.ASCII)
_COMPACT: Final = re.compile(r"(20\d\d)(\d\d)(\d\d)$", re.ASCII)
_SIGNED: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$", re.ASCII)
_NAMED_FIRST: Final = re.compile(rf"({_MONTH})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,]+(\d{{4}})|,\s*'?(\d{{2}}))?$")
_NAMED_DASH: Final = re.compile(rf"({_MONTH})-(\d{{1,2}})(?:-(\d{{4}}|\d{{2}}))?$")
_NAMED_RANGE: Final = re.compile(
    rf"(?P<month>{_MONTH})\.?\s*(?P<first>\d{{1,2}})\s*[-\u2013\u2014]\s*(?P<last>\d{{1,2}})(?:[\s,]+(?P<year>\d{{4}}))?$"
)
_SPANISH_RANGE: Final = re.compile(
    rf"(?:del?\s+)?(?P<first>\d{{1,2}})\s+(?:al|a|-)\s+(?P<last>\d{{1,2}})\s+de\s+"
    rf"(?P<month>{_MONTH})(?:\s+del?\s+(?P<year>\d{{4}}))?$"
)
_DAY_FIRST: Final = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|º|o)?[\s/-]*(?:de\s+)?({_MONTH})\.?(?:(?:[\s,/-]+|\s+de\s+|\s+del\s+)(\d{{4}}|\d{{2}}))?$"
)
_RANGE: Final = re.compile(
    r"\s*(?:\u2013|\u2014|\bto\b|\bthrough\b|\bthru\b|\bal?\b|\s-\s|-(?=\d{1,2}/|[a-z]))\s*", re.IGNORECASE
)
_SHORT_RANGE: Final = re.compile(r"(\d{1,2})/(\d{1,2})\s*-\s*(\d{1,2})$", re.ASCII)
_SERIAL: Final = range(36_526, 73_415)
"""The numbers by which spreadsheets count the days from 2000 to 2100."""
_DAY_ZERO: Final = dt.date(1899, 12, 30)


def written_day(cell: Cell, *, numbers: bool = False) -> Written | None:
    """Return the day that a cell writes, or None if it writes none.

    Args:
        cell: The cell.
        numbers: Whether a spreadsheet's number of a day counts too, as in a column of dates.
    """
    if isinstance(cell, dt.datetime | dt.date):
        return Written(cell.month, cell.day, cell.year, "month_first")
    if isinstance(cell, int) and not isinstance(cell, bool) and numbers:
        if cell in _SERIAL:
            day = _DAY_ZERO + dt.timedelta(days=cell)
            return Written(day.month, day.day, day.year, "month_first", serial=True)
        return _one(str(cell))
    if not isinstance(cell, str) or len(cell) > 60:  # noqa: PLR2004 - no day takes longer
        return None
    if numbers and cell.isascii() and cell.isdigit() and len(cell) == 5 and int(cell) in _SERIAL:  # noqa: PLR2004
        return written_day(int(cell), numbers=True)
    return _text(cell)


@lru_cache(maxsize=65536)
def _text(text: str) -> Written | None:
    plain = " ".join(text.replace("\n", " ").split())
    week = _WEEK.match(plain)
    if week:
        plain = plain[week.end() :]
    found = _one(plain) or _two(plain)
    return replace(found, week=True) if found and week else found


def _two(plain: str) -> Written | None:
    """Return two days with a word or a dash between them: a stretch of days."""
    if short := _SHORT_RANGE.fullmatch(plain):
        month, first, last = map(int, short.groups())
        if first < last:
            return sound(Written(month, first, until=Written(month, last, numeric=True), numeric=True))
    letters = _plain_letters(plain)
    if named := _NAMED_RANGE.match(letters) or _SPANISH_RANGE.match(letters):
        first_of, last_of, month_name, year_of = (named[part] for part in ("first", "last", "month", "year"))
        month, year = MONTH_OF[month_name], _year(year_of)
        if int(first_of) < int(last_of):
            last_one = Written(month, int(last_of), year, "month_first")
            return sound(Written(month, int(first_of), year, "month_first", until=last_one))
    parts = _RANGE.split(plain)
    if len(parts) != 2:  # noqa: PLR2004 - a first and a last day
        return None
    first_day, last_day = _one(parts[0].strip()), _one(parts[1].strip())
    if first_day and last_day is None and parts[1].strip().isdigit() and first_day.order:
        last_day = replace(first_day, second=int(parts[1].strip()))
    if first_day is None or last_day is None:
        return None
    if first_day.year is None and last_day.year is not None and first_day.order:
        first_day = replace(first_day, year=last_day.year - (first_day.first > last_day.first))
    return replace(first_day, until=last_day)


def _one(plain: str) -> Written | None:
    plain = _CLOCK.sub("", plain).strip(" .,")
    found = _bare_day(plain)
    if found is not None:
        return found
    rest = _TRAIL.sub("", _LEAD.sub("", plain)).strip(" .,")
    day = _bare_day(rest)
    beside = weekdays_in(plain.replace(rest, " ").strip(" .,()")) if day is not None else ()
    return replace(day, weekday=beside[0]) if day is not None and len(beside) == 1 else day


def _bare_day(plain: str) -> Written | None:
    if iso := _ISO.match(plain) or _COMPACT.match(plain):
        return sound(Written(int(iso.group(2)), int(iso.group(3)), int(iso.group(1)), "month_first"))
    if signed := _SIGNED.match(plain):
        first, sign, second, year = signed.groups()
        # 3-1 and 2.5 are rather amounts than days.
        if sign != "/" and year is None:
            return None
        return sound(Written(int(first), int(second), _year(year), numeric=True))
    return _named(_plain_letters(plain))


def _named(plain: str) -> Written | None:
    """Return a day whose month is a word."""
    if found := _NAMED_FIRST.match(plain):
        month, day, year, short = found.groups()
        return sound(Written(MONTH_OF[month], int(day), _year(year or short), "month_first"))
    if found := _NAMED_DASH.match(plain):
        month, day, year = found.groups()
        return sound(Written(MONTH_OF[month], int(day), _year(year), "month_first"))
    if found := _DAY_FIRST.match(plain):
        day, month, year = found.groups()
        return sound(Written(MONTH_OF[month], int(day), _year(year), "month_first"))
    return None


def _plain_letters(text: str) -> str:
    accents = str.maketrans("áéíóúñ", "aeioun")
    return text.casefold().translate(accents)


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)  # noqa: PLR2004 - digits of a whole year
