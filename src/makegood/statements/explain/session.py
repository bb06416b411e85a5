"""How one session's minutes were counted: row, promise, period, reason, rule, deadline, settlement."""

import datetime as dt

from makegood.ledger import Ledger, Miss, log_of
from makegood.records import Records
from makegood.statements.explain.explanation import Explanation, Part
from makegood.statements.explain.judgement import deadline, follows, offers, outcome, settled
from makegood.statements.explain.period import period_part, promise, shortfall
from makegood.statements.explain.row import reason, rows
from makegood.statements.explain.subject import misses_on, service_and_day, student_of
from makegood.statements.explain.use import use
from makegood.statements.statement.case import Case
from makegood.statements.statement.gaps import gap_line
from makegood.statements.window.held import Held, period_on
from makegood.statements.window.window import window_of
from makegood.statements.wording.words import words_of


def explain(records: Records, ledger: Ledger, asked: str) -> Explanation | None:
    """Explain a row of the log, or a service's day with a gap that has no row.

    Args:
        records: The records that were accounted for.
        ledger: Their ledger, of the row's child at least.
        asked: A session_id, or SERVICE_ID:DATE for an inferred gap or unrecorded minutes.

    Returns:
        The explanation, or None if the records say nothing about it up to the ledger's as-of date.
    """
    student_id = student_of(records, asked)
    if student_id is None:
        return None
    log = log_of(records, ledger.as_of)
    case = Case(
        log=log,
        ledger=ledger,
        window=window_of(log, ledger, student_id),
        words=words_of("en"),
        student_id=student_id,
        audience="school",
    )
    place = records.sessions.index().get(asked)
    if place is not None:
        return _row(case, asked)
    service_id, day = service_and_day(records, asked)
    if service_id is None or day is None:
        return None
    misses = misses_on(ledger, service_id, day)
    return _without_row(case, service_id, day, misses) if misses else None


def _row(case: Case, asked: str) -> Explanation:
    corrections, sessions, words = case.log.corrections, case.records.sessions, case.words
    place = corrections.stands_for(asked)
    session_id, service_id = sessions.session_id[place], sessions.service_id[place]
    title = f"{case.service(service_id)}, {words.dated(sessions.date[place])}: row {session_id}"
    parts = []
    if session_id != asked:
        text = f"Row {asked} was corrected and no longer counts. Row {session_id} replaces it and is explained here."
        parts.append(Part("Corrected", (text,)))
    parts += [rows(case, session_id), promise(case, service_id)]
    held = next((h for h in case.window.held if h.session_id == session_id), None)
    if held is None:
        text = f"The row is dated after {words.day(case.ledger.as_of)}, so it does not count yet."
        return Explanation(title, (*parts, Part("Not counted yet", (text,))))
    misses = [miss for miss in case.ledger.misses if miss.session_id == session_id]
    parts += _about_held(case, held, misses)
    return Explanation(title, tuple(parts))


def _about_held(case: Case, held: Held, misses: list[Miss]) -> list[Part]:
    parts = []
    if held.period is not None:
        parts.append(period_part(case, held.period))
    parts.append(use(case, held))
    if misses and held.period is not None:
        parts.append(shortfall(case, held.period, misses))
        parts.append(reason(case, held, misses[0]))
    for miss in misses:
        parts += _judged(case, miss)
    return parts


def _without_row(case: Case, service_id: str, day: dt.date, misses: list[Miss]) -> Explanation:
    title = f"{case.service(service_id)}, {case.words.dated(day)}: no row in the log"
    parts = [promise(case, service_id)]
    own = [period for period in case.ledger.periods if period.service_id == service_id]
    period = period_on(own, day)
    if period is not None:
        parts += [period_part(case, period), shortfall(case, period, misses)]
    for miss in misses:
        parts.append(reason(case, None, miss))
        parts += _judged(case, miss)
    return Explanation(title, tuple(parts))


def _judged(case: Case, miss: Miss) -> list[Part]:
    if not miss.minutes:
        return [Part("What follows", tuple(gap_line(case, miss, "pending", "not_due", "cured")))]
    parts = [follows(case, miss)]
    if miss.disposition == "owed":
        parts.append(deadline(case, miss))
    parts += [part for part in (offers(case, miss), settled(case, miss)) if part.lines]
    return [*parts, outcome(case, miss)]
