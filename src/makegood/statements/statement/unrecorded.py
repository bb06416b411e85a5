"""What is on no record: the minutes, their empty school days, and what follows."""

import datetime as dt
from collections.abc import Iterator

from makegood.calendars import date_of, day_number
from makegood.ledger import Miss, PeriodAccount
from makegood.statements.statement.case import Case
from makegood.statements.statement.misses import is_unrecorded, what_follows
from makegood.statements.statement.rules import RuleBook
from makegood.statements.window.held import period_on
from makegood.statements.wording.words import capital


def unrecorded_lines(case: Case, rules: RuleBook, misses: list[Miss]) -> Iterator[str]:
    """Yield what is on no record, period by period, with its empty school days and what follows."""
    words, phrases = case.words, case.words.misses
    for miss in misses:
        own = (period for period in case.window.periods if period.service_id == miss.service_id)
        period = period_on(own, miss.missed_on)
        if period is None or not is_unrecorded(miss):
            continue
        span = words.dates.span.format(first=words.short_day(period.first), last=words.short_day(period.last))
        line = phrases.unrecorded.format(span=capital(span), minutes=words.minutes(miss.minutes))
        empty = _empty_days(case, period)
        if empty:
            few = len(empty) <= 5  # noqa: PLR2004 - the school days of a week
            if few:
                line += " " + phrases.few_empty_days.format(days="; ".join(words.dated(day) for day in empty))
            else:
                line += " " + phrases.many_empty_days.format(n=len(empty))
        follows = ". ".join(what_follows(case, miss))
        yield f"{line} {phrases.follows}: {follows} ({words.rules.numbered.format(n=rules.number(miss))})."


def _empty_days(case: Case, period: PeriodAccount) -> list[dt.date]:
    calendar, services = case.calendar, case.records.services
    if calendar is None:
        return []
    row = case.place(period.service_id)
    first, last = (
        max(period.first, services.start[row] or period.first),
        min(period.last, services.end[row] or period.last),
    )
    logged = {h.date for h in case.window.held if h.service_id == period.service_id}
    low, high = day_number(first), day_number(last)
    return [day for n in calendar.school_days if low <= n <= high and (day := date_of(n)) not in logged]
