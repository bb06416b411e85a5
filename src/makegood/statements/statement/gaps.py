"""Gaps of which no minute, or not all, is missed: not yet counted, nothing due, or reached in other sessions."""

from collections.abc import Iterator

from makegood.ledger import Miss, PeriodAccount
from makegood.statements.statement.case import Case, gap_of
from makegood.statements.statement.misses import is_unrecorded
from makegood.terms.accounts import Status


def gap_lines(case: Case, service_id: str, *statuses: Status) -> tuple[str, ...]:
    """Return what is told of a service's gaps of which not all is missed, gap by gap.

    Args:
        case: The child's case.
        service_id: The service.
        statuses: `pending`, `not_due` or `cured`. A gap that is missed in part is `cured` for the rest.
    """
    own = [miss for miss in case.window.misses if miss.service_id == service_id and not is_unrecorded(miss)]
    gaps = {gap_of(miss): miss for miss in own}
    return tuple(line for gap in gaps.values() for line in gap_line(case, gap, *statuses))


def gap_line(case: Case, gap: Miss, *statuses: Status) -> Iterator[str]:
    """Yield what is told of a gap, if it has one of the statuses."""
    words, phrases = case.words, case.words.misses
    status: Status = "cured" if gap.minutes else gap.status
    left = gap.gap - case.laid(gap)
    if status not in statuses or not left:
        return
    day, why, minutes = words.dated(gap.missed_on), case.why(gap.reason, gap.session_id), words.minutes(gap.gap)
    if status == "pending":
        yield phrases.pending.format(day=day, why=why, gap=minutes, this=case.this(gap.service_id))
    elif status == "not_due":
        yield phrases.not_due.format(day=day, why=why)
    else:
        period = case.period(gap)
        phrase = phrases.cured if period and _others_gave(case, period) else phrases.counted_elsewhere
        span = ""
        if period is not None:
            first, last = words.short_day(period.first), words.short_day(period.last)
            span = words.dates.span.format(first=first, last=last)
        yield phrase.format(day=day, why=why, gap=minutes, cured=words.number(left), span=span)


def _others_gave(case: Case, period: PeriodAccount) -> bool:
    """Return whether sessions of a period gave all the minutes of its gaps that are not missed.

    They did if the period fell short of nothing, or if they were longer than planned by that much. Else some of these
    minutes are beyond what was due, and what was missed is counted at other sessions.
    """
    if not period.missed + period.unrecorded + period.still_due:
        return True
    in_period = [miss for miss in case.window.misses if _is_in(miss, period) and not is_unrecorded(miss)]
    gaps = {gap_of(miss): miss for miss in in_period}
    not_missed = sum(gap.gap - case.laid(gap) for gap in gaps.values())
    longer = sum(
        max(held.minutes - case.log.lengths.planned(held.place).minutes, 0)
        for held in case.window.held
        if held.period is not None and (held.service_id, held.period.first) == (period.service_id, period.first)
    )
    return not_missed <= longer


def _is_in(miss: Miss, period: PeriodAccount) -> bool:
    return miss.service_id == period.service_id and period.first <= miss.missed_on <= period.last
