"""The row that is asked about, the rows that it replaced, and its reason."""

from makegood.ledger import Miss
from makegood.log import corrections_of, kind_of
from makegood.statements.explain.explanation import Part
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction
from makegood.statements.window.held import Held
from makegood.statements.wording.words import capital
from makegood.terms.reasons import OTHER, REASONS


def rows(case: Case, session_id: str) -> Part:
    """Return a row that counts, and the rows that it replaced, oldest first."""
    corrections = corrections_of(case.records.sessions)
    chain = [*reversed(corrections.history(session_id)), session_id]
    lines = []
    for n, each in enumerate(chain):
        lines.append(_row(case, corrections.place[each]))
        if n:
            lines.append(correction(case, corrections.place[chain[n - 1]], corrections.place[each]))
    return Part("What the log says", tuple(lines))


def _row(case: Case, place: int) -> str:
    sessions, words = case.records.sessions, case.words
    kind = words.log.kinds[kind_of(case.records.sessions, place)]
    line = f"Row {sessions.session_id[place]}: a {kind} on {words.dated(sessions.date[place])}, "
    line += f"{sessions.minutes_delivered[place]} of {words.minutes(planned(case, place))} given."
    if sessions.reason[place]:
        line += f" Reason as written: {sessions.reason[place]}."
    if sessions.makeup_for[place]:
        line += f" It names row {sessions.makeup_for[place]}."
    if sessions.award_id[place]:
        line += f" It names award {sessions.award_id[place]}."
    who, when = sessions.recorded_by[place], sessions.recorded_at[place]
    if who or when:
        line += " Recorded" + (f" by {who}" if who else "") + (f", {when}" if when else "") + "."
    return line


def planned(case: Case, place: int) -> int:
    """Return a session's planned minutes; a blank means the service's own."""
    sessions = case.records.sessions
    own = sessions.minutes_planned[place]
    return (case.records.services.minutes[case.place(sessions.service_id[place])] or 0) if own is None else own


def reason(case: Case, held: Held | None, miss: Miss) -> Part:
    """Return the reason, and how it was read."""
    words = case.words
    read = f"{words.reason(miss.reason)} ({miss.reason})"
    if miss.inferred:
        slot = f" at {miss.start_time // 60:02d}:{miss.start_time % 60:02d}" if miss.start_time is not None else ""
        lines = [
            f"Inferred: the schedule has {words.minutes(miss.gap)}{slot} on this day, and the log shows nothing.",
            f"From the calendar and the records of absences: {read}.",
        ]
    elif held is None:
        lines = [f"{capital(words.reason(miss.reason))}: no record is no proof either way."]
    else:
        written = case.records.sessions.reason[held.place]
        if written is None:
            lines = [f"The row gives no reason; it is counted as '{OTHER}'."]
        elif written in REASONS:
            lines = [f"Recorded: {read}."]
        else:
            lines = [f"Recorded as {written!r}, which the policy reads as: {read}."]
    return Part("The reason", tuple(lines))
