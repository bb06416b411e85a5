"""Promise: what falls due in a period (ledger.md, 2)."""

from makegood.ledger.columns import (
    Book,
)
from makegood.ledger.speed import step

from .days import count_days, counted_days, half_up
from .judge import span_of


@step
def promise(book: Book, student: int, service: int, period: int) -> tuple[int, int]:
    """Return what a service promises in a period, and what of it is due: minutes."""
    services, calendars, calendar = book.services, book.calendars, book.students.calendar[student]
    first, last = book.period_first[period], book.period_last[period]
    days = counted_days(book, calendar, service, first, last)
    if days == 0:
        return 0, 0
    whole = services.minutes[service]
    served_first, served_last = max(first, services.start[service]), min(last, services.end[service])
    served = counted_days(book, calendar, service, served_first, served_last)
    school = count_days(calendars, calendar, calendars.school, served_first, served_last)
    school = min(school, served)
    promised = half_up(whole, served, days)
    if book.rules.by_school_days[span_of(book.rules, book.students.policy[student], first)]:
        return promised, half_up(whole, school, days)
    return promised, promised if school > 0 else 0
