"""Days as people write them: `9/14`, `Sept. 14`, `14-Sep-26`, `Mon 9/14`, `Week of 9/14`, `14 de septiembre`."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from makegood.imports.cells import Cell
from makegood.imports.words import bare
from makegood.intake.dates import EARLIEST, LATEST

Order = Literal["month_first", "day_first"]
ORDERS: Final[tuple[Order, ...]] = ("month_first", "day_first")

_MONTHS: Final = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre", "set"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
MONTH_OF: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
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
_SCHOOL_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)\s*[-/\u2013]\s*(?:20)?(\d\d)(?!\d)", re.ASCII)
_SHORT_SCHOOL_YEAR: Final = re.compile(
    r"(?:sy|school year|ano escolar)\s*'?(\d\d)\s*[-/\u2013]\s*'?(\d\d)(?!\d)", re.IGNORECASE
)
_BARE_SCHOOL_YEAR: Final = re.compile(r"(?<![\d/-])'?([2-4]\d)\s?[-/]\s?'?([2-4]\d)(?![\d/-])", re.ASCII)
"""`Speech 26-27`; beside the name of a month it would be two days."""
_SEASON: Final = re.compile(r"\b(fall|autumn|otono|winter|spring|primavera) (20\d\d)\b")
_SERIAL: Final = range(36_526, 73_415)
"""The numbers by which spreadsheets count the days from 2000 to 2100."""
_DAY_ZERO: Final = dt.date(1899, 12, 30)
_TURN: Final = 7
"""The month with which a school year begins."""


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it is written.

    Attributes:
        first: The first of two numbers, or the month.
        second: The second, or the day.
        year: The year, or None if it is not written.
        order: Which of the two is the month, or None if the writing does not say.
        week: Whether the whole week of this day is meant.
        until: The last day, where two are written.
        serial: Whether it was a spreadsheet's number of a day.
        weekday: The weekday that is written beside it, Monday being 0.
        numeric: Whether it is written as two numbers, so that the writer's order of day and month matters.
    """

    first: int
    second: int
    year: int | None = None
    order: Order | None = None
    week: bool = False
    until: "Written | None" = None
    serial: bool = False
    weekday: int | None = None
    numeric: bool = False

    def on(self, order: Order | None, start_year: int | None) -> dt.date | None:
        """Return the day.

        Args:
            order: What numbers without a sign of their own mean; None: nothing.
            start_year: The year in which the school year begins, for days without a year; None: not known.

        Returns:
            The day, or None if it cannot be told or there is none such.
        """
        meant = self.order or order
        if meant is None and self.first == self.second:
            meant = "month_first"
        if meant is None:
            return None
        month, day = (self.first, self.second) if meant == "month_first" else (self.second, self.first)
        year = self.year
        if year is None:
            if start_year is None:
                return None
            year = start_year + (month < _TURN)
        try:
            found = dt.date(year, month, day)
        except ValueError:
            return None
        return found if EARLIEST <= found.year <= LATEST else None


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
            return _sound(Written(month, first, until=Written(month, last, numeric=True), numeric=True))
    letters = _plain_letters(plain)
    if named := _NAMED_RANGE.match(letters) or _SPANISH_RANGE.match(letters):
        first_of, last_of, month_name, year_of = (named[part] for part in ("first", "last", "month", "year"))
        month, year = MONTH_OF[month_name], _year(year_of)
        if int(first_of) < int(last_of):
            last_one = Written(month, int(last_of), year, "month_first")
            return _sound(Written(month, int(first_of), year, "month_first", until=last_one))
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
        return _sound(Written(int(iso.group(2)), int(iso.group(3)), int(iso.group(1)), "month_first"))
    if signed := _SIGNED.match(plain):
        first, sign, second, year = signed.groups()
        # 3-1 and 2.5 are rather amounts than days.
        if sign != "/" and year is None:
            return None
        return _sound(Written(int(first), int(second), _year(year), numeric=True))
    return _named(_plain_letters(plain))


def _named(plain: str) -> Written | None:
    """Return a day whose month is a word."""
    if found := _NAMED_FIRST.match(plain):
        month, day, year, short = found.groups()
        return _sound(Written(MONTH_OF[month], int(day), _year(year or short), "month_first"))
    if found := _NAMED_DASH.match(plain):
        month, day, year = found.groups()
        return _sound(Written(MONTH_OF[month], int(day), _year(year), "month_first"))
    if found := _DAY_FIRST.match(plain):
        day, month, year = found.groups()
        return _sound(Written(MONTH_OF[month], int(day), _year(year), "month_first"))
    return None


def _plain_letters(text: str) -> str:
    accents = str.maketrans("áéíóúñ", "aeioun")
    return text.casefold().translate(accents)


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)  # noqa: PLR2004 - digits of a whole year


def _sound(day: Written) -> Written | None:
    """Return the day with the order that its own numbers tell; None if neither order gives a day."""
    year = day.year or 2024
    orders = [order for order in ORDERS if replace(day, order=order, year=year).on(None, None) is not None]
    if day.order is not None:
        return day if day.order in orders else None
    if len(orders) == 1:
        return replace(day, order=orders[0])
    return day if orders else None


_WEEKDAY_OF: Final = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mondays", "mon", "mo", "m", "lunes", "lun"),
            ("tuesday", "tuesdays", "tues", "tue", "tu", "t", "martes"),
            ("wednesday", "wednesdays", "weds", "wed", "we", "w", "miercoles", "mie"),
            ("thursday", "thursdays", "thurs", "thur", "thu", "th", "r", "jueves", "jue"),
            ("friday", "fridays", "fri", "fr", "f", "viernes", "vie"),
        )
    )
    for name in names
}
_JOINED_DAYS: Final = re.compile(r"(?:M|Tu?|W|Th|R|F)+$")


def weekdays_in(text: str) -> tuple[int, ...]:
    """Return the weekdays that a text names, Monday being 0: `M/W`, `Tues & Thurs`, `MWF`; none for others."""
    words = [word for word in re.split(r"[\s/,;&+]+", text.strip()) if word.casefold() not in {"and", "y", ""}]
    if len(words) == 1 and words[0].casefold() not in _WEEKDAY_OF and _JOINED_DAYS.match(words[0]):
        words = re.findall(r"Th|Tu|M|T|W|R|F", words[0])
    found = [_WEEKDAY_OF.get(bare(word)) for word in words]
    return tuple(dict.fromkeys(day for day in found if day is not None)) if None not in found else ()


def month_named(text: str) -> tuple[int, int | None] | None:
    """Return the month, and its year if it is there, that a text names and nothing else: `September 2026`."""
    words = bare(text).split()
    if not words or words[0] not in MONTH_OF or len(words) > 3:  # noqa: PLR2004 - month, de, year
        return None
    rest = [word for word in words[1:] if word not in {"de", "del"}]
    if not rest:
        return MONTH_OF[words[0]], None
    if len(rest) == 1 and rest[0].isdigit() and len(rest[0]) == 4:  # noqa: PLR2004
        return MONTH_OF[words[0]], int(rest[0])
    return None


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
        return named[1] - (named[0] < _TURN)
    return None


def start_year_of(day: dt.date) -> int:
    """Return the year in which the school year of a day begins."""
    return day.year - (day.month < _TURN)


def year_in_words(start_year: int) -> str:
    """Return a school year as people write it: `2026-27`."""
    return f"{start_year}-{(start_year + 1) % 100:02d}"
