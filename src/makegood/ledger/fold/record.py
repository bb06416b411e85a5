"""Record: what was held of what was due (ledger.md, 3)."""

from makegood.ledger.columns import (
    DIFFERENT,
    IN_NO_PERIOD,
    INFERRED,
    LEFT_OUT,
    NONE,
    NOT_REGULAR,
    WITHOUT_REASON,
    Account,
    Book,
    Count,
    Log,
    MakeUp,
    Out,
    Period,
    Service,
    Weighed,
)
from makegood.ledger.speed import step

from .days import school_days_left
from .gaps import explain
from .judge import span_on
from .promise import promise
from .use import is_regular, write_given, write_period, write_use


@step
def hold(log: Log, row: int, row_end: int, last: int, as_of: int) -> tuple[int, int, int, int, int, int, int]:
    """Walk through a period's rows up to a day.

    Rows dated after the as-of date do not count, but for empty slots of days without school in a closed period.

    Returns:
        The first row after them; then, of regular sessions, the minutes held as written and those held differently;
        the minutes of the gaps on record, of the inferred ones with a reason and of those without; then the number of
        sessions that are not regular.
    """
    as_written, different, gaps, inferred, silent, others = 0, 0, 0, 0, 0, 0
    while row < row_end and log.day[row] <= last:
        mark, held = log.mark[row], log.delivered[row]
        if is_regular(log, row, as_of):
            if mark & DIFFERENT:
                different += held
            else:
                as_written += held
            gaps += max(log.planned[row] - held, 0)
        elif mark & INFERRED:
            if mark & WITHOUT_REASON:
                silent += log.planned[row]
            else:
                inferred += log.planned[row]
        elif log.day[row] <= as_of:
            others += 1
        row += 1
    return row, as_written, different, gaps, inferred, silent, others


@step
def set_aside(log: Log, out: Out, service: int, begin: int, end: int, as_of: int) -> None:
    """Keep make-up and compensatory sessions for the settling."""
    for row in range(begin, end):
        if log.mark[row] & NOT_REGULAR and log.day[row] <= as_of:
            at = out.counts[Count.make_ups]
            out.make_ups[MakeUp.row, at] = row
            out.make_ups[MakeUp.service, at] = service
            out.make_ups[MakeUp.left, at] = log.delivered[row]
            out.counts[Count.make_ups] = at + 1


@step
def pass_over(log: Log, out: Out, service: int, row: int, row_end: int, until: int, as_of: int) -> int:
    """Take rows before a day that lie in no period: what was delivered in them is extra."""
    begin = row
    while row < row_end and log.day[row] < until:
        if is_regular(log, row, as_of):
            out.accounts[Account.extra, service] += log.delivered[row]
            out.accounts[Account.in_no_period, service] += 1
            write_use(out, row, IN_NO_PERIOD, log.delivered[row])
        row += 1
    set_aside(log, out, service, begin, row, as_of)
    return row


@step
def account_for_service(book: Book, out: Out, student: int, service: int, as_of: int) -> None:
    """Walk once through a service's periods and rows: what was promised, held, missed and why."""
    services, periods, log, accounts = book.services, book.periods, book.log, out.accounts
    row, row_end = services[Service.row_begin, service], services[Service.row_end, service]
    policy = services[Service.policy, service]
    span, span_end = book.span_begin[policy], book.span_begin[policy + 1]
    weighed, weighed_end = services[Service.weighed_begin, service], services[Service.weighed_end, service]
    is_listed = out.period_sums.shape[1] > LEFT_OUT
    period_begin = services[Service.period_begin, service]
    all_promised, all_due, all_delivered, all_different, all_extra, all_still_due = 0, 0, 0, 0, 0, 0
    for period in range(period_begin, services[Service.period_end, service]):
        first, last = periods[Period.first, period], periods[Period.last, period]
        if first > as_of:
            break
        if row < row_end and log.day[row] < first:
            row = pass_over(log, out, service, row, row_end, first, as_of)

        span = span_on(book.spans, span, span_end, first)
        of_period = NONE
        if weighed < weighed_end and book.weighed[Weighed.nth, weighed] == period - period_begin:
            of_period = weighed
            weighed += 1
        promised, due = promise(book, service, period, span, of_period)
        is_open = last > as_of and school_days_left(book, service, period, as_of) > 0
        begin = row
        row, as_written, different, gaps, inferred, silent, others = hold(
            log, begin, row_end, as_of if is_open else last, as_of
        )
        delivered = min(due, as_written)
        differently = min(due - delivered, different)
        extra = as_written + different - delivered - differently
        shortfall, still_due = due - delivered - differently, 0

        if others > 0:
            set_aside(log, out, service, begin, row, as_of)
        if is_open:
            still_due = shortfall
        if gaps > 0 or shortfall > 0:
            explain(
                book,
                out,
                student,
                service,
                period,
                span,
                begin,
                row,
                due,
                NONE if is_open else shortfall,
                gaps,
                inferred,
                silent,
                as_of,
            )
        if is_listed:
            write_period(
                book,
                out,
                service,
                period,
                promised,
                due,
                delivered,
                differently,
                extra,
                gaps + inferred,
                still_due,
                as_of,
            )
            write_given(book, out, begin, row, as_of, delivered, differently)
        all_promised += promised
        all_due += due
        all_delivered += delivered
        all_different += differently
        all_extra += extra
        all_still_due += still_due
    if row < row_end:
        pass_over(log, out, service, row, row_end, as_of + 1, as_of)
    accounts[Account.promised, service] = all_promised
    accounts[Account.due, service] = all_due
    accounts[Account.delivered, service] = all_delivered
    accounts[Account.delivered_differently, service] = all_different
    accounts[Account.still_due, service] = all_still_due
    accounts[Account.extra, service] += all_extra
