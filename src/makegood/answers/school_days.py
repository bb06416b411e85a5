"""Children's days of school: those on which a session can be given."""

import datetime as dt
from collections.abc import Iterable, Sequence

from makegood.calendars import calendars_of
from makegood.records import Records


def school_days(records: Records, student_id: str, first: dt.date, last: dt.date) -> Sequence[dt.date] | None:
    """Return the days of school of a child from one day to another; None if no terms are known for it.

    Args:
        records: Records without errors, the child's at least.
        student_id: The child.
        first: The first day that is looked at.
        last: The last one.
    """
    if not len(records.terms):
        return None
    calendar = calendars_of(records).of_student(student_id)
    if calendar is None:
        return None
    span = (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in span if calendar.is_school_day(day)]


def school_day_before(records: Records, students: Iterable[str], date: dt.date, first: dt.date) -> dt.date | None:
    """Return the latest day from a first one on, before a date, with school for any of these or a row of the log.

    Args:
        records: Records without errors, of the provider's children at least.
        students: Their student_ids.
        date: The day from which one steps back.
        first: The first day that may be opened.
    """
    all_calendars = calendars_of(records)
    known = [all_calendars.of_student(student) for student in students]
    calendars = list({calendar.calendar_id: calendar for calendar in known if calendar is not None}.values())
    noted = set(records.sessions.date)
    for back in range(1, (date - first).days + 1):
        day = date - dt.timedelta(days=back)
        if not calendars or day in noted or any(calendar.is_school_day(day) for calendar in calendars):
            return day
    return None
