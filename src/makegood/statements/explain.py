"""The whole way of one session's minutes: row, promise, period, reason, rule, deadline, settlement."""

import datetime as dt

from makegood.calendars import calendars_of
from makegood.ledger import Ledger, Miss
from makegood.log import corrections_of
from makegood.records import Records
from makegood.statements.explain_judgement import deadline, follows, offers, settled, standing_now
from makegood.statements.explain_parts import Explanation, Part
from makegood.statements.explain_record import laid, period_part, promise, reason, rows
from makegood.statements.explain_subject import misses_on, service_and_day, student_of
from makegood.statements.explain_use import use
from makegood.statements.sentences import words_of
from makegood.statements.statement_telling import Telling
from makegood.statements.window import Held, period_on, window_of


def explain(records: Records, ledger: Ledger, asked: str) -> Explanation | None:
    """Explain a row of the log, or a service's day with a gap that no row tells of.

    Args:
        records: The records that were accounted for.
        ledger: Their ledger, of the row's child at least.
        asked: A session_id, or SERVICE_ID:DATE for an inferred gap or unrecorded minutes.

    Returns:
        The explanation, or None if the records tell nothing of it up to the ledger's as-of date.
    """
    student_id = student_of(records, asked)
    if student_id is None:
        return None
    telling = Telling(
        records=records,
        ledger=ledger,
        window=window_of(records, ledger, student_id),
        words=words_of("en"),
        calendar=calendars_of(records).of_student(student_id),
        student_id=student_id,
    )
    place = records.sessions.index().get(asked)
    if place is not None:
        return _row(telling, asked)
    service_id, day = service_and_day(records, asked)
    if service_id is None or day is None:
        return None
    misses = misses_on(ledger, service_id, day)
    return _unlogged(telling, service_id, day, misses) if misses else None


def _row(telling: Telling, asked: str) -> Explanation:
    corrections, sessions, words = corrections_of(telling.records.sessions), telling.records.sessions, telling.words
    place = corrections.stands_for(asked)
    standing, service_id = sessions.session_id[place], sessions.service_id[place]
    title = f"{telling.service(service_id)}, {words.dated(sessions.date[place])}: row {standing}"
    parts = []
    if standing != asked:
        text = (
            f"Row {asked} was corrected and no longer counts. Row {standing} stands for it now, and is explained here."
        )
        parts.append(Part("Corrected", (text,)))
    parts += [rows(telling, standing), promise(telling, service_id)]
    held = next((h for h in telling.window.held if h.session_id == standing), None)
    if held is None:
        text = f"The row is dated after {words.day(telling.ledger.as_of)}, so it does not count yet."
        return Explanation(title, (*parts, Part("Not counted yet", (text,))))
    misses = [miss for miss in telling.ledger.misses if miss.session_id == standing]
    parts += _about_held(telling, held, misses)
    return Explanation(title, tuple(parts))


def _about_held(telling: Telling, held: Held, misses: list[Miss]) -> list[Part]:
    parts = []
    if held.period is not None:
        parts.append(period_part(telling, held.period))
    parts.append(use(telling, held))
    if misses and held.period is not None:
        parts.append(laid(telling, held.period, misses))
        parts.append(reason(telling, held, misses[0]))
    for miss in misses:
        parts += _judged(telling, miss)
    return parts


def _unlogged(telling: Telling, service_id: str, day: dt.date, misses: list[Miss]) -> Explanation:
    title = f"{telling.service(service_id)}, {telling.words.dated(day)}: no row in the log"
    parts = [promise(telling, service_id)]
    own = [period for period in telling.ledger.periods if period.service_id == service_id]
    period = period_on(own, day)
    if period is not None:
        parts += [period_part(telling, period), laid(telling, period, misses)]
    for miss in misses:
        parts.append(reason(telling, None, miss))
        parts += _judged(telling, miss)
    return Explanation(title, tuple(parts))


def _judged(telling: Telling, miss: Miss) -> list[Part]:
    if not miss.minutes:
        text = "Other sessions of the period gave these minutes back. Nothing follows from them."
        return [Part("What follows", (text,))]
    parts = [follows(telling, miss)]
    if miss.disposition == "owed":
        parts.append(deadline(telling, miss))
    parts += [part for part in (offers(telling, miss), settled(telling, miss)) if part.lines]
    return [*parts, standing_now(telling, miss)]
