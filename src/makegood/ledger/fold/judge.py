"""Judge: what follows from missed minutes, by the rule of the day or by the team (ledger.md, 4)."""

from makegood.ledger.columns import (
    COUNTED,
    INFERRED,
    NONE,
    Account,
    Book,
    Cells,
    Count,
    Decided,
    Miss,
    Out,
    Rule,
    Service,
    Span,
    Student,
)
from makegood.ledger.speed import step

from .codes import ALL_REASONS, NOT_OWED, OWED
from .days import deadline


@step
def span_on(spans: Cells, span: int, span_end: int, day: int) -> int:
    """Return the span of a policy's rules in force on a day, going on from one in force before."""
    while span + 1 < span_end and spans[Span.first, span + 1] <= day:
        span += 1
    return span


@step
def place_from(cells: Cells, column: int, begin: int, end: int, value: int) -> int:
    """Return the first row of begin to end whose value is not below another, or end; the values ascend."""
    while begin < end:
        middle = (begin + end) // 2
        if cells[column, middle] < value:
            begin = middle + 1
        else:
            end = middle
    return begin


@step
def place_of(cells: Cells, column: int, begin: int, end: int, value: int) -> int:
    """Return the row of begin to end that has a value, or NONE; the values ascend."""
    place = place_from(cells, column, begin, end, value)
    return place if place < end and cells[column, place] == value else NONE


@step
def write_miss(
    out: Out,
    service: int,
    row: int,
    inferred: int,
    day: int,
    reason: int,
    gap: int,
    minutes: int,
    disposition: int,
    due_by: int,
    rule: int,
    decided: int,
    state: int,
) -> None:
    """Write one miss down. Minutes that a make-up can settle are kept for the settling."""
    misses, at = out.misses, out.counts[Count.misses]
    misses[Miss.service, at] = service
    misses[Miss.row, at] = row
    misses[Miss.day, at] = day
    misses[Miss.reason, at] = reason
    misses[Miss.inferred, at] = inferred
    misses[Miss.gap, at] = gap
    misses[Miss.minutes, at] = minutes
    misses[Miss.disposition, at] = disposition
    misses[Miss.made_up, at] = 0
    misses[Miss.released, at] = 0
    misses[Miss.open, at] = minutes if disposition == OWED else 0
    misses[Miss.due_by, at] = due_by
    misses[Miss.rule, at] = rule
    misses[Miss.decided, at] = decided
    misses[Miss.state, at] = state
    out.counts[Count.misses] = at + 1
    if minutes > 0 and disposition == OWED:
        out.owed[out.counts[Count.owed]] = at
        out.counts[Count.owed] += 1
    elif minutes > 0 and disposition != NOT_OWED:
        out.waiting[out.counts[Count.waiting]] = at
        out.counts[Count.waiting] += 1


@step
def judge(
    book: Book,
    out: Out,
    student: int,
    service: int,
    span: int,
    row: int,
    day: int,
    reason: int,
    gap: int,
    minutes: int,
    period_last: int,
    state: int,
) -> None:
    """Judge a miss: by the team's determination, else by the rule of the span in force on the day.

    A miss of no minutes is judged by nobody; its state says why.
    """
    students = book.students
    rule = span * ALL_REASONS + reason
    decided, inferred = NONE, 0
    if row != NONE:
        inferred = 1 if book.log.mark[row] & INFERRED else 0
        begin, end = students[Student.decided_begin, student], students[Student.decided_end, student]
        decided = place_of(book.decided, Decided.row, begin, end, row)
    if state != COUNTED:
        write_miss(out, service, row, inferred, day, reason, gap, 0, NONE, NONE, rule, decided, state)
        return
    disposition, rest = book.rules[Rule.disposition, rule], 0
    if decided != NONE:
        disposition = book.decided[Decided.disposition, decided]
        named = book.decided[Decided.minutes, decided]
        if named == 0:
            disposition = NOT_OWED
        elif named != NONE:
            rest = max(minutes - named, 0)
    due_by = NONE
    if disposition == OWED:
        calendar, service_end = book.services[Service.calendar, service], book.services[Service.end, service]
        due_by = deadline(book, calendar, rule, day, period_last, service_end)
    write_miss(out, service, row, inferred, day, reason, gap, minutes - rest, disposition, due_by, rule, decided, state)
    # The accounts of what is judged come in the order of DISPOSITIONS, from `owed` on.
    out.accounts[Account.owed + disposition, service] += minutes - rest
    if rest > 0:
        write_miss(out, service, row, inferred, day, reason, gap, rest, NOT_OWED, NONE, rule, decided, state)
        out.accounts[Account.not_owed, service] += rest
