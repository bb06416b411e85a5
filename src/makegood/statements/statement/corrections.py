"""What else the log tells: make-ups and what they settled, awards, sessions outside, corrections."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from makegood.ledger.coding.corrections import corrections_of
from makegood.statements.statement.case import Case
from makegood.statements.wording.words import Words
from makegood.terms.reasons import REASONS

COMPARED: Final = (
    "date",
    "minutes_delivered",
    "minutes_planned",
    "reason",
    "kind",
    "makeup_for",
    "group_size",
    "setting",
    "as_written",
)
"""The columns whose change a correction is shown with."""


def correction_lines(case: Case) -> Iterator[str]:
    """Yield each correction: which row took the place of which, and what changed."""
    corrections = corrections_of(case.records.sessions)
    for held in case.window.held:
        chain = [*reversed(corrections.history(held.session_id)), held.session_id]
        for old, new in pairwise(chain):
            yield correction(case, corrections.place[old], corrections.place[new])


def correction(case: Case, old: int, new: int) -> str:
    """Return what a row changed of the row whose place it took."""
    words, say, sessions = case.words, case.words.say, case.records.sessions
    line = say(
        "correction_line",
        day=words.dated(sessions.date[new]),
        service=case.service(sessions.service_id[new]),
        new=sessions.session_id[new],
        old=sessions.session_id[old],
    )
    changed = [
        say("changed", what=say(f"f_{name}"), old=in_words(words, before), new=in_words(words, after))
        for name in COMPARED
        if (before := sessions.values(name)[old]) != (after := sessions.values(name)[new])
    ]
    text = "; ".join(changed)
    line += f" {text[:1].upper()}{text[1:]}." if changed else " " + say("changed_nothing")
    who, when = sessions.recorded_by[new], sessions.recorded_at[new]
    if who or when:
        key = "recorded" if who and when else "recorded_who" if who else "recorded_when"
        line += " " + say(key, who=who, when=when)
    return line


def in_words(words: Words, value: Any) -> str:
    """Return a cell of the log as a reader says it."""
    if value is None:
        return words.say("blank")
    if isinstance(value, bool):
        return words.say("yes" if value else "no")
    if isinstance(value, dt.date):
        return words.short_day(value)
    return words.reason(value) if value in REASONS else str(value)
