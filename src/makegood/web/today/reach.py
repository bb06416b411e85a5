"""How far back a provider's days go: to the first day of the school year, and by one step to the last school day."""

import datetime as dt
from collections.abc import Iterable

from makegood.calendars import calendars_of
from makegood.records import Records
from makegood.web.access.asked import Asked
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


def earliest(asked: Asked) -> dt.date:
    """Return the first day that may be opened: that of the school year in which the relation began.

    A relation begins when its invitation is accepted, and what the provider gave earlier in the year is to be noted
    too. One that has ended is completed inside its own days only.
    """
    begins = asked.relation.begins
    if asked.completing:
        return begins
    rows = holding(MODELS["terms"]).filter(kind="year", start__lte=begins.isoformat())
    starts: dict[str, str] = {}
    for calendar, start in rows.values_list("calendar_id", "start"):
        starts[calendar] = max(start, starts.get(calendar, ""))
    return min((dt.date.fromisoformat(start) for start in starts.values()), default=begins)


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
