"""What stands on record: the row and its corrections, the promise, the period, how a shortfall was laid."""

from collections.abc import Iterator

from makegood.calendars import date_of, day_number, is_weekday
from makegood.ledger import Miss, PeriodAccount
from makegood.statements.explain.explanation import Part
from makegood.statements.explain.row import planned
from makegood.statements.statement.case import Case
from makegood.statements.statement.service import pace
from makegood.statements.window.held import how_different

_SCHOOL_WEEK = 5
_LONG = 40
"""School-day rows beyond which a period's list is cut short."""


def promise(case: Case, service_id: str) -> Part:
    """Return what the IEP promises."""
    services, words, row = case.records.services, case.words, case.place(service_id)
    lines = [f"{case.service(service_id)} ({service_id}): {words.promise(services, row)}."]
    if services.mandate[row]:
        lines.append(words.say("iep_words", words=services.mandate[row]))
    if services.source[row]:
        lines.append(words.say("iep_source", source=services.source[row]))
    start, end = services.start[row], services.end[row]
    first = words.day(start) if start else words.say("year_start")
    lines.append(words.say("service_dates", first=first, last=words.day(end) if end else words.say("year_end")))
    return Part("The promise", tuple(lines))


def period_part(case: Case, period: PeriodAccount) -> Part:
    """Return the period: what fell due in it and where it went."""
    words = case.words
    running = period.last > case.ledger.as_of
    lines = [
        f"{words.dated(period.first)} to {words.dated(period.last)}" + (" (still running)." if running else " (over)."),
        f"{words.minutes(period.promised)} promised - {period.not_in_session} not in session = {period.due} due.",
    ]
    closed = list(_closed(case, period))
    if closed:
        lines.append(f"No school on {words.listed(closed)}.")
    figures = [("delivered as written", period.delivered), ("delivered differently", period.delivered_differently)]
    figures += [("still due", period.still_due), ("missed", period.missed), ("unrecorded", period.unrecorded)]
    lines.append(f"{period.due} due = " + " + ".join(f"{n} {name}" for name, n in figures) + ".")
    if period.extra:
        lines.append(f"{words.minutes(period.extra)} beyond what was due are extra.")
    if running and period.due:
        lines.append(pace(case, period))
        lines.append("Nothing is missed before the period is over.")
    return Part("The period", tuple(lines))


def _closed(case: Case, period: PeriodAccount) -> Iterator[str]:
    first, last = day_number(period.first), day_number(period.last)
    if case.calendar is None or last - first > _LONG:
        return
    for number in range(first, last + 1):
        why = case.calendar.why_closed(date_of(number))
        if why and is_weekday(number):
            yield f"{case.words.dated(date_of(number))} ({why})"


def laid(case: Case, period: PeriodAccount, shown: list[Miss]) -> Part:
    """Return how the period's shortfall was laid on its gaps."""
    words, sessions = case.words, case.records.sessions
    short = period.missed + period.unrecorded
    rule = "A shortfall is laid on the period's gaps, newest first, so a session beyond the plan cures the oldest gap."
    lines = [f"The period fell {words.minutes(short)} short.", rule]
    within = [
        m
        for m in case.ledger.misses
        if m.service_id == period.service_id and period.first <= m.missed_on <= period.last
    ]
    missed: dict[str, int] = {}
    for miss in within:
        if miss.session_id is not None:
            missed[miss.session_id] = missed.get(miss.session_id, 0) + miss.minutes
    told = []
    for held in case.window.held:
        if held.period is not None and (held.service_id, held.period.first) == (period.service_id, period.first):
            plan, given = planned(case, held.place), sessions.minutes_delivered[held.place]
            line = f"{words.dated(held.date)}, row {held.session_id}: planned {plan}, given {given}"
            if given > plan:
                line += f": {given - plan} more than planned"
            if held.session_id in missed:
                line += f": gap {plan - given}, of which {missed[held.session_id]} missed"
            different = how_different(case.records, held.place)
            told.append(line + (f" ({'; '.join(different)})." if different else "."))
    told += [_unlogged_line(case, miss) for miss in within if miss.session_id is None]
    if len(told) > _LONG:
        told = [*told[:_LONG], f"... and {len(told) - _LONG} more rows of the period."]
    cured = shown[0].gap - sum(miss.minutes for miss in shown) if shown[0].session_id else 0
    if cured > 0:
        told.append(f"So {words.minutes(cured)} of this gap are cured and owe nothing.")
    return Part("How the shortfall was laid", (*lines, *told))


def _unlogged_line(case: Case, miss: Miss) -> str:
    words = case.words
    if miss.inferred:
        return f"{words.dated(miss.missed_on)}, no row (inferred): gap {miss.gap}, of which {miss.minutes} missed."
    return f"No gap explains {words.minutes(miss.minutes)}: unrecorded, dated the period's last day."
