"""Whose calendar a sheet of days is, and which one a new school keeps, where the folder has several calendars."""

from collections import defaultdict
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import Desk
from makegood.records import Records

EVERY: Final = "every_calendar"
"""The answer for days that hold for all schools."""
_NAMED: Final = 3
"""So many schools are named beside a calendar."""


def known_calendars(records: Records) -> list[str]:
    """Return the calendars that have terms, in the order of the folder."""
    return list(dict.fromkeys(records.terms.calendar_id))


def calendars_of_sheet(where: Place, desk: Desk, records: Records) -> tuple[str, ...]:
    """Return the calendars that the days of a sheet go into; none while it is asked.

    Args:
        where: A day of the sheet.
        desk: The desk of its file.
        records: The records of the folder, with two calendars or more.
    """
    known = known_calendars(records)
    answer = desk.answer(("calendar_of", where.sheet))
    if answer == EVERY:
        return tuple(known)
    if answer in known:
        return (str(answer),)
    says = "Which school's calendar is this?"
    likely = (*_each(records), Answer(EVERY, "that of every school: each calendar gets these days"))
    key = ("calendar_of", where.sheet)
    desk.ask(Question("calendar_of", where.sheet or where.file, says, key, desk.file, likely=likely), where)
    return ()


def calendar_of_school(name: str, desk: Desk, records: Records, where: Place) -> str:
    """Return the calendar that a new school keeps; blank while it is asked."""
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
