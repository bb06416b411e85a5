"""Whose calendar the days of a file are, and which one a new school keeps, where the folder has several calendars."""

from collections import defaultdict
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import DayDraft, Desk
from makegood.imports.match.names import name_key
from makegood.records import Records

EVERY: Final = "every_calendar"
"""The answer for days that hold for all schools."""
EVERYBODYS: Final = Answer(EVERY, "that of every school: each calendar gets these days")
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
    if day.for_all:
        return tuple(known)
    if day.school:
        kept = _kept_by(day.school, records) or calendar_of_school(day.school, desk, records, day.where)
        return (kept,) if kept else ()
    whose = whose_calendar(desk, (*_each(records), EVERYBODYS), day.where)
    if whose == EVERY:
        return tuple(known)
    return (whose,) if whose else ()


def _kept_by(school: str, records: Records) -> str:
    """Return the calendar of a school on record, found by its id or its name; blank if there is none."""
    table = records.schools
    for id_, name, calendar in zip(table.school_id, table.name, table.calendar_id, strict=True):
        if name_key(school) in {name_key(id_), name_key(name or "")} and calendar in known_calendars(records):
            return calendar
    return ""


def calendar_of_school(name: str, desk: Desk, records: Records, where: Place) -> str:
    """Return the calendar that a school keeps of which the folder knows none; blank while it is asked."""
    return kept_calendar(name, desk, _each(records), where)


def whose_calendar(desk: Desk, likely: tuple[Answer, ...], where: Place) -> str:
    """Return which of some answers says whose calendar a sheet is; blank while it is asked."""
    says = "Which school's calendar is this?"
    key = ("calendar_of", where.sheet)
    return _asked(desk, Question("calendar_of", where.sheet or desk.file, says, key, desk.file, likely=likely), where)


def kept_calendar(name: str, desk: Desk, likely: tuple[Answer, ...], where: Place) -> str:
    """Return which of some calendars a school keeps; blank while it is asked."""
    says = f"Which calendar does the school {name!r} keep?"
    key = ("school_calendars", name)
    return _asked(desk, Question("school_calendar", name, says, key, desk.file, likely=likely), where)


def _asked(desk: Desk, question: Question, where: Place) -> str:
    """Return the answer to a question, if it is one of the likely ones; else ask it."""
    answer = desk.answer(question.key)
    if answer in [each.value for each in question.likely]:
        return str(answer)
    desk.ask(question, where)
    return ""


def _each(records: Records) -> tuple[Answer, ...]:
    schools: defaultdict[str, list[str]] = defaultdict(list)
    table = records.schools
    for id_, name, calendar in zip(table.school_id, table.name, table.calendar_id, strict=True):
        schools[calendar or ""].append(name or id_)
    return tuple(Answer(each, _named(schools[each])) for each in known_calendars(records))


def _named(schools: list[str]) -> str:
    return ", ".join(schools[:_NAMED]) + (" …" if len(schools) > _NAMED else "")
