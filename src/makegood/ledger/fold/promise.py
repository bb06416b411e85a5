"""Promise: what falls due in a period (ledger.md, 2)."""

from makegood.ledger.columns import NONE, Book, Period, Service, Span, Weighed
from makegood.ledger.speed import step

from .days import count_days, half_up


@step
def promise(book: Book, service: int, period: int, span: int, weighed: int) -> tuple[int, int]:
    """Return what a service promises in a period (N x V / W), and what of it is due: minutes.

    Args:
        book: All that the fold reads.
        service: The service.
        period: The period.
        span: The span of the policy's rules in force on the period's first day.
        weighed: The entry of the period if its days are weighed by slots, else NONE.
    """
    services, periods = book.services, book.periods
    whole, served, school = (
        periods[Period.whole, period],
        periods[Period.served, period],
        periods[Period.school, period],
    )
    first = max(periods[Period.first, period], services[Service.start, service])
    last = min(periods[Period.last, period], services[Service.end, service])
    if first != periods[Period.first, period] or last != periods[Period.last, period]:
        calendar = services[Service.calendar, service]
        served = count_days(book.calendars, book.days, calendar, services[Service.counts, service], first, last)
        school = count_days(book.calendars, book.days, calendar, services[Service.school, service], first, last)
    some_school, by_school_days = school > 0, book.spans[Span.by_school_days, span] == 1
    school = min(school, served)
    if weighed != NONE and (book.weighed[Weighed.partly, weighed] == 1 or by_school_days):
        whole, served, school = (
            book.weighed[Weighed.whole, weighed],
            book.weighed[Weighed.served, weighed],
            book.weighed[Weighed.school, weighed],
        )
    if whole == 0:
        return 0, 0
    minutes = services[Service.minutes, service]
    promised = half_up(minutes, served, whole)
    if by_school_days:
        return promised, half_up(minutes, school, whole)
    return promised, promised if some_school else 0
