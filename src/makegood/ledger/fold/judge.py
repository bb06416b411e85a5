"""Judge: what follows from missed minutes, by the rule of the day or by the team (ledger.md, 4)."""

from makegood.ledger.columns import (
    INFERRED,
    NONE,
    Accounts,
    Book,
    Ints,
    Out,
    Rules,
)
from makegood.ledger.speed import step

from .codes import ALL_REASONS, MISSES, NOT_OWED, OWED, TEAM_DECIDES
from .days import deadline


@step
def span_of(rules: Rules, policy: int, day: int) -> int:
    """Return the span of a policy's rules in force on a day."""
    span = rules.span_begin[policy + 1] - 1
    while rules.span_from[span] > day:
        span -= 1
    return span


@step
def place_of(rows: Ints, begin: int, end: int, row: int) -> int:
    """Return where a row stands among some rows, or NONE."""
    for place in range(begin, end):
        if rows[place] == row:
            return place
    return NONE


@step
def add_to_disposition(accounts: Accounts, service: int, disposition: int, minutes: int) -> None:
    """Put judged minutes into their account."""
    if disposition == OWED:
        accounts.owed[service] += minutes
    elif disposition == NOT_OWED:
        accounts.not_owed[service] += minutes
    elif disposition == TEAM_DECIDES:
        accounts.team_decides[service] += minutes
    else:
        accounts.unknown[service] += minutes


@step
def write_miss(
    book: Book,
    out: Out,
    calendar: int,
    service: int,
    row: int,
    day: int,
    reason: int,
    gap: int,
    minutes: int,
    disposition: int,
    rule: int,
    decided: int,
    period_last: int,
) -> None:
    """Write one judged miss down."""
    misses = out.misses
    at = out.scratch.counts[MISSES]
    misses.service[at] = service
    misses.row[at] = row
    misses.day[at] = day
    misses.reason[at] = reason
    misses.inferred[at] = 1 if row != NONE and book.log.mark[row] & INFERRED else 0
    misses.gap[at] = gap
    misses.minutes[at] = minutes
    misses.disposition[at] = disposition
    misses.made_up[at] = 0
    misses.released[at] = 0
    misses.open[at] = minutes if disposition == OWED else 0
    misses.due_by[at] = NONE
    if disposition == OWED:
        end = book.services.end[service]
        misses.due_by[at] = deadline(book, calendar, rule, day, period_last, end)
    misses.rule[at] = rule
    misses.decided[at] = decided
    add_to_disposition(out.accounts, service, disposition, minutes)
    out.scratch.counts[MISSES] = at + 1


@step
def judge(
    book: Book,
    out: Out,
    student: int,
    service: int,
    row: int,
    day: int,
    reason: int,
    gap: int,
    minutes: int,
    period_last: int,
) -> None:
    """Judge missed minutes: by the team's determination, else by the rule in force on the day."""
    students = book.students
    calendar = students.calendar[student]
    span = span_of(book.rules, students.policy[student], day)
    rule = span * ALL_REASONS + reason
    decided = NONE
    if row != NONE:
        begin, end = students.decided_begin[student], students.decided_end[student]
        decided = place_of(book.decided.row, begin, end, row)
    if decided == NONE:
        disposition = book.rules.disposition[rule]
        rest = 0
    else:
        disposition = book.decided.disposition[decided]
        named = book.decided.minutes[decided]
        rest = 0 if named == NONE else max(minutes - named, 0)
    write_miss(
        book, out, calendar, service, row, day, reason, gap,
        minutes - rest, disposition, rule, decided, period_last,
    )  # fmt: skip
    if rest > 0:
        write_miss(
            book, out, calendar, service, row, day, reason, gap,
            rest, NOT_OWED, rule, decided, period_last,
        )  # fmt: skip
