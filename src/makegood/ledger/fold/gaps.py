"""Gaps: on which of a period's gaps its shortfall is laid (ledger.md, 3)."""

from makegood.ledger.columns import (
    COUNTED,
    CURED,
    INFERRED,
    NONE,
    NOT_DUE,
    NOT_REGULAR,
    PENDING,
    WITHOUT_REASON,
    Account,
    Book,
    Out,
    Period,
    Service,
)
from makegood.ledger.speed import step

from .codes import UNRECORDED
from .days import count_days, last_school_day
from .judge import judge, span_on
from .use import is_regular


@step
def show_pending(book: Book, out: Out, student: int, service: int, span: int, begin: int, end: int, as_of: int) -> None:
    """List the gaps on record of an open period: they are on record, and not yet counted."""
    log, services = book.log, book.services
    span_end = book.span_begin[services[Service.policy, service] + 1]
    for row in range(begin, end):
        gap = log.planned[row] - log.delivered[row]
        if gap > 0 and is_regular(log, row, as_of):
            day = log.day[row]
            span = span_on(book.spans, span, span_end, day)
            judge(book, out, student, service, span, row, day, log.reason[row], gap, 0, NONE, PENDING)


@step
def lay_on_gaps(
    book: Book,
    out: Out,
    student: int,
    service: int,
    period: int,
    span: int,
    begin: int,
    end: int,
    due: int,
    shortfall: int,
    on_record: int,
    inferred: int,
    silent: int,
    as_of: int,
) -> None:
    """Lay a closed period's shortfall on its gaps: those on record first, then inferred ones; each newest first.

    Walked through forwards: what of the gaps is not short was cured by other sessions, and cures the oldest gaps
    first. Inferred gaps without a reason, and what no gap explains, are unrecorded.
    """
    log, services = book.log, book.services
    span_end = book.span_begin[services[Service.policy, service] + 1]
    laid = min(shortfall, on_record)
    laid_inferred = min(shortfall - laid, inferred)
    laid_silent = min(shortfall - laid - laid_inferred, silent)
    rest = shortfall - laid - laid_inferred - laid_silent
    cured, cured_inferred, cured_silent = on_record - laid, inferred - laid_inferred, silent - laid_silent
    last = book.periods[Period.last, period]
    for row in range(begin, end):
        gap = log.planned[row] - log.delivered[row]
        if gap <= 0:
            continue
        mark, day, reason = log.mark[row], log.day[row], log.reason[row]
        if mark & NOT_REGULAR or (day > as_of and not mark & INFERRED):
            continue
        if not mark & INFERRED:
            cured_here = min(gap, cured)
            cured -= cured_here
        elif mark & WITHOUT_REASON:
            cured_here = min(gap, cured_silent)
            cured_silent -= cured_here
        else:
            cured_here = min(gap, cured_inferred)
            cured_inferred -= cured_here
        minutes, state = gap - cured_here, COUNTED
        if minutes == 0:
            if mark & (INFERRED | WITHOUT_REASON):
                continue
            calendar, school = services[Service.calendar, service], services[Service.school, service]
            had_school = count_days(book.calendars, book.days, calendar, school, day, day) > 0
            state = CURED if due > 0 and had_school else NOT_DUE
        elif not (mark & INFERRED and mark & WITHOUT_REASON):
            out.missed_by_reason[reason, service] += minutes
        span = span_on(book.spans, span, span_end, day)
        judge(book, out, student, service, span, row, day, reason, gap, minutes, last, state)
    if rest > 0:
        first = max(book.periods[Period.first, period], services[Service.start, service])
        day = last_school_day(book, service, first, min(last, services[Service.end, service]))
        span = span_on(book.spans, book.span_begin[services[Service.policy, service]], span_end, day)
        judge(book, out, student, service, span, NONE, day, UNRECORDED, rest, rest, last, COUNTED)
    out.accounts[Account.missed, service] += laid + laid_inferred
    out.accounts[Account.unrecorded, service] += laid_silent + rest


@step
def explain(
    book: Book,
    out: Out,
    student: int,
    service: int,
    period: int,
    span: int,
    begin: int,
    end: int,
    due: int,
    shortfall: int,
    on_record: int,
    inferred: int,
    silent: int,
    as_of: int,
) -> None:
    """Lay a closed period's shortfall on its gaps; of an open one, whose shortfall is NONE, show them as pending."""
    if shortfall == NONE:
        show_pending(book, out, student, service, span, begin, end, as_of)
    else:
        lay_on_gaps(
            book, out, student, service, period, span, begin, end, due, shortfall, on_record, inferred, silent, as_of
        )
