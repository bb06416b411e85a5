"""A child's days of school: those on which a session can be given."""

import datetime as dt
from collections.abc import Sequence

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
