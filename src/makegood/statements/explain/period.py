"""The promise, the period with its figures, and the gaps that its shortfall was counted on."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from makegood.calendars import date_of, day_number, is_weekday
from makegood.ledger import Miss, PeriodAccount
from makegood.statements.explain.explanation import Part
from makegood.statements.statement.case import Case
from makegood.statements.statement.service import has_pace, pace, promise_lines
from makegood.terms.reasons import UNRECORDED

_LONG = 40
"""Rows beyond which a period's list is cut short."""
_FEW = 2
"""Days without school in a row that are named one by one."""
_ORDER: Final = (
    "A shortfall is counted on the newest gaps first, so a session beyond the plan makes good the oldest gap. Gaps on "
    "record come before those that only the schedule shows."
)


def promise(case: Case, service_id: str) -> Part:
    """Return what the IEP promises."""
    row = case.place(service_id)
    head = f"{case.service(service_id)} ({service_id}): {case.words.promise(case.records.services, row)}."
    return Part("The promise", (head, *promise_lines(case, row)))


def period_part(case: Case, period: PeriodAccount) -> Part:
    """Return the period: what fell due in it and where it went."""
    words = case.words
    is_open = period.elapsed < period.days
    if period.last <= case.ledger.as_of:
        state = "over"
    else:
        state = "not over yet" if is_open else "no school day of it is left, so it is counted"
    promised, away = words.minutes(period.promised), period.not_in_session
    lines = [
        f"{words.dated(period.first)} to {words.dated(period.last)} ({state}).",
        f"{promised} promised - {away} on days without school = {period.due} due.",
    ]
    closed = list(_closed(case, period))
    if closed:
        lines.append(f"No school on {words.listed(closed)}.")
    figures = {
        "given": period.delivered,
        "given, but not as the IEP says": period.delivered_differently,
        "that can still be given": period.still_due,
        "missed": period.missed,
        "with nothing on record": period.unrecorded,
    }
    lines.append(f"{period.due} due = " + " + ".join(f"{n} {name}" for name, n in figures.items()) + ".")
    if period.extra:
        lines.append(f"{words.minutes(period.extra)} beyond what was due are extra.")
    if is_open and period.due:
        if has_pace(case, period):
            lines.append(pace(case, period))
        lines.append("Nothing is missed before the period is over.")
    return Part("The period", tuple(lines))


def _closed(case: Case, period: PeriodAccount) -> Iterator[str]:
    first, last = day_number(period.first), day_number(period.last)
    calendar = case.calendar(period.service_id)
    if calendar is None or last - first > _LONG:
        return
    weekdays = [date_of(number) for number in range(first, last + 1) if is_weekday(number)]
    for why, group in groupby(weekdays, key=calendar.why_closed):
        days = [case.words.dated(day) for day in group]
        if why:
            named = [f"{days[0]} to {days[-1]}"] if len(days) > _FEW else days
            yield from (f"{day} ({why})" for day in named)


def shortfall(case: Case, period: PeriodAccount, shown: list[Miss]) -> Part:
    """Return which gaps the period's shortfall was counted on."""
    words, sessions = case.words, case.records.sessions
    if period.still_due:
        lines = [f"The period has not ended: {period.still_due} can still be given, and nothing is counted yet."]
    else:
        lines = [f"The period fell {words.minutes(period.missed + period.unrecorded)} short.", _ORDER]
    within = [
        m
        for m in case.ledger.misses
        if m.service_id == period.service_id and period.first <= m.missed_on <= period.last
    ]
    missed: dict[str, int] = {}
    for miss in within:
        if miss.session_id is not None:
            missed[miss.session_id] = missed.get(miss.session_id, 0) + miss.minutes
    rows = []
    for held in case.window.held:
        if held.period is not None and (held.service_id, held.period.first) == (period.service_id, period.first):
            plan, given = case.log.lengths.planned(held.place).minutes, sessions.minutes_delivered[held.place]
            line = f"{words.dated(held.date)}, row {held.session_id}: planned {plan}, given {given}"
            if given > plan:
                line += f": {given - plan} more than planned"
            if held.session_id in missed:
                line += f": gap {plan - given}, of which {missed[held.session_id]} missed"
            rows.append(line + (f" ({'; '.join(map(words.different, held.different))})." if held.different else "."))
    rows += [_without_row(case, miss) for miss in within if miss.session_id is None]
    if len(rows) > _LONG:
        rows = [*rows[:_LONG], f"... and {len(rows) - _LONG} more rows of the period."]
    cured = shown[0].gap - sum(miss.minutes for miss in shown) if shown[0].session_id else 0
    if cured > 0:
        rows.append(f"So {words.minutes(cured)} of this gap are not missed.")
    return Part("Where the shortfall was counted", (*lines, *rows))


def _without_row(case: Case, miss: Miss) -> str:
    words = case.words
    if miss.reason == UNRECORDED and miss.inferred:
        return f"{words.dated(miss.missed_on)}, no row for the schedule's {miss.gap}: {miss.minutes} not on record."
    if miss.inferred:
        return f"{words.dated(miss.missed_on)}, no row (inferred): gap {miss.gap}, of which {miss.minutes} missed."
    return f"No gap explains {words.minutes(miss.minutes)}: nothing on record, {case.when(miss)}."
