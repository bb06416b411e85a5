"""Weekdays and months by their names, in English and Spanish."""

import re
from typing import Final

from makegood.imports.words import bare

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
