"""Dates as whole numbers, so that the ledger can count with them."""

import datetime as dt
from typing import Final

EPOCH: Final = dt.date(1970, 1, 1).toordinal()
WEEK: Final = 7
SATURDAY: Final = 5
FIRST_MONDAY: Final = 4


def day_number(day: dt.date) -> int:
    """Return the days since 1970-01-01."""
    return day.toordinal() - EPOCH


def date_of(number: int) -> dt.date:
    """Return the date of a day number."""
    return dt.date.fromordinal(number + EPOCH)


def monday_of(number: int) -> int:
    """Return the Monday of a day's week; weeks run Monday to Sunday."""
    return number - (number - FIRST_MONDAY) % WEEK


def is_weekday(number: int) -> bool:
    """Return whether a day is a Monday to Friday."""
    return (number - FIRST_MONDAY) % WEEK < SATURDAY


def weekdays_in(first: int, last: int) -> int:
    """Return how many Mondays to Fridays lie in first to last (day numbers)."""
    return _weekdays_before(last + 1) - _weekdays_before(first) if last >= first else 0


def _weekdays_before(day: int) -> int:
    """Return the Mondays to Fridays from Monday 1970-01-05 up to the day before a day."""
    weeks, weekday = divmod(day - FIRST_MONDAY, WEEK)
    return SATURDAY * weeks + min(weekday, SATURDAY)
