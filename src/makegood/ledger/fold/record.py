"""Record: what was held of what was due, and on which gaps the rest is laid (ledger.md, 3)."""

from makegood.ledger.columns import (
    DIFFERENT,
    INFERRED,
    NONE,
    NOT_REGULAR,
    Book,
    Out,
)
from makegood.ledger.speed import step

from .codes import ALL_REASONS, MAKE_UPS, SPANS, UNRECORDED
from .days import counted_days
from .judge import judge
from .promise import promise


@step
def lay_on_gaps(
    book: Book,
    out: Out,
    student: int,
    service: int,
    begin: int,
    end: int,
    shortfall: int,
    gaps: int,
    period_last: int,
) -> None:
    """Lay a closed period's shortfall on the gaps of its regular sessions, newest first.

    Told forwards: what of the gaps is not short was cured by other sessions, and cures the oldest
    gaps first. What no gap explains is unrecorded, dated the period's last day.
    """
    log, accounts = book.log, out.accounts
    missed = min(shortfall, gaps)
    cured = gaps - missed
    for row in range(begin, end):
        gap = log.planned[row] - log.delivered[row]
        if gap <= 0 or log.mark[row] & NOT_REGULAR:
            continue
        cured_here = min(gap, cured)
        cured -= cured_here
        minutes = gap - cured_here
        reason = log.reason[row]
        accounts.missed_by_reason[service * ALL_REASONS + reason] += minutes
        judge(book, out, student, service, row, log.day[row], reason, gap, minutes, period_last)
    accounts.missed[service] += missed
    unrecorded = shortfall - missed
    accounts.unrecorded[service] += unrecorded
    if unrecorded > 0:
        judge(
            book, out, student, service, NONE, period_last, UNRECORDED,
            unrecorded, unrecorded, period_last,
        )  # fmt: skip


@step
def take_outside(book: Book, out: Out, service: int, row: int) -> None:
    """Take a row into account that is no part of a period's regular sessions."""
    mark = book.log.mark[row]
    scratch = out.scratch
    if mark & NOT_REGULAR:
        at = scratch.counts[MAKE_UPS]
        scratch.make_up[at] = row
        scratch.make_up_service[at] = service
        scratch.make_up_left[at] = book.log.delivered[row]
        scratch.counts[MAKE_UPS] = at + 1
    elif not mark & INFERRED:
        out.accounts.extra[service] += book.log.delivered[row]
        out.accounts.in_no_period[service] += 1


@step
def hold(book: Book, out: Out, service: int, row: int, last: int) -> tuple[int, int, int, int]:
    """Walk through a period's rows up to its last day; sessions that are not regular wait.

    Returns:
        The first row after them, then the minutes held as written, those held differently, and those of the gaps.
    """
    log, row_end = book.log, book.services.row_end[service]
    as_written, different, gaps = 0, 0, 0
    while row < row_end and log.day[row] <= last:
        mark, held = log.mark[row], log.delivered[row]
        if mark & NOT_REGULAR:
            take_outside(book, out, service, row)
        else:
            if mark & DIFFERENT:
                different += held
            else:
                as_written += held
            gaps += max(log.planned[row] - held, 0)
        row += 1
    return row, as_written, different, gaps


@step
def write_span(
    book: Book,
    out: Out,
    student: int,
    service: int,
    period: int,
    promised: int,
    due: int,
    delivered: int,
    differently: int,
    extra: int,
    gaps: int,
    as_of: int,
) -> None:
    """Write one period down, for statements and windows."""
    spans = out.spans
    at = out.scratch.counts[SPANS]
    services, calendar = book.services, book.students.calendar[student]
    first = max(book.period_first[period], services.start[service])
    last = min(book.period_last[period], services.end[service])
    short = due - delivered - differently
    open_ = book.period_last[period] > as_of
    spans.service[at] = service
    spans.period[at] = period
    spans.promised[at] = promised
    spans.due[at] = due
    spans.delivered[at] = delivered
    spans.delivered_differently[at] = differently
    spans.still_due[at] = short if open_ else 0
    spans.missed[at] = 0 if open_ else min(short, gaps)
    spans.unrecorded[at] = 0 if open_ else max(short - gaps, 0)
    spans.extra[at] = extra
    spans.days[at] = counted_days(book, calendar, service, first, last)
    spans.elapsed[at] = counted_days(book, calendar, service, first, min(last, as_of))
    out.scratch.counts[SPANS] = at + 1


@step
def account_for_service(book: Book, out: Out, student: int, service: int, as_of: int) -> None:
    """Walk once through a service's periods and rows: what was promised, held, missed and why."""
    services, log, accounts = book.services, book.log, out.accounts
    row, row_end = services.row_begin[service], services.row_end[service]
    for period in range(services.period_begin[service], services.period_end[service]):
        first, last = book.period_first[period], book.period_last[period]
        if first > as_of:
            break
        while row < row_end and log.day[row] < first:
            take_outside(book, out, service, row)
            row += 1

        promised, due = promise(book, student, service, period)
        begin = row
        row, as_written, different, gaps = hold(book, out, service, begin, min(last, as_of))
        delivered = min(due, as_written)
        differently = min(due - delivered, different)
        extra = as_written + different - delivered - differently
        shortfall = due - delivered - differently

        accounts.promised[service] += promised
        accounts.due[service] += due
        accounts.delivered[service] += delivered
        accounts.delivered_differently[service] += differently
        accounts.extra[service] += extra
        if last > as_of:
            accounts.still_due[service] += shortfall
        elif gaps > 0 or shortfall > 0:
            lay_on_gaps(book, out, student, service, begin, row, shortfall, gaps, last)
        if len(out.spans.service) > 0:
            write_span(book, out, student, service, period, promised, due, delivered, differently, extra, gaps, as_of)
    while row < row_end and log.day[row] <= as_of:
        take_outside(book, out, service, row)
        row += 1
