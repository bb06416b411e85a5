"""Use: where the minutes of each row and period went, written down for statements (ledger.md, 6)."""

from makegood.ledger.columns import (
    DIFFERENT,
    GIVEN,
    GIVEN_DIFFERENTLY,
    INFERRED,
    LEFT_OUT,
    NOT_REGULAR,
    OVER_PROMISE,
    Book,
    Count,
    Log,
    Out,
    Period,
    PeriodSums,
    Service,
    Use,
)
from makegood.ledger.speed import step

from .days import count_days


@step
def write_use(out: Out, row: int, use: int, minutes: int) -> None:
    """Write down where minutes of a row went, if there are any and there is room."""
    if minutes > 0 and out.uses.shape[1] > LEFT_OUT:
        at = out.counts[Count.uses]
        out.uses[Use.row, at] = row
        out.uses[Use.use, at] = use
        out.uses[Use.minutes, at] = minutes
        out.counts[Count.uses] = at + 1


@step
def write_given(book: Book, out: Out, begin: int, end: int, as_of: int, delivered: int, differently: int) -> None:
    """Write down where the minutes of a period's regular rows went: the earliest fill what was due first."""
    log = book.log
    for row in range(begin, end):
        if is_regular(log, row, as_of):
            held, use = log.delivered[row], GIVEN
            if log.mark[row] & DIFFERENT:
                use, counted = GIVEN_DIFFERENTLY, min(held, differently)
                differently -= counted
            else:
                counted = min(held, delivered)
                delivered -= counted
            write_use(out, row, use, counted)
            write_use(out, row, OVER_PROMISE, held - counted)


@step
def is_regular(log: Log, row: int, as_of: int) -> bool:
    """Return whether a row is a regular session that counts."""
    return not log.mark[row] & (NOT_REGULAR | INFERRED) and log.day[row] <= as_of


@step
def write_period(
    book: Book,
    out: Out,
    service: int,
    period: int,
    promised: int,
    due: int,
    delivered: int,
    differently: int,
    extra: int,
    gaps: int,
    still_due: int,
    as_of: int,
) -> None:
    """Write one period down, for statements and windows; gaps are those with a reason or on record."""
    sums, at, services = out.period_sums, out.counts[Count.period_sums], book.services
    calendar, school = services[Service.calendar, service], services[Service.school, service]
    first = max(book.periods[Period.first, period], services[Service.start, service])
    last = min(book.periods[Period.last, period], services[Service.end, service])
    short = due - delivered - differently - still_due
    sums[PeriodSums.service, at] = service
    sums[PeriodSums.period, at] = period
    sums[PeriodSums.promised, at] = promised
    sums[PeriodSums.due, at] = due
    sums[PeriodSums.delivered, at] = delivered
    sums[PeriodSums.delivered_differently, at] = differently
    sums[PeriodSums.still_due, at] = still_due
    sums[PeriodSums.missed, at] = min(short, gaps)
    sums[PeriodSums.unrecorded, at] = max(short - gaps, 0)
    sums[PeriodSums.extra, at] = extra
    sums[PeriodSums.days, at] = count_days(book.calendars, book.days, calendar, school, first, last)
    sums[PeriodSums.elapsed, at] = count_days(book.calendars, book.days, calendar, school, first, min(last, as_of))
    out.counts[Count.period_sums] = at + 1
