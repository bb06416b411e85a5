"""Whose calendar the days of an import are, and when the school year begins and ends."""

import datetime as dt
from typing import Final

from makegood.imports.ask import school_day
from makegood.imports.draft import Desk
from makegood.imports.match.apart import SEVERAL, is_everyones, names_several, take_apart
from makegood.imports.match.calendars import calendar_of_school, calendars_of_day, known_calendars
from makegood.imports.result import Import, students_of
from makegood.imports.values.school_years import start_year_of, year_in_words
from makegood.imports.write.caseload import OWN
from makegood.records import Records
from makegood.terms.findings import Finding, Origin

_SHARED: Final = (
    "This is a calendar of one school, and several schools keep the same calendar here, so its closed days would close "
    "the others too. Nothing was brought in. In the folder of records, first give each school its own calendar_id in "
    "schools.csv and that calendar its first and last day in terms.csv. Then bring one school's calendar at a time."
)
_ONE_SCHOOL: Final = (
    "This is the calendar of one school, and there are other schools. Nothing was brought in. Bring the calendar files "
    "of the other schools together with this one, so that each school gets its own."
)
_NO_SCHOOL: Final = (
    "These are calendars of several schools, and a student has no school, so nothing says which of them holds. Nothing "
    "was brought in. Fill in the School column for every student, and bring the files again."
)


def keep_apart(made: Import, records: Records) -> bool:
    """Keep the calendars of several schools apart where the folder does not; return whether each has its own.

    Refused is what would put a day of one school into a calendar that other schools keep too.
    """
    drafts = made.drafts
    dated = drafts.days or drafts.first_days or drafts.last_days
    if not dated or len(known_calendars(records)) >= SEVERAL or not made.has_account or _all_known(made, records):
        return False
    schools = {id_: name or id_ for id_, name in zip(records.schools.school_id, records.schools.name, strict=True)}
    promised = {service.student for service in made.services.all.values()}
    students = [student for student in students_of(made) if student.new and student.id in promised]
    ids = {made.schools.of(student.school) for student in students}
    schools |= made.schools.new
    if len(schools) < SEVERAL:
        return False
    if not len(records.terms) and is_everyones(drafts):
        made.desks[dated[0].where.file].assume("The calendar was taken to be that of every school.")
        return False
    apart = None if names_several(drafts) else take_apart(drafts, made.desks, schools)
    if apart is None and not names_several(drafts):
        return False
    says = ""
    if apart is None or (apart.own and (len(records.schools) or len(records.terms))):
        says = _SHARED
    elif len(apart.own) == 1:
        says = _ONE_SCHOOL
    elif apart.own and "" in ids:
        says = _NO_SCHOOL
    if says:
        made.refused.append(Finding("error", "several_calendars", says, Origin(dated[0].where.file)))
    if apart is None:
        return False
    made.calendars, made.school_calendars, made.own_years = apart.days, apart.schools, apart.years
    return True


def _all_known(made: Import, records: Records) -> bool:
    """Return whether the folder has a school year and every day of the files."""
    known = set(zip(records.calendar.date, records.calendar.kind, strict=True))
    return len(records.terms) > 0 and all((day.date, day.kind) in known for day in made.drafts.days)


def find_calendars(made: Import, promised: set[str]) -> None:
    """Find out whose calendars the days of the files are, and new schools keep; asked where there are several."""
    records = made.loaded.records
    if len(known_calendars(records)) < SEVERAL:
        return
    for day in made.drafts.days:
        whose = (day.where.file, day.where.sheet, day.school)
        if whose not in made.calendars:
            made.calendars[whose] = calendars_of_day(day, made.desks[day.where.file], records)
    for ref, student in made.students.of.items():
        if student is None or not student.new or student.id not in promised:
            continue
        id_ = made.schools.of(student.school)
        if id_ in made.schools.new and id_ not in made.school_calendars:
            where = made.drafts.students[ref]
            name = made.schools.new[id_]
            made.school_calendars[id_] = calendar_of_school(name, made.desks[where.file], records, where)


def find_school_days(made: Import, records: Records) -> None:
    """Find the first and last day of the school year, which an account needs; asked where nothing says them."""
    if len(records.terms) or not made.has_account:
        return
    given = [desk.mapping.dates for desk in made.desks.values()]
    first = next((dates.first_day for dates in given if isinstance(dates.first_day, dt.date)), None)
    last = next((dates.last_day for dates in given if isinstance(dates.last_day, dt.date)), None)
    first = first or min((day.date for day in made.drafts.first_days), default=None)
    last = last or max((day.date for day in made.drafts.last_days), default=None)
    if first is not None and last is not None and first < last:
        made.school_days = (first, last)
        return
    desk = next((each for each in made.desks.values() if each.file != OWN), next(iter(made.desks.values())))
    year = _year(made, desk)
    shown = f" of {year_in_words(year)}" if year is not None else ""
    wrong = first is not None and last is not None
    if first is None or wrong:
        desk.ask(school_day("first", shown, desk.file, wrong=wrong))
    if last is None or wrong:
        desk.ask(school_day("last", shown, desk.file, wrong=wrong))


def _year(made: Import, desk: Desk) -> int | None:
    days = [session.date for session in made.drafts.sessions if session.date is not None]
    return start_year_of(min(days)) if days else desk.school_year
