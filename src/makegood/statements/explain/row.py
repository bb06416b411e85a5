"""The row that is asked about, the rows that it corrected, and its reason."""

from makegood.ledger import Miss
from makegood.ledger.coding.corrections import corrections_of
from makegood.statements.explain.explanation import Part
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction
from makegood.statements.window.held import Held, kind_of
from makegood.terms.reasons import OTHER, REASONS


def rows(case: Case, standing: str) -> Part:
    """Return the row, and the rows whose place it took, oldest first."""
    corrections = corrections_of(case.records.sessions)
    chain = [*reversed(corrections.history(standing)), standing]
    lines = []
    for n, session_id in enumerate(chain):
        lines.append(_row(case, corrections.place[session_id]))
        if n:
            lines.append(correction(case, corrections.place[chain[n - 1]], corrections.place[session_id]))
    return Part("What the log says", tuple(lines))


def _row(case: Case, place: int) -> str:
    sessions, words = case.records.sessions, case.words
    kind = kind_of(case.records, place)
    names = {"regular": "a regular session", "make_up": "a make-up", "compensatory": "a compensatory session"}
    said = f"Row {sessions.session_id[place]}: {names[kind]} on {words.dated(sessions.date[place])}, "
    said += f"{sessions.minutes_delivered[place]} of {words.minutes(planned(case, place))} given."
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
            f"Inferred: the weekly schedule has {words.minutes(miss.gap)}{slot} on this day, and the log has no row.",
            f"Read from the calendar and the tables of absences: {read}.",
        ]
    elif held is None:
        lines = [f"{words.reason(miss.reason).capitalize()}: no record is no proof either way."]
    else:
        written = case.records.sessions.reason[held.place]
        if written is None:
            lines = [f"The row gives no reason; it is counted as '{OTHER}'."]
        elif written in REASONS:
            lines = [f"Recorded: {read}."]
        else:
            lines = [f"Recorded as {written!r}, which the policy reads as: {read}."]
    return Part("The reason", tuple(lines))
