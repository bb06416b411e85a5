"""The arithmetic of the ledger: one walk over one student's records.

Promise, record, judge, settle: read from the bottom up, `account_for_student` is the whole story. The same source
runs as plain Python and compiled (see `speed`), so it keeps to whole numbers and columns. The meaning of every
figure is fixed in docs/ledger.md; where that is silent, docs/decisions/0003 tells what was chosen.
"""

from makegood.ledger.columns import (
    BUSINESS_DAYS,
    CALENDAR_DAYS,
    COMPENSATORY,
    CYCLE_DAYS,
    DIFFERENT,
    END_OF_IEP,
    END_OF_PERIOD,
    END_OF_QUARTER,
    END_OF_SEMESTER,
    INFERRED,
    MAKE_UP,
    NO_WINDOW,
    NONE,
    NOT_REGULAR,
    SCHOOL_DAYS,
    Accounts,
    Book,
    Calendars,
    Ints,
    Log,
    Misses,
    Out,
    Rules,
)
from makegood.ledger.speed import step
from makegood.terms.accounts import DISPOSITIONS
from makegood.terms.reasons import REASONS

OWED = DISPOSITIONS.index("owed")
NOT_OWED = DISPOSITIONS.index("not_owed")
TEAM_DECIDES = DISPOSITIONS.index("team_decides")
ALL_REASONS = len(REASONS)
UNRECORDED = REASONS.index("unrecorded")

MAKE_UPS = 0
MISSES = 1
SPANS = 2
PAYMENTS = 3
"""Places in `Scratch.counts`."""


@step
def count_days(calendars: Calendars, calendar: int, sums: Ints, first: int, last: int) -> int:
    """Return how many of the summed days lie in first to last."""
    if last < first:
        return 0
    begin, size = calendars.begin[calendar], calendars.size[calendar]
    low = min(max(first - calendars.first[calendar], 0), size)
    high = min(max(last + 1 - calendars.first[calendar], 0), size)
    return sums[begin + high] - sums[begin + low]


@step
def half_up(amount: int, share: int, whole: int) -> int:
    """Return amount x share / whole to the nearest minute, half up."""
    return (2 * amount * share + whole) // (2 * whole)


@step
def span_of(rules: Rules, policy: int, day: int) -> int:
    """Return the span of a policy's rules in force on a day."""
    span = rules.span_begin[policy + 1] - 1
    while rules.span_from[span] > day:
        span -= 1
    return span


@step
def counted_days(book: Book, calendar: int, service: int, first: int, last: int) -> int:
    """Return the days of first to last that the service's promise is shared over (W, V)."""
    counts = book.services.counts[service]
    if counts == CYCLE_DAYS:
        return count_days(book.calendars, calendar, book.calendars.school, first, last)
    if counts == 1:
        return count_days(book.calendars, calendar, book.calendars.esy, first, last)
    return count_days(book.calendars, calendar, book.calendars.year, first, last)


