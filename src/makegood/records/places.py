"""Tables of the school: schools, terms, calendar."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from makegood.records.column import Table, column

TERM_KINDS: Final = ("year", "semester", "quarter", "esy")
NO_SCHOOL: Final = ("holiday", "break", "in_service", "weather_closure", "emergency_closure")
SCHOOL: Final = ("early_dismissal", "delayed_start", "remote_day", "school_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schools(Table):
    """The schools, each with its calendar and policy."""

    NAME: ClassVar[str] = "schools"
    SAYS: ClassVar[str] = "Each school, the calendar it keeps and the policy that holds there."

    school_id: list[str] = column("id", "The school's own number or code.", key=True, example="MRE")
    name: list[str | None] = column("text", "The school's name.", example="Maple Ridge Elementary")
    calendar_id: list[str | None] = column(
        "id", "Which calendar of the table 'terms' the school keeps.", example="2026-27"
    )
    policy_id: list[str | None] = column("id", "Which policy pack holds ('makegood policy list').", example="us-il")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Table):
    """The school year and its parts."""

    NAME: ClassVar[str] = "terms"
    SAYS: ClassVar[str] = "The first and last day of each school year, semester, quarter and summer (esy) term."

    calendar_id: list[str] = column("id", "A name for the calendar.", needed=True, example="2026-27")
    name: list[str | None] = column("text", "What people call it.", example="School year 2026-27")
    kind: list[str] = column("text", "What kind of term it is.", needed=True, choices=TERM_KINDS, example="year")
    start: list[dt.date] = column("date", "Its first day.", needed=True, example="2026-08-24")
    end: list[dt.date] = column("date", "Its last day.", needed=True, example="2027-06-04")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Table):
    """The days that differ from Monday to Friday in a term."""

    NAME: ClassVar[str] = "calendar"
    SAYS: ClassVar[str] = (
        "Only the days that differ: holidays, breaks, closures, short days and added school days. "
        "Every other Monday to Friday in a year or esy term is a school day."
    )

    calendar_id: list[str] = column("id", "The calendar.", needed=True, example="2026-27")
    date: list[dt.date] = column("date", "The day, or the first day.", needed=True, example="2026-09-07")
    kind: list[str] = column(
        "text",
        "What kind of day it is.",
        needed=True,
        choices=(*NO_SCHOOL, *SCHOOL),
        example="holiday",
    )
    until: list[dt.date | None] = column("date", "The last day, if there are several.")
    label: list[str | None] = column("text", "What the calendar calls it.", example="Labor Day")
    grades: list[tuple[str, ...] | None] = column("words", "Only these grades, separated by ; (blank: everyone).")
    cycle_day: list[int | None] = column("count", "The day's place in the cycle; counting goes on from it.")
