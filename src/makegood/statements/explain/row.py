"""The row that is asked about, the rows that it replaced, and its reason."""

from makegood.ledger import Miss
from makegood.statements.explain.explanation import Part
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction
from makegood.statements.window.held import Held
from makegood.statements.wording.words import capital
from makegood.terms.clock import clock
from makegood.terms.reasons import OTHER, REASONS, UNRECORDED


def rows(case: Case, session_id: str) -> Part:
    """Return a row that counts, and the rows that it replaced, oldest first."""
    corrections = case.log.corrections
    chain = [*reversed(corrections.history(session_id)), session_id]
    lines = []
    for n, each in enumerate(chain):
        lines.append(_row(case, corrections.place[each]))
        if n:
            lines.append(correction(case, corrections.place[chain[n - 1]], corrections.place[each]))
    return Part("What the log says", tuple(lines))


def _row(case: Case, place: int) -> str:
    sessions, words = case.records.sessions, case.words
    kind = words.log.kinds[case.log.kinds[place]]
    line = f"Row {sessions.session_id[place]}: a {kind} on {words.dated(sessions.date[place])}, "
    planned = case.log.lengths.planned(place)
    line += f"{sessions.minutes_delivered[place]} of {words.minutes(planned.minutes)} given"
    line += f" (planned {words.misses.planned_by[planned.by]})."
    if sessions.is_supposed(place):
        line += " Supposed, not recorded: nobody noted this session."
    if sessions.reason[place]:
        line += f" Reason as written: {sessions.reason_words[place] or sessions.reason[place]}."
    if sessions.makeup_for[place]:
        line += f" It names row {sessions.makeup_for[place]}."
    if sessions.award_id[place]:
        line += f" It names award {sessions.award_id[place]}."
    who, when = sessions.recorded_by[place], sessions.recorded_at[place]
    if who or when:
        line += " Recorded" + (f" by {who}" if who else "") + (f", {when}" if when else "") + "."
    return line


def reason(case: Case, held: Held | None, miss: Miss) -> Part:
    """Return the reason, and how it was read."""
    words = case.words
    read = f"{words.reason(miss.reason)} ({miss.reason})"
    slot = f" at {clock(miss.start_time)}" if miss.start_time is not None else ""
    schedule = f"the schedule has {words.minutes(miss.gap)}{slot} on this day, and the log shows nothing."
    if miss.reason == UNRECORDED:
        lines = [capital(schedule)] if miss.inferred else []
        lines.append(f"{capital(words.reason(miss.reason))}: no record is no proof either way.")
    elif miss.inferred:
        lines = [f"Inferred: {schedule}", f"From the calendar and the records of absences: {read}."]
    elif miss.reason_from == "absences":
        lines = [f"The row gives no reason. Assumed from the records of absences: {read}."]
    else:
        sessions = case.records.sessions
        written, said = (sessions.reason[held.place], sessions.reason_words[held.place]) if held else (None, None)
        if written is None:
            lines = [f"The row gives no reason; it is counted as '{OTHER}'."]
        elif said and written in REASONS:
            lines = [f"Recorded as {said!r}, which was read as: {read}."]
        elif written in REASONS:
            lines = [f"Recorded: {read}."]
        else:
            lines = [f"Recorded as {written!r}, which the policy reads as: {read}."]
    return Part("The reason", tuple(lines))
