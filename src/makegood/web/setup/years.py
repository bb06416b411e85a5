"""The school years of each calendar on record: the one that is under way or ended last, and the one after it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from makegood.web.records.models import MODELS, Entry
from makegood.web.records.versions import holding

_NAMED: Final = 3
"""So many schools are named beside a calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOnRecord:
    """A row of the table of terms.

    Attributes:
        row: The version that holds.
        kind: year, semester, quarter or esy.
    """

    row: Entry
    name: str | None
    kind: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYears:
    """The years of one calendar.

    Attributes:
        ref: A random id for the fields of a form: that of the year that ends.
        schools: The first schools that keep it, by name.
        more: How many other schools keep it.
        ends: The year that is under way or ended last; before the first one, the first one.
        next: The year after it, if it is on record.
        terms: All terms since the year before ended, by their first day.
        years: All of its years, by their first day.
    """

    ref: str
    calendar_id: str
    schools: list[str]
    more: int
    ends: TermOnRecord
    next: TermOnRecord | None
    terms: list[TermOnRecord]
    years: list[TermOnRecord]


def calendars(day: dt.date) -> list[CalendarYears]:
    """Return the calendars that have a school year, by name.

    Args:
        day: Today.
    """
    held: dict[str, list[TermOnRecord]] = {}
    rows: Any = holding(MODELS["terms"]).order_by("calendar_id", "start", "end")
    for row in rows:
        held.setdefault(row.calendar_id, []).append(_term(row))
    schools: dict[str, list[str]] = {}
    for calendar_id, name, id_ in holding(MODELS["schools"]).values_list("calendar_id", "name", "school_id"):
        schools.setdefault(calendar_id, []).append(name or id_)
    return [
        _years(id_, terms, sorted(schools.get(id_, [])), day)
        for id_, terms in held.items()
        if any(term.kind == "year" for term in terms)
    ]


def _term(row: Any) -> TermOnRecord:
    first, last = dt.date.fromisoformat(row.start), dt.date.fromisoformat(row.end)
    return TermOnRecord(row=row, name=row.name, kind=row.kind, first=first, last=last)


def _years(calendar_id: str, terms: list[TermOnRecord], schools: list[str], day: dt.date) -> CalendarYears:
    years = [term for term in terms if term.kind == "year"]
    at = max((place for place, year in enumerate(years) if year.first <= day), default=0)
    since = years[at - 1].last if at else dt.date.min
    return CalendarYears(
        ref=years[at].row.ref, calendar_id=calendar_id, schools=schools[:_NAMED], more=len(schools[_NAMED:]),
        ends=years[at], next=years[at + 1] if at + 1 < len(years) else None,
        terms=[term for term in terms if term.first > since], years=years,
    )  # fmt: skip
