"""What a row's note says of its session, where no column of its own does."""

from typing import Final

from makegood.imports.draft.codes import meaning_of_code
from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.outcome import HELD, Outcome, outcomes_of, said_in
from makegood.imports.values.amount import Amount
from makegood.imports.words import NO_REASONS, bare, likely_outcomes, phrase_outcomes

_FEW_WORDS: Final = 4
_LONG: Final = 3
"""A word of so many letters may say something inside a note; a single letter is no code there."""


def of_note(row: LogRow) -> list[Outcome]:
    """Return what a row with neither minutes nor a code says in its note."""
    if not row.note:
        row.leave_out("it has neither minutes nor a code nor a reason")
        return []
    return outcomes_of([Amount(code=row.note)], row.desk, row.drafts, row.place("note"), row.words)


def take_reason_in_note(row: LogRow, outcome: Outcome) -> None:
    """Take the reason of a miss without one from the row's note, where the note says just one."""
    note = row.note
    short = outcome.meaning == "missed" or (
        outcome.meaning == "held" and outcome.planned is not None and (outcome.minutes or 0) < outcome.planned
    )
    if not note or not short:
        return
    said = reasons_in_note(row)
    if len(said) == 1:
        outcome.meaning = said.pop()
        outcome.written = said_in(note)
        row.desk.take("notes", note, outcome.meaning)
    elif outcome.meaning == "missed" and _may_say_why(note):
        meaning = meaning_of_code(note, row.desk, row.place("note"))
        outcome.meaning = "missed" if meaning in HELD else meaning
        outcome.written = said_in(note)
        outcome.zero = False


def reasons_in_note(row: LogRow) -> set[str]:
    """Return the reasons for a miss that a row's note surely gives."""
    return set(phrase_outcomes(row.note)) - NO_REASONS


def _may_say_why(note: str) -> bool:
    """Return whether a note of a few words may say why a session was missed: it is then asked, and never taken."""
    words = bare(note).split()
    return len(words) <= _FEW_WORDS and any(
        likely_outcomes(part) for part in (note, *(word for word in words if len(word) >= _LONG))
    )
