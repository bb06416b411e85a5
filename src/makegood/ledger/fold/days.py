"""Counting days: the days that a promise is shared over, and the day by which a miss is to be made up."""

from makegood.ledger.columns import (
    BUSINESS_DAYS,
    CALENDAR_DAYS,
    END_OF_IEP,
    END_OF_PERIOD,
    END_OF_QUARTER,
    END_OF_SEMESTER,
    NO_WINDOW,
    NONE,
    SCHOOL_DAYS,
    Book,
    Calendar,
    Cells,
    Day,
    Period,
    Rule,
    Service,
)
from makegood.ledger.speed import step


@step
def place_of_day(calendars: Cells, calendar: int, day: int) -> int:
    """Return where a calendar's counts of the days before a day are; those of the nearest day that they cover."""
    place = min(max(day - calendars[Calendar.first, calendar], 0), calendars[Calendar.size, calendar])
    return calendars[Calendar.begin, calendar] + place


@step
def count_days(calendars: Cells, days: Cells, calendar: int, what: int, first: int, last: int) -> int:
    """Return how many days of a kind (`Day.year`, `Day.esy`, `Day.school`) lie in first to last."""
    if last < first:
        return 0
    low, high = place_of_day(calendars, calendar, first), place_of_day(calendars, calendar, last + 1)
    return days[what, high] - days[what, low]


@step
def half_up(amount: int, share: int, whole: int) -> int:
    """Return amount x share / whole to the nearest minute, half up."""
    if share == whole:  # nearly always; to divide takes longer than all else that a period asks for
        return amount
    return (2 * amount * share + whole) // (2 * whole)


@step
def add_business_days(day: int, n: int) -> int:
    """Return the nth Monday to Friday strictly after a day."""
    weekday = (day + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    if weekday > 4:  # noqa: PLR2004 - Saturday and Sunday count from Friday
        day -= weekday - 4
        weekday = 4
    return day + n + 2 * ((weekday + n) // 5)


@step
def term_end(calendars: Cells, days: Cells, calendar: int, kind: int, day: int) -> int:
    """Return the last day of the term of a kind in which a day lies, or NONE."""
    place = day - calendars[Calendar.first, calendar]
    if place < 0 or place >= calendars[Calendar.size, calendar]:
        return NONE
    return days[kind, calendars[Calendar.begin, calendar] + place]


@step
def nth_school_day(book: Book, calendar: int, day: int, n: int) -> int:
    """Return the nth school day strictly after a day, or NONE beyond what the calendar tells."""
    begin = book.calendars[Calendar.first, calendar]
    before = count_days(book.calendars, book.days, calendar, Day.school, begin, day)
    place = book.calendars[Calendar.days_begin, calendar] + before + n - 1
    if place >= book.calendars[Calendar.days_end, calendar]:
        return NONE
    return book.school_days[place]


@step
def last_school_day(book: Book, service: int, first: int, last: int) -> int:
    """Return the last of a service's school days from first to last, or last if there is none."""
    calendar, school = book.services[Service.calendar, service], book.services[Service.school, service]
    low, after = place_of_day(book.calendars, calendar, first), place_of_day(book.calendars, calendar, last + 1)
    upto = book.days[school, after]
    if last < first or book.days[school, low] == upto:
        return last
    while book.days[school, after] == upto:
        after -= 1
    return book.calendars[Calendar.first, calendar] + after - book.calendars[Calendar.begin, calendar]


@step
def school_days_left(book: Book, service: int, period: int, as_of: int) -> int:
    """Return how many of a period's school days in a service's dates lie after the as-of date: it is open with any."""
    first = max(book.periods[Period.first, period], book.services[Service.start, service], as_of + 1)
    last = min(book.periods[Period.last, period], book.services[Service.end, service])
    calendar, school = book.services[Service.calendar, service], book.services[Service.school, service]
    return count_days(book.calendars, book.days, calendar, school, first, last)


@step
def deadline(book: Book, calendar: int, rule: int, day: int, period_last: int, service_end: int) -> int:
    """Return the day by which a miss is to be made up, or NONE if its rule sets none."""
    window, n = book.rules[Rule.window, rule], book.rules[Rule.window_n, rule]
    if window == NO_WINDOW:
        return NONE
    if window == SCHOOL_DAYS:
        return nth_school_day(book, calendar, day, n)
    if window == CALENDAR_DAYS:
        return day + n
    if window == BUSINESS_DAYS:
        return add_business_days(day, n)
    if window == END_OF_PERIOD:
        return period_last
    if window == END_OF_IEP:
        return service_end
    if window == END_OF_QUARTER:
        return term_end(book.calendars, book.days, calendar, Day.quarter_end, day)
    if window == END_OF_SEMESTER:
        return term_end(book.calendars, book.days, calendar, Day.semester_end, day)
    return term_end(book.calendars, book.days, calendar, Day.year_end, day)
