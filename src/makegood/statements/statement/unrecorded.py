"""What is on no record: the minutes, their empty school days, and what follows."""

import datetime as dt
from collections.abc import Iterator

from makegood.calendars import date_of, day_number
from makegood.ledger import Miss, PeriodAccount
from makegood.statements.statement.case import Case
from makegood.statements.statement.misses import is_unrecorded, what_follows
from makegood.statements.statement.rules import RuleBook
from makegood.statements.window.held import by_service, period_on
from makegood.statements.wording.words import capital


def unrecorded_lines(case: Case, rules: RuleBook, misses: list[Miss]) -> Iterator[str]:
    """Yield what is on no record: times of the schedule, periods with their empty school days, and what follows."""
    words, phrases = case.words, case.words.misses
    silent = [miss for miss in misses if is_unrecorded(miss) and miss.minutes]
    slots = [miss for miss in silent if miss.inferred]
    if slots:
        minutes = words.minutes(sum(miss.minutes for miss in slots))
        days = words.listed(words.dated(day) for day in sorted({miss.missed_on for miss in slots}))
        yield phrases.unrecorded_slots.format(minutes=minutes, days=days)
    periods = by_service(case.window.periods)
    logged = {(held.service_id, held.date) for held in case.window.held}
    for miss in silent:
        period = period_on(periods.get(miss.service_id, ()), miss.missed_on)
        if period is not None and not miss.inferred:
            yield _of_period(case, period, miss, logged)
    # Each once, in the order of the misses, so that a page is the same whenever it is printed.
    told = dict.fromkeys((tuple(what_follows(case, miss)), rules.number(miss)) for miss in silent)
    for follows, number in sorted(told, key=lambda pair: pair[1]):
        yield f"{phrases.follows}: {'. '.join(follows)} ({words.rules.numbered.format(n=number)})."


def _of_period(case: Case, period: PeriodAccount, miss: Miss, logged: set[tuple[str, dt.date]]) -> str:
    words, phrases = case.words, case.words.misses
    line = phrases.unrecorded.format(span=capital(case.when(miss)), minutes=words.minutes(miss.minutes))
    empty = _empty_days(case, period, logged)
    if not empty:
        return line
    few = len(empty) <= 5  # noqa: PLR2004 - the school days of a week
    if few:
        return f"{line} {phrases.few_empty_days.format(days='; '.join(words.dated(day) for day in empty))}"
    return f"{line} {phrases.many_empty_days.format(n=len(empty))}"


def _empty_days(case: Case, period: PeriodAccount, logged: set[tuple[str, dt.date]]) -> list[dt.date]:
    facts = case.log.services.of(case.place(period.service_id))
    if facts is None:
        return []
    low, high = max(day_number(period.first), facts.start), min(day_number(period.last), facts.end)
    days = (date_of(number) for number in range(low, high + 1) if facts.is_school_day(number))
    return [day for day in days if (period.service_id, day) not in logged]
