"""School days: terms, the days that differ, the nth school day, the periods of a promise."""

from makegood.calendars.days import date_of, day_number, is_weekday, monday_of, weekdays_in
from makegood.calendars.of_records import Calendars, calendars_of
from makegood.calendars.periods import Period, periods_of
from makegood.calendars.school_calendar import CalendarDay, SchoolCalendar, Term

__all__ = [
    "CalendarDay",
    "Calendars",
    "Period",
    "SchoolCalendar",
    "Term",
    "calendars_of",
    "date_of",
    "day_number",
    "is_weekday",
    "monday_of",
    "periods_of",
    "weekdays_in",
]
