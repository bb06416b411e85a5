"""Phrases for dates, numbers and lists."""

from dataclasses import dataclass
from typing import Final

from makegood.terms.counted import Counted
from makegood.terms.language import Bilingual

Months = tuple[str, str, str, str, str, str, str, str, str, str, str, str]
Weekdays = tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrases:
    """Phrases for dates, numbers and lists.

    Attributes:
        months: From January.
        weekdays: From Monday, as they are written before a date.
        day: A date in full.
        month_year: A month of a year.
        week_of: A week, by its Monday.
        short_day: A date with its month cut to three letters.
        more: How many parts a list leaves out.
        sessions_of: Sessions of so many that were promised, with their percent.
    """

    months: Months
    weekdays: Weekdays
    day: str
    month_year: str
    short_day: str
    dated: str
    week_of: str
    span: str
    before_noon: str
    after_noon: str
    since: str
    until: str
    the_start: str
    minutes_short: str
    sessions_of: Counted
    listed: str
    more: str


DATES: Final = Bilingual(
    en=DatePhrases(
        months=(
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        day="{month} {d}, {y}",
        month_year="{month} {y}",
        short_day="{month} {d}, {y}",
        dated="{weekday}, {day}",
        week_of="week of {day}",
        span="{first} to {last}",
        since="from {first}",
        until="until {last}",
        before_noon="{hour}:{minute} a.m.",
        after_noon="{hour}:{minute} p.m.",
        the_start="the start of the records",
        minutes_short="min",
        sessions_of=Counted("{held} of 1 session, {percent}%", "{held} of {n} sessions, {percent}%"),
        listed="{most} and {last}",
        more="{n} more",
    ),
    es=DatePhrases(
        months=(
            "enero", "febrero", "marzo", "abril", "mayo", "junio",
            "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        ),
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        day="{d} de {month} de {y}",
        month_year="{month} de {y}",
        short_day="{d} {month} {y}",
        dated="{weekday} {day}",
        week_of="semana del {day}",
        span="del {first} al {last}",
        since="desde el {first}",
        until="hasta el {last}",
        before_noon="{hour}:{minute} a. m.",
        after_noon="{hour}:{minute} p. m.",
        the_start="comienzo de los registros",
        minutes_short="min",
        sessions_of=Counted("{held} de 1 sesión, {percent}%", "{held} de {n} sesiones, {percent}%"),
        listed="{most} y {last}",
        more="{n} más",
    ),
)  # fmt: skip
