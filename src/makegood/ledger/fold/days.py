"""Counting days: the days that a promise is shared over, and the day by which a miss is to be made up."""

from makegood.ledger.columns import (
    BUSINESS_DAYS,
    CALENDAR_DAYS,
    CYCLE_DAYS,
    END_OF_IEP,
    END_OF_PERIOD,
    END_OF_QUARTER,
    END_OF_SEMESTER,
    NO_WINDOW,
    NONE,
    SCHOOL_DAYS,
    Book,
    Calendars,
    Ints,
)
from makegood.ledger.speed import step


@step
def count_days(calendars: Calendars, calendar: int, sums: Ints, first: int, last: int) -> int:
    """Return how many of the summed days lie in first to last."""
    if last < first:
        return 0
    begin, size = calendars.begin[calendar], calendars.size[calendar]
    low = min(max(first - calendars.first[calendar], 0), size)
    high = min(max(last + 1 - calendars.first[calendar], 0), size)
    return sums[begin + high] - sums[begin + low]


@step
def half_up(amount: int, share: int, whole: int) -> int:
    """Return amount x share / whole to the nearest minute, half up."""
    return (2 * amount * share + whole) // (2 * whole)


@step
def counted_days(book: Book, calendar: int, service: int, first: int, last: int) -> int:
    """Return the days of first to last that the service's promise is shared over (W, V)."""
    counts = book.services.counts[service]
    if counts == CYCLE_DAYS:
        return count_days(book.calendars, calendar, book.calendars.school, first, last)
    if counts == 1:
        return count_days(book.calendars, calendar, book.calendars.esy, first, last)
    return count_days(book.calendars, calendar, book.calendars.year, first, last)


@step
def add_business_days(day: int, n: int) -> int:
    """Return the nth Monday to Friday strictly after a day."""
    weekday = (day + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    if weekday > 4:  # noqa: PLR2004 - Saturday and Sunday count from Friday
        day -= weekday - 4
        weekday = 4
    return day + n + 2 * ((weekday + n) // 5)


@step
def term_end(calendars: Calendars, calendar: int, ends: Ints, day: int) -> int:
    """Return the last day of the term in which a day lies, or NONE."""
    place = day - calendars.first[calendar]
    if place < 0 or place >= calendars.size[calendar]:
        return NONE
    return ends[calendars.begin[calendar] + place]


@step
def nth_school_day(calendars: Calendars, calendar: int, day: int, n: int) -> int:
    """Return the nth school day strictly after a day, or NONE beyond what the calendar tells."""
    first, last = calendars.days_begin[calendar], calendars.days_begin[calendar + 1]
    begin = calendars.first[calendar]
    place = first + count_days(calendars, calendar, calendars.school, begin, day) + n - 1
    return calendars.days[place] if place < last else NONE


@step
def deadline(book: Book, calendar: int, rule: int, day: int, period_last: int, service_end: int) -> int:
    """Return the day by which a miss is to be made up, or NONE if its rule sets none."""
    window, n = book.rules.window[rule], book.rules.window_n[rule]
    calendars = book.calendars
    if window == NO_WINDOW:
        return NONE
    if window == SCHOOL_DAYS:
        return nth_school_day(calendars, calendar, day, n)
    if window == CALENDAR_DAYS:
        return day + n
    if window == BUSINESS_DAYS:
        return add_business_days(day, n)
    if window == END_OF_PERIOD:
        return period_last
    if window == END_OF_IEP:
        return service_end
    if window == END_OF_QUARTER:
        return term_end(calendars, calendar, calendars.quarter_end, day)
    if window == END_OF_SEMESTER:
        return term_end(calendars, calendar, calendars.semester_end, day)
    return term_end(calendars, calendar, calendars.year_end, day)