@step
def add_business_days(day: int, n: int) -> int:
    """Return the nth Monday to Friday strictly after a day."""
    weekday = (day + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    if weekday > 4:  # noqa: PLR2004 - Saturday and Sunday count from Friday
        day -= weekday - 4
        weekday = 4
    return day + n + 2 * ((weekday + n) // 5)


@step
def term_end(calendars: Calendars, calendar: int, ends: Ints, day: int) -> int:
    """Return the last day of the term in which a day lies, or NONE."""
    place = day - calendars.first[calendar]
    if place < 0 or place >= calendars.size[calendar]:
        return NONE
    return ends[calendars.begin[calendar] + place]


@step
def nth_school_day(calendars: Calendars, calendar: int, day: int, n: int) -> int:
    """Return the nth school day strictly after a day, or NONE beyond what the calendar tells."""
    first, last = calendars.days_begin[calendar], calendars.days_begin[calendar + 1]
    begin = calendars.first[calendar]
    place = first + count_days(calendars, calendar, calendars.school, begin, day) + n - 1
    return calendars.days[place] if place < last else NONE


@step
def deadline(book: Book, calendar: int, rule: int, day: int, period_last: int, service_end: int) -> int:
    """Return the day by which a miss is to be made up, or NONE if its rule sets none."""
    window, n = book.rules.window[rule], book.rules.window_n[rule]
    calendars = book.calendars
    if window == NO_WINDOW:
        return NONE
    if window == SCHOOL_DAYS:
        return nth_school_day(calendars, calendar, day, n)
    if window == CALENDAR_DAYS:
        return day + n
    if window == BUSINESS_DAYS:
        return add_business_days(day, n)
    if window == END_OF_PERIOD:
        return period_last
    if window == END_OF_IEP:
        return service_end
    if window == END_OF_QUARTER:
        return term_end(calendars, calendar, calendars.quarter_end, day)
    if window == END_OF_SEMESTER:
        return term_end(calendars, calendar, calendars.semester_end, day)
    return term_end(calendars, calendar, calendars.year_end, day)


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


@step
def lay_on_gaps(
    book: Book,
    out: Out,
    student: int,
    service: int,
    begin: int,
    end: int,
    shortfall: int,
    gaps: int,
    period_last: int,
) -> None:
    """Lay a closed period's shortfall on the gaps of its regular sessions, newest first.

    Told forwards: what of the gaps is not short was cured by other sessions, and cures the oldest
    gaps first. What no gap explains is unrecorded, dated the period's last day.
    """
    log, accounts = book.log, out.accounts
    missed = min(shortfall, gaps)
    cured = gaps - missed
    for row in range(begin, end):
        gap = log.planned[row] - log.delivered[row]
        if gap <= 0 or log.mark[row] & NOT_REGULAR:
            continue
        cured_here = min(gap, cured)
        cured -= cured_here
        minutes = gap - cured_here
        reason = log.reason[row]
        accounts.missed_by_reason[service * ALL_REASONS + reason] += minutes
        judge(book, out, student, service, row, log.day[row], reason, gap, minutes, period_last)
    accounts.missed[service] += missed
    unrecorded = shortfall - missed
    accounts.unrecorded[service] += unrecorded
    if unrecorded > 0:
        judge(
            book, out, student, service, NONE, period_last, UNRECORDED,
            unrecorded, unrecorded, period_last,
        )  # fmt: skip


@step
def take_outside(book: Book, out: Out, service: int, row: int) -> None:
    """Take a row into account that is no part of a period's regular sessions."""
    mark = book.log.mark[row]
    scratch = out.scratch
    if mark & NOT_REGULAR:
        at = scratch.counts[MAKE_UPS]
        scratch.make_up[at] = row
        scratch.make_up_service[at] = service
        scratch.make_up_left[at] = book.log.delivered[row]
        scratch.counts[MAKE_UPS] = at + 1
    elif not mark & INFERRED:
        out.accounts.extra[service] += book.log.delivered[row]
        out.accounts.in_no_period[service] += 1


@step
def write_span(
    book: Book,
    out: Out,
    calendar: int,
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
    spans = out.spans
    at = out.scratch.counts[SPANS]
    services = book.services
    first = max(book.period_first[period], services.start[service])
    last = min(book.period_last[period], services.end[service])
    short = due - delivered - differently
    open_ = book.period_last[period] > as_of
    spans.service[at] = service
    spans.period[at] = period
    spans.promised[at] = promised
    spans.due[at] = due
    spans.delivered[at] = delivered
    spans.delivered_differently[at] = differently
    spans.still_due[at] = short if open_ else 0
    spans.missed[at] = 0 if open_ else min(short, gaps)
    spans.unrecorded[at] = 0 if open_ else max(short - gaps, 0)
    spans.extra[at] = extra
    spans.days[at] = counted_days(book, calendar, service, first, last)
    spans.elapsed[at] = counted_days(book, calendar, service, first, min(last, as_of))
    out.scratch.counts[SPANS] = at + 1


@step
def account_for_service(book: Book, out: Out, student: int, service: int, as_of: int) -> None:
    """Walk once through a service's periods and rows: what was promised, held, missed and why."""
    services, log, accounts = book.services, book.log, out.accounts
    calendars, calendar = book.calendars, book.students.calendar[student]
    start, end = services.start[service], services.end[service]
    whole = services.minutes[service]
    row, row_end = services.row_begin[service], services.row_end[service]
    for period in range(services.period_begin[service], services.period_end[service]):
        first, last = book.period_first[period], book.period_last[period]
        if first > as_of:
            break
        while row < row_end and log.day[row] < first:
            take_outside(book, out, service, row)
            row += 1

        promised, due = 0, 0
        served_first, served_last = max(first, start), min(last, end)
        days = counted_days(book, calendar, service, first, last)
        if days > 0:
            served = counted_days(book, calendar, service, served_first, served_last)
            promised = half_up(whole, served, days)
            school = count_days(calendars, calendar, calendars.school, served_first, served_last)
            school = min(school, served)
            span = span_of(book.rules, book.students.policy[student], first)
            if book.rules.by_school_days[span]:
                due = half_up(whole, school, days)
            elif school > 0:
                due = promised

        as_written, different, gaps = 0, 0, 0
        begin = row
        while row < row_end and log.day[row] <= last and log.day[row] <= as_of:
            mark = log.mark[row]
            if mark & NOT_REGULAR:
                take_outside(book, out, service, row)
            else:
                held = log.delivered[row]
                if mark & DIFFERENT:
                    different += held
                else:
                    as_written += held
                gaps += max(log.planned[row] - held, 0)
            row += 1
        delivered = min(due, as_written)
        differently = min(due - delivered, different)
        extra = as_written + different - delivered - differently
        shortfall = due - delivered - differently

        accounts.promised[service] += promised
        accounts.due[service] += due
        accounts.delivered[service] += delivered
        accounts.delivered_differently[service] += differently
        accounts.extra[service] += extra
        if last > as_of:
            accounts.still_due[service] += shortfall
        elif gaps > 0 or shortfall > 0:
            lay_on_gaps(book, out, student, service, begin, row, shortfall, gaps, last)
        if len(out.spans.service) > 0:
            write_span(
                book, out, calendar, service, period,
                promised, due, delivered, differently, extra, gaps, as_of,
            )  # fmt: skip
    while row < row_end and log.day[row] <= as_of:
        take_outside(book, out, service, row)
        row += 1


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


@step
def account_for_student(book: Book, out: Out, student: int, as_of: int) -> None:
    """Account for every minute of one student: promise, record and judge, then settle."""
    scratch, students, types = out.scratch, book.students, book.services.type
    scratch.counts[MAKE_UPS] = 0
    first_miss = scratch.counts[MISSES]
    begin, end = students.service_begin[student], students.service_end[student]
    for service in range(begin, end):
        account_for_service(book, out, student, service, as_of)
    sort_make_ups(book.log, out)
    for service in range(begin, end):
        type_ = types[service]
        if place_of(types, begin, service, type_) == NONE:
            length = queue_owed(book, out, type_, first_miss)
            settle_by_links(book, out, student, length)
            settle_by_date(book, out, type_, length)
            close(book, out, student, length, as_of)
    settle_awards(book, out, student)


@step
def account_for(book: Book, out: Out, first: int, last: int, as_of: int) -> None:
    """Account for the students first to last, the last one left out."""
    for student in range(first, last):
        account_for_student(book, out, student, as_of)
