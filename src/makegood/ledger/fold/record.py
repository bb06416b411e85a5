"""Record: what was held of what was due, and on which gaps the rest is laid (ledger.md, 3)."""

from makegood.ledger.columns import (
    DIFFERENT,
    INFERRED,
    NONE,
    NOT_REGULAR,
    Account,
    Book,
    Count,
    Log,
    MakeUp,
    Out,
    Period,
    Service,
    Student,
    Told,
)
from makegood.ledger.speed import step

from .codes import UNRECORDED
from .days import count_days
from .judge import judge, span_on
from .promise import promise


@step
def hold(log: Log, row: int, row_end: int, last: int) -> tuple[int, int, int, int, int]:
    """Walk through a period's rows up to its last day.

    Returns:
        The first row after them; then, of regular sessions, the minutes held as written, those held differently
        and those of the gaps; then the number of sessions that are not regular.
    """
    as_written, different, gaps, others = 0, 0, 0, 0
    while row < row_end and log.day[row] <= last:
        mark, held = log.mark[row], log.delivered[row]
        if mark & NOT_REGULAR:
            others += 1
        else:
            if mark & DIFFERENT:
                different += held
            else:
                as_written += held
            gaps += max(log.planned[row] - held, 0)
        row += 1
    return row, as_written, different, gaps, others


@step
def set_aside(log: Log, out: Out, service: int, begin: int, end: int) -> None:
    """Keep make-up and compensatory sessions for the settling."""
    for row in range(begin, end):
        if log.mark[row] & NOT_REGULAR:
            at = out.counts[Count.make_ups]
            out.make_ups[MakeUp.row, at] = row
            out.make_ups[MakeUp.service, at] = service
            out.make_ups[MakeUp.left, at] = log.delivered[row]
            out.counts[Count.make_ups] = at + 1


@step
def pass_over(log: Log, out: Out, service: int, row: int, row_end: int, until: int) -> int:
    """Take rows before a day that lie in no period: what was delivered in them is extra."""
    begin = row
    while row < row_end and log.day[row] < until:
        if not log.mark[row] & (NOT_REGULAR | INFERRED):
            out.accounts[Account.extra, service] += log.delivered[row]
            out.accounts[Account.in_no_period, service] += 1
        row += 1
    set_aside(log, out, service, begin, row)
    return row


@step
def lay_on_gaps(
    book: Book,
    out: Out,
    student: int,
    service: int,
    span: int,
    begin: int,
    end: int,
    shortfall: int,
    gaps: int,
    last: int,
) -> None:
    """Lay a closed period's shortfall on the gaps of its regular sessions, newest first.

    Told forwards: what of the gaps is not short was cured by other sessions, and cures the oldest gaps first.
    What no gap explains is unrecorded, dated the period's last day.
    """
    log, span_end = book.log, book.span_begin[book.students[Student.policy, student] + 1]
    missed = min(shortfall, gaps)
    cured = gaps - missed
    for row in range(begin, end):
        gap = log.planned[row] - log.delivered[row]
        if gap <= 0 or log.mark[row] & NOT_REGULAR:
            continue
        cured_here = min(gap, cured)
        cured -= cured_here
        minutes, reason = gap - cured_here, log.reason[row]
        out.missed_by_reason[reason, service] += minutes
        span = span_on(book.spans, span, span_end, log.day[row])
        judge(book, out, student, service, span, row, log.day[row], reason, gap, minutes, last)
    unrecorded = shortfall - missed
    if unrecorded > 0:
        span = span_on(book.spans, span, span_end, last)
        judge(book, out, student, service, span, NONE, last, UNRECORDED, unrecorded, unrecorded, last)
    out.accounts[Account.missed, service] += missed
    out.accounts[Account.unrecorded, service] += unrecorded


@step
def tell(
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
    told, at, services = out.told, out.counts[Count.told], book.services
    calendar, counted = book.students[Student.calendar, student], services[Service.counts, service]
    period_last = book.periods[Period.last, period]
    first = max(book.periods[Period.first, period], services[Service.start, service])
    last = min(period_last, services[Service.end, service])
    short = due - delivered - differently
    is_open = period_last > as_of
    told[Told.service, at] = service
    told[Told.period, at] = period
    told[Told.promised, at] = promised
    told[Told.due, at] = due
    told[Told.delivered, at] = delivered
    told[Told.delivered_differently, at] = differently
    told[Told.still_due, at] = short if is_open else 0
    told[Told.missed, at] = 0 if is_open else min(short, gaps)
    told[Told.unrecorded, at] = 0 if is_open else max(short - gaps, 0)
    told[Told.extra, at] = extra
    told[Told.days, at] = count_days(book.calendars, book.days, calendar, counted, first, last)
    told[Told.elapsed, at] = count_days(book.calendars, book.days, calendar, counted, first, min(last, as_of))
    out.counts[Count.told] = at + 1


@step
def account_for_service(book: Book, out: Out, student: int, service: int, as_of: int) -> None:
    """Walk once through a service's periods and rows: what was promised, held, missed and why."""
    services, periods, log, accounts = book.services, book.periods, book.log, out.accounts
    row, row_end = services[Service.row_begin, service], services[Service.row_end, service]
    policy = book.students[Student.policy, student]
    span, span_end = book.span_begin[policy], book.span_begin[policy + 1]
    is_told = out.told.shape[1] > 0
    all_promised, all_due, all_delivered, all_different, all_extra, still_due = 0, 0, 0, 0, 0, 0
    for period in range(services[Service.period_begin, service], services[Service.period_end, service]):
        first, last = periods[Period.first, period], periods[Period.last, period]
        if first > as_of:
            break
        if row < row_end and log.day[row] < first:
            row = pass_over(log, out, service, row, row_end, first)

        span = span_on(book.spans, span, span_end, first)
        promised, due = promise(book, student, service, period, span)
        begin = row
        row, as_written, different, gaps, others = hold(log, begin, row_end, min(last, as_of))
        delivered = min(due, as_written)
        differently = min(due - delivered, different)
        extra = as_written + different - delivered - differently
        shortfall = due - delivered - differently

        if others > 0:
            set_aside(log, out, service, begin, row)
        if last > as_of:
            still_due += shortfall
        elif gaps > 0 or shortfall > 0:
            lay_on_gaps(book, out, student, service, span, begin, row, shortfall, gaps, last)
        if is_told:
            tell(book, out, student, service, period, promised, due, delivered, differently, extra, gaps, as_of)
        all_promised += promised
        all_due += due
        all_delivered += delivered
        all_different += differently
        all_extra += extra
    if row < row_end:
        pass_over(log, out, service, row, row_end, as_of + 1)
    accounts[Account.promised, service] = all_promised
    accounts[Account.due, service] = all_due
    accounts[Account.delivered, service] = all_delivered
    accounts[Account.delivered_differently, service] = all_different
    accounts[Account.still_due, service] = still_due
    accounts[Account.extra, service] += all_extra
