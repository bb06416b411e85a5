"""Promise: what falls due in a period (ledger.md, 2)."""

from makegood.ledger.columns import Book, Day, Period, Service, Span, Student
from makegood.ledger.speed import step

from .days import count_days, half_up


@step
def promise(book: Book, student: int, service: int, period: int, span: int) -> tuple[int, int]:
    """Return what a service promises in a period (N x V / W), and what of it is due: minutes.

    The span is that of the policy's rules in force on the period's first day.
    """
    services, periods = book.services, book.periods
    days, school = periods[Period.days, period], periods[Period.school, period]
    if days == 0:
        return 0, 0
    whole, served = services[Service.minutes, service], days
    first = max(periods[Period.first, period], services[Service.start, service])
    last = min(periods[Period.last, period], services[Service.end, service])
    if first != periods[Period.first, period] or last != periods[Period.last, period]:
        calendar, counted = book.students[Student.calendar, student], services[Service.counts, service]
        served = count_days(book.calendars, book.days, calendar, counted, first, last)
        school = count_days(book.calendars, book.days, calendar, Day.school, first, last)
    promised = half_up(whole, served, days) if served < days else whole
    if school >= served:
        return promised, promised
    if book.spans[Span.by_school_days, span]:
        return promised, half_up(whole, school, days)
    return promised, promised if school > 0 else 0
