"""Settle: owed minutes and make-ups meet, per student and service type (ledger.md, 5)."""

from makegood.ledger.columns import (
    COMPENSATORY,
    MAKE_UP,
    NONE,
    Book,
    Log,
    Misses,
    Out,
)
from makegood.ledger.speed import step

from .codes import MAKE_UPS, MISSES, PAYMENTS
from .judge import place_of


@step
def session_comes_first(log: Log, row: int, other: int) -> bool:
    """Return whether one session comes before another: by date, then session_id."""
    if log.day[row] != log.day[other]:
        return log.day[row] < log.day[other]
    return log.order[row] < log.order[other]


@step
def miss_comes_first(log: Log, misses: Misses, miss: int, other: int) -> bool:
    """Return whether one miss settles before another: by date, logged, inferred, unrecorded."""
    if misses.day[miss] != misses.day[other]:
        return misses.day[miss] < misses.day[other]
    row, other_row = misses.row[miss], misses.row[other]
    if row == NONE or other_row == NONE:
        return row != NONE
    if misses.inferred[miss] != misses.inferred[other]:
        return misses.inferred[miss] == 0
    return log.order[row] < log.order[other_row]


@step
def sort_make_ups(log: Log, out: Out) -> None:
    """Put a student's make-ups and compensatory sessions in order; they mostly are."""
    scratch = out.scratch
    for place in range(1, scratch.counts[MAKE_UPS]):
        row, service = scratch.make_up[place], scratch.make_up_service[place]
        left = scratch.make_up_left[place]
        at = place
        while at > 0 and session_comes_first(log, row, scratch.make_up[at - 1]):
            scratch.make_up[at] = scratch.make_up[at - 1]
            scratch.make_up_service[at] = scratch.make_up_service[at - 1]
            scratch.make_up_left[at] = scratch.make_up_left[at - 1]
            at -= 1
        scratch.make_up[at] = row
        scratch.make_up_service[at] = service
        scratch.make_up_left[at] = left


@step
def queue_owed(book: Book, out: Out, type_: int, first_miss: int) -> int:
    """Put a student's owed misses of one service type in the order in which they settle."""
    misses, queue = out.misses, out.scratch.queue
    length = 0
    for miss in range(first_miss, out.scratch.counts[MISSES]):
        if misses.open[miss] == 0 or book.services.type[misses.service[miss]] != type_:
            continue
        at = length
        while at > 0 and miss_comes_first(book.log, misses, miss, queue[at - 1]):
            queue[at] = queue[at - 1]
            at -= 1
        queue[at] = miss
        length += 1
    return length


@step
def pay(out: Out, make_up: int, miss: int) -> None:
    """Settle as much of a miss as a make-up has left."""
    scratch, misses = out.scratch, out.misses
    minutes = min(scratch.make_up_left[make_up], misses.open[miss])
    if minutes == 0:
        return
    scratch.make_up_left[make_up] -= minutes
    misses.open[miss] -= minutes
    misses.made_up[miss] += minutes
    out.accounts.made_up[misses.service[miss]] += minutes
    settled = out.settled
    if len(settled.row) > 0:
        at = scratch.counts[PAYMENTS]
        settled.row[at] = scratch.make_up[make_up]
        settled.miss[at] = miss
        settled.minutes[at] = minutes
        scratch.counts[PAYMENTS] = at + 1


@step
def settle_by_links(book: Book, out: Out, student: int, length: int) -> None:
    """First every make-up that names a miss settles it, oldest make-up first."""
    students, links, scratch, misses = book.students, book.links, out.scratch, out.misses
    begin, end = students.link_begin[student], students.link_end[student]
    if begin == end:
        return
    for make_up in range(scratch.counts[MAKE_UPS]):
        row = scratch.make_up[make_up]
        link = place_of(links.row, begin, end, row)
        if link == NONE or not book.log.mark[row] & MAKE_UP:
            continue
        for place in range(length):
            if misses.row[scratch.queue[place]] == links.names[link]:
                pay(out, make_up, scratch.queue[place])


@step
def settle_by_date(book: Book, out: Out, type_: int, length: int) -> None:
    """Then make-ups, oldest first, settle the oldest open misses dated on or before them."""
    scratch, misses, log = out.scratch, out.misses, book.log
    place = 0
    for make_up in range(scratch.counts[MAKE_UPS]):
        service, row = scratch.make_up_service[make_up], scratch.make_up[make_up]
        if not log.mark[row] & MAKE_UP or book.services.type[service] != type_:
            continue
        while place < length and scratch.make_up_left[make_up] > 0 and misses.day[scratch.queue[place]] <= log.day[row]:
            pay(out, make_up, scratch.queue[place])
            if misses.open[scratch.queue[place]] == 0:
                place += 1
        out.accounts.extra[service] += scratch.make_up_left[make_up]


@step
def close(book: Book, out: Out, student: int, length: int, as_of: int) -> None:
    """Release what a declined offer releases; the rest is open, or overdue past its deadline."""
    students, misses, accounts = book.students, out.misses, out.accounts
    begin, end = students.declined_begin[student], students.declined_end[student]
    for place in range(length):
        miss = out.scratch.queue[place]
        service = misses.service[miss]
        if (
            misses.open[miss] > 0
            and book.rules.releases[misses.rule[miss]]
            and misses.row[miss] != NONE
            and place_of(book.declined, begin, end, misses.row[miss]) != NONE
        ):
            misses.released[miss] = misses.open[miss]
            misses.open[miss] = 0
            accounts.released[service] += misses.released[miss]
        due_by = misses.due_by[miss]
        if due_by != NONE and due_by < as_of:
            accounts.overdue[service] += misses.open[miss]
        else:
            accounts.open[service] += misses.open[miss]


@step
def settle_awards(book: Book, out: Out, student: int) -> None:
    """Let compensatory sessions fill the awards that they name, never beyond."""
    students, scratch, accounts = book.students, out.scratch, out.accounts
    begin, end = students.link_begin[student], students.link_end[student]
    for place in range(scratch.counts[MAKE_UPS]):
        row, service = scratch.make_up[place], scratch.make_up_service[place]
        if not book.log.mark[row] & COMPENSATORY:
            continue
        held = book.log.delivered[row]
        link = place_of(book.links.row, begin, end, row)
        counted = 0
        if link != NONE:
            award = book.links.names[link]
            counted = min(held, book.award_minutes[award] - out.award_delivered[award])
            out.award_delivered[award] += counted
        accounts.compensatory[service] += counted
        accounts.extra[service] += held - counted
