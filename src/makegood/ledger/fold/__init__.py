"""The arithmetic of the ledger: one walk over one student's records.

Promise, record, judge, settle: `account_for_student` below is the whole story, and each step is a file of its
own. The same source runs as plain Python and compiled (see `speed`), so it keeps to whole numbers in columns,
and its files import one another relatively: the compiled twin is this package loaded once more. The meaning of
every figure is in docs/ledger.md; where that is silent, docs/decisions/0003 says what was chosen.
"""

from makegood.ledger.columns import Book, Count, Out, Service, Student
from makegood.ledger.speed import step

from .codes import OWED, TEAM_DECIDES, UNKNOWN
from .order import end_of_kind, make_ups_by_type, sort_make_ups, sort_misses, type_of_make_up
from .record import account_for_service
from .settle import close, credit, leave_the_rest, settle_awards, settle_by_date, settle_by_links

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
    owed_count, waiting_count, queued = out.counts[Count.owed], out.counts[Count.waiting], 0
    sort_misses(order, services, out.misses, out.owed, owed_count)
    if some_make_ups:
        sort_misses(order, services, out.misses, out.waiting, waiting_count)
        sort_make_ups(book.log, out.make_ups, out.counts[Count.make_ups])
        settle_by_links(book, out, student, miss_begin, as_of)
        queued = make_ups_by_type(book.log, services, out.make_ups, out.counts[Count.make_ups], out.queue)
    owed, waiting, turn = 0, 0, 0
    for type_ in range(begin, end):
        if services[Service.type, type_] != type_:
            continue  # a type bears the number of its first service, and was settled there
        first = turn
        while turn < queued and type_of_make_up(services, out.make_ups, out.queue[turn]) == type_:
            turn += 1
        owed_begin = owed
        owed = end_of_kind(services, out.misses, out.owed, owed, owed_count, type_, OWED)
        left = settle_by_date(book, out, out.owed, owed_begin, owed, first, turn)
        close(book, out, student, owed_begin, owed, as_of)
        if some_make_ups:
            for disposition in (TEAM_DECIDES, UNKNOWN):
                waiting_begin = waiting
                waiting = end_of_kind(services, out.misses, out.waiting, waiting, waiting_count, type_, disposition)
                if left > 0:
                    left = settle_by_date(book, out, out.waiting, waiting_begin, waiting, first, turn)
    if some_make_ups:
        credit(out, miss_begin, payment_begin)
        leave_the_rest(book, out)
        settle_awards(book, out, student)


@step
def account_for(book: Book, out: Out, first: int, last: int, as_of: int) -> None:
    """Account for the students first to last, the last one left out."""
    for student in range(first, last):
        account_for_student(book, out, student, as_of)
