"""What stands on record: the row and its corrections, the promise, the period, how a shortfall was laid."""

from collections.abc import Iterator

from makegood.calendars import date_of, day_number, is_weekday
from makegood.ledger import Miss, PeriodAccount
from makegood.log import corrections_of, kind_of
from makegood.statements.explain_parts import Part
from makegood.statements.picture import how_different
from makegood.statements.statement_log import correction
from makegood.statements.statement_service import pace
from makegood.statements.statement_telling import Telling
from makegood.statements.window import Held
from makegood.terms.reasons import OTHER, REASONS

_SCHOOL_WEEK = 5
_LONG = 40
"""School-day rows beyond which a period's list is cut short."""


def rows(telling: Telling, standing: str) -> Part:
    """Return the row, and the rows whose place it took, oldest first."""
    corrections = corrections_of(telling.records.sessions)
    chain = [*reversed(corrections.history(standing)), standing]
    lines = []
    for n, session_id in enumerate(chain):
        lines.append(_row(telling, corrections.place[session_id]))
        if n:
            lines.append(correction(telling, corrections.place[chain[n - 1]], corrections.place[session_id]))
    return Part("What the log says", tuple(lines))


def _row(telling: Telling, place: int) -> str:
    sessions, words = telling.records.sessions, telling.words
    kind = kind_of(telling.records.sessions, place)
    names = {"regular": "a regular session", "make_up": "a make-up", "compensatory": "a compensatory session"}
    said = f"Row {sessions.session_id[place]}: {names[kind]} on {words.dated(sessions.date[place])}, "
    said += f"{sessions.minutes_delivered[place]} of {words.minutes(planned(telling, place))} given."
    if sessions.reason[place]:
        said += f" Reason as written: {sessions.reason[place]}."
    if sessions.makeup_for[place]:
        said += f" It names row {sessions.makeup_for[place]}."
    if sessions.award_id[place]:
        said += f" It names award {sessions.award_id[place]}."
    who, when = sessions.recorded_by[place], sessions.recorded_at[place]
    if who or when:
        said += " Recorded" + (f" by {who}" if who else "") + (f", {when}" if when else "") + "."
    return said


def planned(telling: Telling, place: int) -> int:
    """Return a session's planned minutes; a blank means the service's own."""
    sessions = telling.records.sessions
    own = sessions.minutes_planned[place]
    return (telling.records.services.minutes[telling.place(sessions.service_id[place])] or 0) if own is None else own


def promise(telling: Telling, service_id: str) -> Part:
    """Return what the IEP promises."""
    services, words, row = telling.records.services, telling.words, telling.place(service_id)
    lines = [f"{telling.service(service_id)} ({service_id}): {words.promise(services, row)}."]
    if services.mandate[row]:
        lines.append(words.say("iep_words", words=services.mandate[row]))
    if services.source[row]:
        lines.append(words.say("iep_source", source=services.source[row]))
    start, end = services.start[row], services.end[row]
    first = words.day(start) if start else words.say("year_start")
    lines.append(words.say("service_dates", first=first, last=words.day(end) if end else words.say("year_end")))
    return Part("The promise", tuple(lines))


def period_part(telling: Telling, period: PeriodAccount) -> Part:
    """Return the period: what fell due in it and where it went."""
    words = telling.words
    running = period.last > telling.ledger.as_of
    lines = [
        f"{words.dated(period.first)} to {words.dated(period.last)}" + (" (still running)." if running else " (over)."),
        f"{words.minutes(period.promised)} promised - {period.not_in_session} not in session = {period.due} due.",
    ]
    closed = list(_closed(telling, period))
    if closed:
        lines.append(f"No school on {words.listed(closed)}.")
    figures = [("delivered as written", period.delivered), ("delivered differently", period.delivered_differently)]
    figures += [("still due", period.still_due), ("missed", period.missed), ("unrecorded", period.unrecorded)]
    lines.append(f"{period.due} due = " + " + ".join(f"{n} {name}" for name, n in figures) + ".")
    if period.extra:
        lines.append(f"{words.minutes(period.extra)} beyond what was due are extra.")
    if running and period.due:
        lines.append(pace(telling, period))
        lines.append("Nothing is missed before the period is over.")
    return Part("The period", tuple(lines))


