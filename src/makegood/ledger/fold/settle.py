"""Settle: which make-up settles which miss, and what awards were given (ledger.md, 5)."""

from makegood.ledger.columns import (
    COMPENSATORY,
    COUNTED,
    CREDITED,
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
    Log,
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

from .codes import NOT_OWED, OWED, UNRECORDED
from .days import school_days_left
from .judge import place_of, write_miss
from .use import write_use


@step
def session_comes_first(log: Log, row: int, other: int) -> bool:
    """Return whether one session comes before another: by date, then session_id."""
    if log.day[row] != log.day[other]:
        return log.day[row] < log.day[other]
    return log.order[row] < log.order[other]


@step
def miss_comes_first(order: Ints, misses: Cells, miss: int, other: int) -> bool:
    """Return whether one miss settles before another.

    The earlier one does; on one date those on record by session_id, then inferred ones with a reason, then unrecorded
    ones, each by service and start_time.
    """
    if misses[Miss.day, miss] != misses[Miss.day, other]:
        return misses[Miss.day, miss] < misses[Miss.day, other]
    silent, other_silent = misses[Miss.reason, miss] == UNRECORDED, misses[Miss.reason, other] == UNRECORDED
    if silent != other_silent:
        return other_silent
    if misses[Miss.inferred, miss] != misses[Miss.inferred, other] and not silent:
        return misses[Miss.inferred, miss] == 0
    if misses[Miss.service, miss] != misses[Miss.service, other] and (silent or misses[Miss.inferred, miss] == 1):
        return misses[Miss.service, miss] < misses[Miss.service, other]
    row, other_row = misses[Miss.row, miss], misses[Miss.row, other]
    if row == NONE or other_row == NONE:
        return row != NONE
    return order[row] < order[other_row]


@step
def sort_make_ups(log: Log, make_ups: Cells, length: int) -> None:
    """Put a student's make-ups and compensatory sessions in order; they mostly are."""
    for place in range(1, length):
        row, service, left = (
            make_ups[MakeUp.row, place],
            make_ups[MakeUp.service, place],
            make_ups[MakeUp.left, place],
        )
        at = place
        while at > 0 and session_comes_first(log, row, make_ups[MakeUp.row, at - 1]):
            make_ups[MakeUp.row, at] = make_ups[MakeUp.row, at - 1]
            make_ups[MakeUp.service, at] = make_ups[MakeUp.service, at - 1]
            make_ups[MakeUp.left, at] = make_ups[MakeUp.left, at - 1]
            at -= 1
        make_ups[MakeUp.row, at] = row
        make_ups[MakeUp.service, at] = service
        make_ups[MakeUp.left, at] = left


@step
def queue_of(order: Ints, services: Cells, out: Out, type_: int, disposition: int) -> int:
    """Put a student's misses of one service type and disposition in the order in which they settle."""
    misses, queue = out.misses, out.queue
    among, count = out.owed, out.counts[Count.owed]
    if disposition != OWED:
        among, count = out.waiting, out.counts[Count.waiting]
    length = 0
    for place in range(count):
        miss = among[place]
        if misses[Miss.disposition, miss] != disposition or services[Service.type, misses[Miss.service, miss]] != type_:
            continue
        at = length
        while at > 0 and miss_comes_first(order, misses, miss, queue[at - 1]):
            queue[at] = queue[at - 1]
            at -= 1
        queue[at] = miss
        length += 1
    return length


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
    if payments.shape[1] > 0:
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
def still_runs(book: Book, student: int, row: int, as_of: int) -> bool:
    """Return whether a regular row lies in a period of its service that is open, or not yet begun."""
    services, periods, day = book.services, book.periods, book.log.day[row]
    for service in range(book.students[Student.service_begin, student], book.students[Student.service_end, student]):
        if services[Service.row_begin, service] <= row < services[Service.row_end, service]:
            for period in range(services[Service.period_begin, service], services[Service.period_end, service]):
                if periods[Period.first, period] <= day <= periods[Period.last, period]:
                    begun = periods[Period.first, period] <= as_of
                    return not begun or school_days_left(book, service, period, as_of) > 0
    return False


@step
def open_miss_of(out: Out, row: int) -> int:
    """Return the miss of a row that a make-up can settle, or NONE; a row has one at most."""
    for place in range(out.counts[Count.owed]):
        if out.misses[Miss.row, out.owed[place]] == row:
            return out.owed[place]
    for place in range(out.counts[Count.waiting]):
        if out.misses[Miss.row, out.waiting[place]] == row:
            return out.waiting[place]
    return NONE


@step
def is_not_owed(out: Out, miss_begin: int, row: int) -> bool:
    """Return whether what is missed of a row is not owed."""
    misses = out.misses
    for miss in range(miss_begin, out.counts[Count.misses]):
        if misses[Miss.row, miss] == row and misses[Miss.minutes, miss] > 0:
            return misses[Miss.disposition, miss] == NOT_OWED
    return False


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
        miss = open_miss_of(out, named)
        if miss != NONE:
            pay(out, make_up, miss)
        elif is_not_owed(out, miss_begin, named):
            leave_as_extra(out, make_up, NAMES_NOT_OWED)
        elif still_runs(book, student, named, as_of):
            leave_as_extra(out, make_up, WAITING)


@step
def settle_by_date(book: Book, out: Out, type_: int, length: int) -> int:
    """Then make-ups, oldest first, settle the oldest misses of the queue dated on or before them.

    Returns:
        The minutes that are left of the make-ups of the service type.
    """
    make_ups, misses, queue, log = out.make_ups, out.misses, out.queue, book.log
    place, left = 0, 0
    for make_up in range(out.counts[Count.make_ups]):
        service, row = make_ups[MakeUp.service, make_up], make_ups[MakeUp.row, make_up]
        if not log.mark[row] & MAKE_UP or book.services[Service.type, service] != type_:
            continue
        while place < length and make_ups[MakeUp.left, make_up] > 0 and misses[Miss.day, queue[place]] <= log.day[row]:
            pay(out, make_up, queue[place])
            if left_of(misses, queue[place]) == 0:
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
def credit(out: Out, payment_begin: int) -> None:
    """What was made up of misses that wait for a decision, or are unknown, is owed and made up; the rest stays."""
    misses, payments = out.misses, out.payments
    for place in range(out.counts[Count.waiting]):
        miss = out.waiting[place]
        made_up, service = misses[Miss.made_up, miss], misses[Miss.service, miss]
        if made_up == 0:
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
        misses[Miss.made_up, miss] = 0
        for payment in range(payment_begin, out.counts[Count.payments]):
            if payments[Payment.miss, payment] == miss:
                payments[Payment.miss, payment] = at


@step
def is_declined(declined: Ints, begin: int, end: int, row: int) -> bool:
    """Return whether a make-up of a row was offered and declined."""
    for place in range(begin, end):
        if declined[place] == row:
            return row != NONE
    return False


@step
def close(book: Book, out: Out, student: int, length: int, as_of: int) -> None:
    """Release what a declined offer releases; the rest is open, or overdue past its deadline."""
    students, misses, accounts = book.students, out.misses, out.accounts
    begin, end = students[Student.declined_begin, student], students[Student.declined_end, student]
    for place in range(length):
        miss = out.queue[place]
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
