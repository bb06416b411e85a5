"""Settle: which make-up settles which miss, and what awards were given (ledger.md, 5)."""

from makegood.ledger.columns import (
    COMPENSATORY,
    COUNTED,
    CREDITED,
    LEFT_OUT,
    MAKE_UP,
    NAMES_NOT_OWED,
    NONE,
    NOT_REGULAR,
    NOTHING_TO_SETTLE,
    OVER_AWARD,
    UNDER_AWARD,
    WAITING,
    Account,
    Book,
    Cells,
    Count,
    Ints,
    Link,
    MakeUp,
    Miss,
    Out,
    Payment,
    Period,
    Rule,
    Service,
    Student,
)
from makegood.ledger.columns import MADE_UP as USED_AS_MADE_UP
from makegood.ledger.speed import step

from .codes import NOT_OWED, OWED
from .days import school_days_left
from .judge import place_from, place_of, write_miss
from .use import write_use


@step
def left_of(misses: Cells, miss: int) -> int:
    """Return how many minutes of a miss a make-up can still settle: of one that is not judged owed, any not made up."""
    if misses[Miss.disposition, miss] == OWED:
        return misses[Miss.open, miss]
    return misses[Miss.minutes, miss] - misses[Miss.made_up, miss]


@step
def pay(out: Out, make_up: int, miss: int) -> None:
    """Settle as much of a miss as a make-up has left."""
    misses, payments = out.misses, out.payments
    minutes = min(out.make_ups[MakeUp.left, make_up], left_of(misses, miss))
    if minutes == 0:
        return
    out.make_ups[MakeUp.left, make_up] -= minutes
    if misses[Miss.disposition, miss] == OWED:
        misses[Miss.open, miss] -= minutes
    misses[Miss.made_up, miss] += minutes
    out.accounts[Account.made_up, misses[Miss.service, miss]] += minutes
    write_use(out, out.make_ups[MakeUp.row, make_up], USED_AS_MADE_UP, minutes)
    if payments.shape[1] > LEFT_OUT:
        at = out.counts[Count.payments]
        payments[Payment.row, at] = out.make_ups[MakeUp.row, make_up]
        payments[Payment.miss, at] = miss
        payments[Payment.minutes, at] = minutes
        out.counts[Count.payments] = at + 1


@step
def leave_as_extra(out: Out, make_up: int, why: int) -> None:
    """Take what is left of a make-up as extra."""
    minutes = out.make_ups[MakeUp.left, make_up]
    out.accounts[Account.extra, out.make_ups[MakeUp.service, make_up]] += minutes
    write_use(out, out.make_ups[MakeUp.row, make_up], why, minutes)
    out.make_ups[MakeUp.left, make_up] = 0


@step
def service_of(book: Book, student: int, row: int) -> int:
    """Return the student's service in whose rows a row lies, or NONE."""
    services = book.services
    begin, end = book.students[Student.service_begin, student], book.students[Student.service_end, student]
    service = place_from(services, Service.row_begin, begin, end, row + 1) - 1
    return service if service >= begin and row < services[Service.row_end, service] else NONE


@step
def still_runs(book: Book, service: int, row: int, as_of: int) -> bool:
    """Return whether a regular row lies in a period of its service that is open, or not yet begun."""
    services, periods, day = book.services, book.periods, book.log.day[row]
    for period in range(services[Service.period_begin, service], services[Service.period_end, service]):
        if periods[Period.first, period] <= day <= periods[Period.last, period]:
            begun = periods[Period.first, period] <= as_of
            return not begun or school_days_left(book, service, period, as_of) > 0
    return False


@step
def miss_of(out: Out, miss_begin: int, service: int, row: int) -> int:
    """Return the first miss of a service's row that has minutes, or NONE; a student's misses lie by service."""
    misses, end = out.misses, out.counts[Count.misses]
    miss = place_from(misses, Miss.service, miss_begin, end, service)
    while miss < end and misses[Miss.service, miss] == service:
        if misses[Miss.row, miss] == row and misses[Miss.minutes, miss] > 0:
            return miss
        miss += 1
    return NONE


@step
def settle_by_links(book: Book, out: Out, student: int, miss_begin: int, as_of: int) -> None:
    """First every make-up that names a miss settles it, oldest make-up first.

    One that names a miss of which nothing is owed, waiting or unknown, because it is not owed, settles nothing else.
    One that names a row of a period that still runs waits.
    """
    begin, end = book.students[Student.link_begin, student], book.students[Student.link_end, student]
    if begin == end:
        return
    for make_up in range(out.counts[Count.make_ups]):
        row = out.make_ups[MakeUp.row, make_up]
        link = place_of(book.links, Link.row, begin, end, row)
        if link == NONE or not book.log.mark[row] & MAKE_UP:
            continue
        named = book.links[Link.names, link]
        if named == NONE or book.log.mark[named] & NOT_REGULAR:
            continue
        service = service_of(book, student, named)
        if service == NONE:
            continue
        miss = miss_of(out, miss_begin, service, named)
        if miss == NONE:
            if still_runs(book, service, named, as_of):
                leave_as_extra(out, make_up, WAITING)
        elif out.misses[Miss.disposition, miss] == NOT_OWED:
            leave_as_extra(out, make_up, NAMES_NOT_OWED)
        else:
            pay(out, make_up, miss)


