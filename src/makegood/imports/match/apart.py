"""Calendars of several schools where none is on record: whose each is, and what each school's year then is."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from makegood.imports.ask import Answer, Place, school_day
from makegood.imports.draft import DayDraft, Desk, Drafts
from makegood.imports.match.calendars import EVERY, EVERYBODYS, kept_calendar, whose_calendar
from makegood.imports.match.names import name_key

_Sheets = Sequence[tuple[str, str]]
SEVERAL: Final = 2


@dataclass(slots=True)
class Apart:
    """The calendars of schools that each have their own, each called by the id of its school.

    Attributes:
        own: The schools that have a calendar of their own, by id.
        days: The calendars that the days go into, by file, sheet and the school named.
        schools: The calendar that each school keeps, by the school's id.
        years: The first and the last day of school of each calendar.
    """

    own: list[str] = field(default_factory=list)
    days: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    schools: dict[str, str] = field(default_factory=dict)
    years: dict[str, tuple[dt.date, dt.date]] = field(default_factory=dict)


def take_apart(drafts: Drafts, desks: Mapping[str, Desk], schools: Mapping[str, str]) -> Apart | None:
    """Return each school's calendar as far as it is answered; None if every sheet of days is every school's.

    It asks for each sheet whose it is. Where there are several, it asks too whose calendar a school without one keeps,
    and for the first and the last day of school where no sheet says them.

    Args:
        drafts: The days.
        desks: The desk of each file.
        schools: The names of two schools or more, by id.
    """
    sheets = list(dict.fromkeys(map(_sheet, _days(drafts))))
    each = tuple(Answer(id_, called) for id_, called in schools.items())
    likely = (EVERYBODYS, *each) if len(sheets) == 1 else (*each, EVERYBODYS)
    said = {sheet: all(day.for_all for day in _days(drafts) if _sheet(day) == sheet) for sheet in sheets}
    whose = {
        sheet: EVERY if said[sheet] else whose_calendar(desks[sheet[0]], likely, Place(*sheet)) for sheet in sheets
    }
    if not all(whose.values()):
        return Apart()
    if all(answer == EVERY for answer in whose.values()):
        return None
    everyones = [sheet for sheet in sheets if whose[sheet] == EVERY]
    # The days of every school hold for a school without a sheet too, so that it needs no other school's calendar.
    made = Apart(own=[id_ for id_ in schools if everyones or id_ in whose.values()])
    if len(made.own) < SEVERAL:
        return made
    asks = desks[next(sheet[0] for sheet in sheets if whose[sheet] != EVERY)]
    theirs = tuple(Answer(id_, schools[id_]) for id_ in made.own)
    for id_, name in schools.items():
        made.schools[id_] = id_ if id_ in made.own else kept_calendar(name, asks, theirs, Place(asks.file))
    for day in drafts.days:
        answer = whose[_sheet(day)]
        made.days[*_sheet(day), day.school] = tuple(made.own) if answer == EVERY else (answer,)
    for id_ in made.own:
        own = [sheet for sheet in sheets if whose[sheet] == id_]
        year = _year(schools[id_], (own, everyones), drafts, desks)
        if year is not None:
            made.years[id_] = year
    return made


def is_everyones(drafts: Drafts) -> bool:
    """Return whether all days are of one sheet of which need not be asked whose it is.

    The file says beside each day that it is every school's, or it holds the sessions or promises of the same schools
    too: then nobody made it for one of them.
    """
    days = _days(drafts)
    if len(set(map(_sheet, days))) != 1 or names_several(drafts):
        return False
    beside = {each.where.file for each in drafts.sessions} | {each.where.file for each in drafts.promises}
    return days[0].where.file in beside or all(day.for_all for day in days)


def names_several(drafts: Drafts) -> bool:
    """Return whether the days of a sheet have the names of two schools beside them."""
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for day in _days(drafts):
        if day.school:
            named[_sheet(day)].add(name_key(day.school))
    return any(len(each) >= SEVERAL for each in named.values())


def _days(drafts: Drafts) -> list[DayDraft]:
    return [*drafts.days, *drafts.first_days, *drafts.last_days]


def _sheet(day: DayDraft) -> tuple[str, str]:
    return day.where.file, day.where.sheet


def _year(
    name: str, sheets: tuple[_Sheets, _Sheets], drafts: Drafts, desks: Mapping[str, Desk]
) -> tuple[dt.date, dt.date] | None:
    """Return a school's first and last day: those of its own sheets, else of everyone's; None while they are asked."""
    first = last = None
    for group in sheets:
        first = first or _given(group, desks, "first_day") or min(_of(drafts.first_days, group), default=None)
        last = last or _given(group, desks, "last_day") or max(_of(drafts.last_days, group), default=None)
    if first is not None and last is not None and first < last:
        return first, last
    wrong = first is not None and last is not None
    desk = desks[(*sheets[0], *sheets[1])[0][0]]
    if first is None or wrong:
        desk.ask(school_day("first", f" at {name}", desk.file, wrong=wrong, school=name), Place(desk.file))
    if last is None or wrong:
        desk.ask(school_day("last", f" at {name}", desk.file, wrong=wrong, school=name), Place(desk.file))
    return None


def _given(sheets: _Sheets, desks: Mapping[str, Desk], which: str) -> dt.date | None:
    found = (getattr(desks[file].mapping.dates, which) for file, _ in sheets)
    return next((day for day in found if isinstance(day, dt.date)), None)


def _of(days: Sequence[DayDraft], sheets: _Sheets) -> list[dt.date]:
    return [day.date for day in days if _sheet(day) in sheets]