def _closed(telling: Telling, period: PeriodAccount) -> Iterator[str]:
    first, last = day_number(period.first), day_number(period.last)
    if telling.calendar is None or last - first > _LONG:
        return
    for number in range(first, last + 1):
        why = telling.calendar.why_closed(date_of(number))
        if why and is_weekday(number):
            yield f"{telling.words.dated(date_of(number))} ({why})"


def laid(telling: Telling, period: PeriodAccount, shown: list[Miss]) -> Part:
    """Return how the period's shortfall was laid on its gaps."""
    words, sessions = telling.words, telling.records.sessions
    short = period.missed + period.unrecorded
    rule = "A shortfall is laid on the period's gaps, newest first, so a session beyond the plan cures the oldest gap."
    lines = [f"The period fell {words.minutes(short)} short.", rule]
    within = [
        m
        for m in telling.ledger.misses
        if m.service_id == period.service_id and period.first <= m.missed_on <= period.last
    ]
    missed: dict[str, int] = {}
    for miss in within:
        if miss.session_id is not None:
            missed[miss.session_id] = missed.get(miss.session_id, 0) + miss.minutes
    told = []
    for held in telling.window.held:
        if held.period is not None and (held.service_id, held.period.first) == (period.service_id, period.first):
            plan, given = planned(telling, held.place), sessions.minutes_delivered[held.place]
            line = f"{words.dated(held.date)}, row {held.session_id}: planned {plan}, given {given}"
            if given > plan:
                line += f": {given - plan} more than planned"
            if held.session_id in missed:
                line += f": gap {plan - given}, of which {missed[held.session_id]} missed"
            different = how_different(telling.records, held.place)
            told.append(line + (f" ({'; '.join(different)})." if different else "."))
    told += [_unlogged_line(telling, miss) for miss in within if miss.session_id is None]
    if len(told) > _LONG:
        told = [*told[:_LONG], f"... and {len(told) - _LONG} more rows of the period."]
    cured = shown[0].gap - sum(miss.minutes for miss in shown) if shown[0].session_id else 0
    if cured > 0:
        told.append(f"So {words.minutes(cured)} of this gap are cured and owe nothing.")
    return Part("How the shortfall was laid", (*lines, *told))


def _unlogged_line(telling: Telling, miss: Miss) -> str:
    words = telling.words
    if miss.inferred:
        return f"{words.dated(miss.missed_on)}, no row (inferred): gap {miss.gap}, of which {miss.minutes} missed."
    return f"No gap explains {words.minutes(miss.minutes)}: unrecorded, dated the period's last day."


def reason(telling: Telling, held: Held | None, miss: Miss) -> Part:
    """Return the reason, and how it was read."""
    words = telling.words
    read = f"{words.reason(miss.reason)} ({miss.reason})"
    if miss.inferred:
        slot = f" at {miss.start_time // 60:02d}:{miss.start_time % 60:02d}" if miss.start_time is not None else ""
        lines = [
            f"Inferred: the weekly schedule has {words.minutes(miss.gap)}{slot} on this day, and the log has no row.",
            f"Read from the calendar and the tables of absences: {read}.",
        ]
    elif held is None:
        lines = [f"{words.reason(miss.reason).capitalize()}: no record is no proof either way."]
    else:
        written = telling.records.sessions.reason[held.place]
        if written is None:
            lines = [f"The row gives no reason; it is counted as '{OTHER}'."]
        elif written in REASONS:
            lines = [f"Recorded: {read}."]
        else:
            lines = [f"Recorded as {written!r}, which the policy reads as: {read}."]
    return Part("The reason", tuple(lines))