@step
def settle_by_date(book: Book, out: Out, among: Ints, begin: int, end: int, first: int, last: int) -> int:
    """Then make-ups, oldest first, settle the oldest misses dated on or before them.

    Args:
        book: What is read.
        out: What is written.
        among: The misses; those of the make-ups' service type and of one disposition lie from begin to end.
        begin: Where these begin.
        end: Where they end.
        first: Where the service type's make-ups begin in the queue.
        last: Where they end.

    Returns:
        The minutes that are left of the make-ups.
    """
    make_ups, misses, log = out.make_ups, out.misses, book.log
    place, left = begin, 0
    for turn in range(first, last):
        make_up = out.queue[turn]
        day = log.day[make_ups[MakeUp.row, make_up]]
        while place < end and make_ups[MakeUp.left, make_up] > 0 and misses[Miss.day, among[place]] <= day:
            pay(out, make_up, among[place])
            if left_of(misses, among[place]) == 0:
                place += 1
        left += make_ups[MakeUp.left, make_up]
    return left


@step
def leave_the_rest(book: Book, out: Out) -> None:
    """What finds nothing to settle is extra."""
    for make_up in range(out.counts[Count.make_ups]):
        if book.log.mark[out.make_ups[MakeUp.row, make_up]] & MAKE_UP:
            leave_as_extra(out, make_up, NOTHING_TO_SETTLE)


@step
def credit(out: Out, miss_begin: int, payment_begin: int) -> None:
    """What was made up of misses that wait for a decision, or are unknown, is owed and made up; the rest stays."""
    misses, payments = out.misses, out.payments
    miss_end = out.counts[Count.misses]
    for miss in range(miss_begin, miss_end):
        made_up, service = misses[Miss.made_up, miss], misses[Miss.service, miss]
        if made_up == 0 or misses[Miss.disposition, miss] == OWED:
            continue
        out.accounts[Account.owed + misses[Miss.disposition, miss], service] -= made_up
        out.accounts[Account.owed, service] += made_up
        if made_up == misses[Miss.minutes, miss]:
            misses[Miss.disposition, miss] = OWED
            misses[Miss.rule, miss] = CREDITED
            misses[Miss.decided, miss] = NONE
            continue
        at = out.counts[Count.misses]
        write_miss(
            out,
            service,
            misses[Miss.row, miss],
            misses[Miss.inferred, miss],
            misses[Miss.day, miss],
            misses[Miss.reason, miss],
            misses[Miss.gap, miss],
            made_up,
            OWED,
            NONE,
            CREDITED,
            NONE,
            COUNTED,
        )
        misses[Miss.open, at] = 0
        misses[Miss.made_up, at] = made_up
        misses[Miss.minutes, miss] -= made_up
        # Until its payments are moved, it tells below zero where they go.
        misses[Miss.made_up, miss] = -at
    if out.counts[Count.misses] > miss_end:
        for payment in range(payment_begin, out.counts[Count.payments]):
            at = -misses[Miss.made_up, payments[Payment.miss, payment]]
            if at > 0:
                payments[Payment.miss, payment] = at
        for miss in range(miss_begin, miss_end):
            misses[Miss.made_up, miss] = max(misses[Miss.made_up, miss], 0)


@step
def is_declined(declined: Ints, begin: int, end: int, row: int) -> bool:
    """Return whether a make-up of a row was offered and declined; the rows ascend."""
    after = end
    while begin < end:
        middle = (begin + end) // 2
        if declined[middle] < row:
            begin = middle + 1
        else:
            end = middle
    return begin < after and declined[begin] == row and row != NONE


@step
def close(book: Book, out: Out, student: int, first: int, last: int, as_of: int) -> None:
    """Release of the owed misses first to last what a declined offer releases; the rest is open, or overdue."""
    students, misses, accounts = book.students, out.misses, out.accounts
    begin, end = students[Student.declined_begin, student], students[Student.declined_end, student]
    for place in range(first, last):
        miss = out.owed[place]
        service, left = misses[Miss.service, miss], misses[Miss.open, miss]
        releases = book.rules[Rule.releases, misses[Miss.rule, miss]]
        if left > 0 and releases and is_declined(book.declined, begin, end, misses[Miss.row, miss]):
            misses[Miss.released, miss] = left
            misses[Miss.open, miss] = 0
            accounts[Account.released, service] += left
            left = 0
        due_by = misses[Miss.due_by, miss]
        if due_by != NONE and due_by < as_of:
            accounts[Account.overdue, service] += left
        else:
            accounts[Account.open, service] += left


@step
def settle_awards(book: Book, out: Out, student: int) -> None:
    """Let compensatory sessions fill the awards that they name, never beyond."""
    students, make_ups, accounts = book.students, out.make_ups, out.accounts
    begin, end = students[Student.link_begin, student], students[Student.link_end, student]
    for place in range(out.counts[Count.make_ups]):
        row, service = make_ups[MakeUp.row, place], make_ups[MakeUp.service, place]
        if not book.log.mark[row] & COMPENSATORY:
            continue
        held = book.log.delivered[row]
        link = place_of(book.links, Link.row, begin, end, row)
        counted = 0
        if link != NONE and book.links[Link.names, link] != NONE:
            award = book.links[Link.names, link]
            counted = min(held, book.award_minutes[award] - out.award_delivered[award])
            out.award_delivered[award] += counted
        accounts[Account.compensatory, service] += counted
        accounts[Account.extra, service] += held - counted
        write_use(out, row, UNDER_AWARD, counted)
        write_use(out, row, OVER_AWARD, held - counted)
