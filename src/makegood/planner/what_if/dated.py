"""Time by date: after the last bell, and in summer."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from makegood.planner.what_if.away import outside
from makegood.planner.what_if.changes import Change, LongerDay, Summer
from makegood.planner.what_if.telling import told
from makegood.plans.instance import Availability, Instance
from makegood.terms.findings import Finding


def lengthen(instance: Instance, change: Change, what: LongerDay) -> tuple[Instance, list[Finding]]:
    """Return the facts with time after the last bell at one school, on its days with school."""
    days = [
        day
        for day in _days_with_school(instance, what.school)
        if day.weekday() in what.weekdays and (what.from_ or day) <= day <= (what.until or day)
    ]
    if not days:
        return instance, [outside(change, instance)]
    who = who_stays(instance, what, what.school)
    if not who:
        return instance, [_nobody(change, what.school)]
    bells = {row.weekday: row.end for row in instance.bell if row.school_id == what.school}
    silent = sorted({day.weekday() for day in days} - set(bells))
    late = [weekday for weekday in {day.weekday() for day in days} & set(bells) if bells[weekday] >= what.end]
    if silent or late:
        return instance, [_no_time(change, what, missing=bool(silent))]
    rows = tuple(
        Availability(provider_id=id_, date=day, start=bells[day.weekday()], end=what.end, school_id=what.school)
        for id_ in who
        for day in days
    )
    return replace(instance, availability=(*instance.availability, *rows)), []


def open_summer(instance: Instance, change: Change, what: Summer) -> tuple[Instance, list[Finding]]:
    """Return the facts with a row of availability for each provider and day, as people would add them.

    On a day with school, such as one of an extended school year, lessons and regular sessions stay: the row opens the
    time outside the bell, and what of the day is open anyway. A day without school is open in all of the row.
    """
    who = who_stays(instance, what, what.school)
    if not who:
        return instance, [_nobody(change, what.school)]
    days = [day for day in _days(max(what.from_, instance.first), what.until) if day.weekday() in what.weekdays]
    if not days:
        return instance, [outside(change, instance)]
    in_school = {
        day
        for student in instance.students
        if what.school in {None, student.school_id}
        for day in instance.school_days.get(student.calendar, ())
    }
    findings = []
    busy = sum(day in in_school for day in days)
    if busy:
        message = (
            f"{busy} of these {len(days)} days have school for some of the children (an extended school year is school "
            "too). Their lessons and regular sessions stay, so they have less time then."
        )
        findings.append(told(change, "warning", "school_in_summer", message))
    rows = tuple(
        Availability(provider_id=id_, date=day, start=what.start, end=what.end, school_id=what.school)
        for id_ in who
        for day in days
    )
    return replace(instance, availability=(*instance.availability, *rows)), findings


def who_stays(instance: Instance, what: LongerDay | Summer, school: str | None) -> list[str]:
    """Return who stays: those named, or those with the credential who are at the school already."""
    if what.providers is not None:
        return list(what.providers)
    there = {row.provider_id for row in instance.availability if row.school_id == school}
    return [
        provider.provider_id
        for provider in instance.providers
        if set(provider.service_types) & set(what.service_types or ())
        and (school is None or provider.school_id == school or provider.provider_id in there)
    ]


def _nobody(change: Change, school: str | None) -> Finding:
    where = "in these records" if school is None else f"at {school}"
    message = f"Nobody who may give this service is {where}, so nobody can stay."
    return told(change, "error", "nobody_stays", message, key="service_types", expected="providers: [P01]")


def _no_time(change: Change, what: LongerDay, *, missing: bool) -> Finding:
    if missing:
        message = f"The records do not say when the last bell rings at {what.school}, so nothing can come after it."
        return told(change, "error", "no_bell", message, key="school", expected="rows of the table bell")
    message = f"At {what.school} the last bell rings at this time or later, so the day would not be longer."
    return told(change, "error", "not_longer", message, key="end", expected="a time after the last bell")


def _days_with_school(instance: Instance, school: str) -> list[dt.date]:
    calendars = {student.calendar for student in instance.students if student.school_id == school}
    return sorted({day for calendar in calendars for day in instance.school_days.get(calendar, ())})


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    yield from (first + dt.timedelta(n) for n in range((last - first).days + 1))
