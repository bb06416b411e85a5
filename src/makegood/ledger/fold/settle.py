"""Settle: owed minutes and make-ups meet, per student and service type (ledger.md, 5)."""

from makegood.ledger.columns import (
    COMPENSATORY,
    MAKE_UP,
    NONE,
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
    Rule,
    Service,
    Student,
)
from makegood.ledger.speed import step

from .judge import place_of


@step
def session_comes_first(log: Log, row: int, other: int) -> bool:
    """Return whether one session comes before another: by date, then session_id."""
    if log.day[row] != log.day[other]:
        return log.day[row] < log.day[other]
    return log.order[row] < log.order[other]


@step
def miss_comes_first(order: Ints, misses: Cells, miss: int, other: int) -> bool:
    """Return whether one miss settles before another: by date, logged, inferred, unrecorded."""
    if misses[Miss.day, miss] != misses[Miss.day, other]:
        return misses[Miss.day, miss] < misses[Miss.day, other]
    row, other_row = misses[Miss.row, miss], misses[Miss.row, other]
    if row == NONE or other_row == NONE:
        return row != NONE
    if misses[Miss.inferred, miss] != misses[Miss.inferred, other]:
        return misses[Miss.inferred, miss] == 0
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
def queue_owed(order: Ints, services: Cells, out: Out, type_: int) -> int:
    """Put a student's owed misses of one service type in the order in which they settle."""
    misses, queue = out.misses, out.queue
    length = 0
    for place in range(out.counts[Count.owed]):
        miss = out.owed[place]
        if services[Service.type, misses[Miss.service, miss]] != type_:
            continue
        at = length
        while at > 0 and miss_comes_first(order, misses, miss, queue[at - 1]):
            queue[at] = queue[at - 1]
            at -= 1
        queue[at] = miss
        length += 1
    return length


@step
def pay(out: Out, make_up: int, miss: int) -> None:
    """Settle as much of a miss as a make-up has left."""
    misses, payments = out.misses, out.payments
    minutes = min(out.make_ups[MakeUp.left, make_up], misses[Miss.open, miss])
    if minutes == 0:
        return
    out.make_ups[MakeUp.left, make_up] -= minutes
    misses[Miss.open, miss] -= minutes
    misses[Miss.made_up, miss] += minutes
    out.accounts[Account.made_up, misses[Miss.service, miss]] += minutes
    if payments.shape[1] > 0:
        at = out.counts[Count.payments]
        payments[Payment.row, at] = out.make_ups[MakeUp.row, make_up]
        payments[Payment.miss, at] = miss
        payments[Payment.minutes, at] = minutes
        out.counts[Count.payments] = at + 1


@step
def settle_by_links(book: Book, out: Out, student: int, length: int) -> None:
    """First every make-up that names a miss settles it, oldest make-up first."""
    begin, end = book.students[Student.link_begin, student], book.students[Student.link_end, student]
    if begin == end:
        return
    for make_up in range(out.counts[Count.make_ups]):
        row = out.make_ups[MakeUp.row, make_up]
        link = place_of(book.links, Link.row, begin, end, row)
        if link == NONE or not book.log.mark[row] & MAKE_UP:
            continue
        for place in range(length):
            if out.misses[Miss.row, out.queue[place]] == book.links[Link.names, link]:
                pay(out, make_up, out.queue[place])


@step
def settle_by_date(book: Book, out: Out, type_: int, length: int) -> None:
    """Then make-ups, oldest first, settle the oldest open misses dated on or before them."""
    make_ups, misses, queue, log = out.make_ups, out.misses, out.queue, book.log
    place = 0
    for make_up in range(out.counts[Count.make_ups]):
        service, row = make_ups[MakeUp.service, make_up], make_ups[MakeUp.row, make_up]
        if not log.mark[row] & MAKE_UP or book.services[Service.type, service] != type_:
            continue
        while place < length and make_ups[MakeUp.left, make_up] > 0 and misses[Miss.day, queue[place]] <= log.day[row]:
            pay(out, make_up, queue[place])
            if misses[Miss.open, queue[place]] == 0:
                place += 1
        out.accounts[Account.extra, service] += make_ups[MakeUp.left, make_up]


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
        if link != NONE:
            award = book.links[Link.names, link]
            counted = min(held, book.award_minutes[award] - out.award_delivered[award])
            out.award_delivered[award] += counted
        accounts[Account.compensatory, service] += counted
        accounts[Account.extra, service] += held - counted
