"""The arithmetic of the ledger: one walk over one student's records.

Promise, record, judge, settle: `account_for_student` below is the whole story, and each step is a file of its
own. The same source runs as plain Python and compiled (see `speed`), so it keeps to whole numbers in columns,
and its files import one another relatively: the compiled twin is this package loaded once more. The meaning of
every figure is in docs/ledger.md; where that is silent, docs/decisions/0003 says what was chosen.
"""

from makegood.ledger.columns import NONE, Book, Count, Out, Service, Student
from makegood.ledger.speed import step

from .codes import OWED, TEAM_DECIDES, UNKNOWN
from .judge import place_of
from .record import account_for_service
from .settle import (
    close,
    credit,
    leave_the_rest,
    queue_of,
    settle_awards,
    settle_by_date,
    settle_by_links,
    sort_make_ups,
)

__all__ = ["account_for", "account_for_student"]


@step
def account_for_student(book: Book, out: Out, student: int, as_of: int) -> None:
    """Account for every minute of one student: promise, record and judge, then settle."""
    services, order = book.services, book.log.order
    begin, end = book.students[Student.service_begin, student], book.students[Student.service_end, student]
    miss_begin, payment_begin = out.counts[Count.misses], out.counts[Count.payments]
    out.counts[Count.make_ups] = 0
    out.counts[Count.owed] = 0
    out.counts[Count.waiting] = 0
    for service in range(begin, end):
        account_for_service(book, out, student, service, as_of)
    some_make_ups = out.counts[Count.make_ups] > 0
    if some_make_ups:
        sort_make_ups(book.log, out.make_ups, out.counts[Count.make_ups])
        settle_by_links(book, out, student, miss_begin, as_of)
    for service in range(begin, end):
        type_ = services[Service.type, service]
        if place_of(services, Service.type, begin, service, type_) != NONE:
            continue
        left = 1 if some_make_ups else 0
        for disposition in (OWED, TEAM_DECIDES, UNKNOWN):
            if left > 0 or disposition == OWED:
                length = queue_of(order, services, out, type_, disposition)
                if some_make_ups:
                    left = settle_by_date(book, out, type_, length)
                if disposition == OWED:
                    close(book, out, student, length, as_of)
    if some_make_ups:
        credit(out, payment_begin)
        leave_the_rest(book, out)
        settle_awards(book, out, student)


@step
def account_for(book: Book, out: Out, first: int, last: int, as_of: int) -> None:
    """Account for the students first to last, the last one left out."""
    for student in range(first, last):
        account_for_student(book, out, student, as_of)
