"""The last day for a notice."""

import datetime as dt

from makegood.calendars import SchoolCalendar, date_of, day_number
from makegood.policies import Span

_WEEKDAYS = 5


def last_day_for(calendar: SchoolCalendar, after: dt.date, span: Span | None) -> dt.date | None:
    """Return the last day of a span after a day; None without a span or beyond the calendar.

    n school days after a day is the nth school day strictly after it. Business days are Monday to Friday.
    """
    if span is None:
        return None
    if span.unit == "school_days":
        number = calendar.nth_school_day_after(day_number(after), span.n)
        return date_of(number) if number is not None else None
    if span.unit == "business_days":
        weeks, rest = divmod(span.n, _WEEKDAYS)
        day = after + dt.timedelta(weeks=weeks)
        while rest or day.weekday() >= _WEEKDAYS:
            day += dt.timedelta(1)
            rest -= rest > 0 and day.weekday() < _WEEKDAYS
        return day
    return after + dt.timedelta(days=span.n) if span.unit == "calendar_days" else after + dt.timedelta(weeks=span.n)
