"""What kind of session a row says that it was: a regular one, a make-up, or none of this service."""

import re
from typing import Final

from makegood.imports.draft.codes import ask_code, meaning_of_code
from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.outcome import HELD, NO_SESSION, Outcome
from makegood.imports.mapping import OPEN
from makegood.imports.values.dates import written_day
from makegood.imports.values.written import Written
from makegood.imports.words import common, outcome_of, phrase_outcomes

_FOR_DAY: Final = re.compile(r"\b(?:for|from|of|para|del?)\s+(?:the\s+)?(\d{1,2}/\d{1,2}(?:/\d{2,4})?)", re.IGNORECASE)


def take_kind(row: LogRow, outcome: Outcome) -> bool:
    """Make a session a make-up where its kind, or the day that it makes up, says so.

    A kind such as an evaluation may say that it was no session, or that the session was missed for it.

    Returns:
        Whether it is a session.
    """
    for_day = written_day(row.cell("makeup_for"), numbers=True) or written_day(row.cell("award"))
    meaning = "make_up" if for_day else None
    if row.kind and outcome.meaning == "held" and not meaning:
        meaning = _meaning_of(row)
    if meaning in NO_SESSION:
        return False
    if meaning == "make_up" and outcome.meaning == "held":
        outcome.meaning = "make_up"
        outcome.day = outcome.day or _day_made_up(row.kind)
    elif meaning == OPEN:
        outcome.meaning = None
    elif meaning is not None and meaning not in HELD:
        outcome.meaning, outcome.minutes, outcome.zero, outcome.written = meaning, 0, False, row.kind
    outcome.day = outcome.day or for_day
    if outcome.meaning == "make_up" and outcome.day is None:
        outcome.day = _day_made_up(row.note)
    return True


def _meaning_of(row: LogRow) -> str | None:
    """Return what the kind of a session that was held says of it; None for a regular one, `?` while it is asked."""
    kind = row.kind
    asks_whether_make_up = outcome_of(row.rows.block.heading("kind").rstrip("?")) == "make_up"
    if asks_whether_make_up and (said := common(kind, "yes", "no")):
        return "make_up" if said == "yes" else None
    if common(kind, "regular"):
        return None
    where, unanswered = row.place("kind"), row.desk.answer_for_code(kind) is None
    if unanswered and phrase_outcomes(kind).keys() == {"make_up"}:
        row.desk.take("codes", kind, "make_up")
        return "make_up"
    if unanswered and row.award:
        # Time under an award is no regular session, whatever it is called.
        return None
    if unanswered and outcome_of(kind) != "held":
        # What else a therapist does may be beside the session, or in its place: only a person knows.
        ask_code(kind, row.desk, where, first="leave_out")
        return OPEN
    return meaning_of_code(kind, row.desk, where)


def _day_made_up(text: str) -> Written | None:
    """Return the day of the miss that a text such as `MU for 10/2` names."""
    found = _FOR_DAY.search(text)
    return written_day(found.group(1)) if found else None
