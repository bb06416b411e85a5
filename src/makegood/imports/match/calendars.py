"""Whose calendar the days of a file are, and which one a new school keeps, where the folder has several calendars."""

from collections import defaultdict
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import DayDraft, Desk
from makegood.imports.match.names import name_key
from makegood.records import Records

EVERY: Final = "every_calendar"
"""The answer for days that hold for all schools."""
_NAMED: Final = 3
"""So many schools are named beside a calendar."""


def known_calendars(records: Records) -> list[str]:
    """Return the calendars that have terms, in the order of the folder."""
    return list(dict.fromkeys(records.terms.calendar_id))


def calendars_of_day(day: DayDraft, desk: Desk, records: Records) -> tuple[str, ...]:
    """Return the calendars that a day goes into; none while it is asked.

    A day beside which a school is named is that school's. For the others it is asked once for each sheet.

    Args:
        day: The day.
        desk: The desk of its file.
        records: The records of the folder, with two calendars or more.
    """
    known = known_calendars(records)
    if day.school:
        kept = _kept_by(day.school, records) or calendar_of_school(day.school, desk, records, day.where)
        return (kept,) if kept else ()
    sheet = day.where.sheet
    answer = desk.answer(("calendar_of", sheet))
    if answer == EVERY:
        return tuple(known)
    if answer in known:
        return (str(answer),)
    says = "Which school's calendar is this?"
    likely = (*_each(records), Answer(EVERY, "that of every school: each calendar gets these days"))
    key = ("calendar_of", sheet)
    desk.ask(Question("calendar_of", sheet or desk.file, says, key, desk.file, likely=likely), day.where)
    return ()


def _kept_by(school: str, records: Records) -> str:
    """Return the calendar of a school on record, found by its id or its name; blank if there is none."""
    table = records.schools
    for id_, name, calendar in zip(table.school_id, table.name, table.calendar_id, strict=True):
        if name_key(school) in {name_key(id_), name_key(name or "")} and calendar in known_calendars(records):
            return calendar
    return ""


def calendar_of_school(name: str, desk: Desk, records: Records, where: Place) -> str:
    """Return the calendar that a school keeps of which the folder knows none; blank while it is asked."""
    answer = desk.answer(("school_calendars", name))
    if answer in known_calendars(records):
        return str(answer)
    says = f"Which calendar does the school {name!r} keep?"
    key = ("school_calendars", name)
    desk.ask(Question("school_calendar", name, says, key, desk.file, likely=_each(records)), where)
    return ""


def _each(records: Records) -> tuple[Answer, ...]:
    schools: defaultdict[str, list[str]] = defaultdict(list)
    table = records.schools
    for id_, name, calendar in zip(table.school_id, table.name, table.calendar_id, strict=True):
        schools[calendar or ""].append(name or id_)
    return tuple(Answer(each, _named(schools[each])) for each in known_calendars(records))


def _named(schools: list[str]) -> str:
    return ", ".join(schools[:_NAMED]) + (" …" if len(schools) > _NAMED else "")
