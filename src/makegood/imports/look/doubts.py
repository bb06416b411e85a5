"""What the headings of a table leave open: columns of which a person must say what they hold."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import Cell, text_of
from makegood.imports.look.cells import are, sample
from makegood.imports.look.columns import INITIALS
from makegood.imports.look.look import Block, Column, Look
from makegood.imports.look.mapped import column_name
from makegood.imports.look.meanings import NOT_READ, is_read
from makegood.imports.look.needed import needed
from makegood.imports.words import bare, common, heading_of, phrase_outcomes

_ONCE: Final = ("date", "student_name", "minutes_delivered", "code", "service_type", "student_id")
_SAYS: Final = {
    "date": "the day of the session",
    "student_name": "the student's name",
    "student_id": "the student's number",
    "minutes_delivered": "minutes that were given",
    "minutes_planned": "minutes that were planned",
    "code": "whether the session was held, or a code for it",
    "service_type": "which service it was",
    "start_time": "when it began",
    "delivery": "individual or group",
    "time": "from when to when it was",
    "note": "a note",
    "reason": "why a session was missed",
    "kind": "what kind of session it was",
    "mandate": "what the IEP promises: how often and how long",
    "sessions": "how many sessions in a week or month",
    "session_minutes": "minutes of each session",
    "minutes_per_week": "minutes in each week",
    "minutes_per_month": "minutes in each month",
    "start": "the first day of the service",
    "end": "the last day of the service",
    "date_of_birth": "the student's date of birth",
    "provider": "the therapist or teacher",
    "school": "the school",
    "one_student": "the sessions of the student who is called so",
    NOT_READ: "nothing that is needed: it is not read",
}
_KNOWN: Final = frozenset({"delivery", "setting", "group", "day"})
"""Headings that say that the column is not about what a session came to, though its cells are others than thought."""
_NOT_ASKED: Final = frozenset({"ignore", "total"})
_FEW: Final = 12
_SHORT: Final = 14
_SHOWN: Final = 3


def column_questions(look: Look) -> list[Question]:
    """Return what must be asked about the columns of a sheet before its rows can be read."""
    if look.shape not in {"log", "caseload", "grid"} or not look.blocks:
        return []
    block = look.blocks[0]
    if look.shape == "grid":
        across = (c for c in block.columns if c.meaning == "one_student" and c.how == "cells")
        one_each = [_question(look, block, column, ("one_student", "note", NOT_READ)) for column in across]
        return [*one_each, *(_needed(look, block) if block.days else ())]
    # What looks needed is asked as that, before what it might say of a session.
    first = (*_by_cells(look, block), *_initials(look, block), *_twice(look, block))
    questions = [*first, *_needed(look, block), *_unknown(look, block)]
    found: dict[tuple[str, ...], Question] = {}
    for question in questions:
        found.setdefault(question.key, question)
    return list(found.values())


def _needed(look: Look, block: Block) -> list[Question]:
    return [_question(look, block, column, likely) for column, likely in needed(look, block)]


def _by_cells(look: Look, block: Block) -> Iterator[Question]:
    """Yield the columns without a heading that only their cells explain; days explain themselves."""
    if look.sure:
        return
    for column in block.columns:
        if column.how == "cells" and column.meaning and column.meaning != "date":
            yield _question(look, block, column, (column.meaning, NOT_READ))
        elif column.how == "cells" and column.meaning is None and sample(look.sheet, column.place, 1, block.last_row):
            yield _question(look, block, column, ("code", "note", "service_type", NOT_READ))


def _initials(look: Look, block: Block) -> Iterator[Question]:
    """Yield a column of initials that may be the student's, or those of who gave the session."""
    for column in block.columns:
        if column.how != "mapping" and column.meaning == "student_name" and bare(column.heading) == INITIALS:
            of_staff, of_child = "provider", "student_name"
            likely = (of_staff, of_child) if of_child in look.titles else (of_child, of_staff)
            yield _question(look, block, column, (*likely, NOT_READ))


def _twice(look: Look, block: Block) -> Iterator[Question]:
    """Yield the columns of which two say that they hold the one thing that a row has once."""
    counts = Counter(column.meaning for column in block.columns if column.how != "mapping")
    settled = {column.meaning for column in block.columns if column.how == "mapping"}
    for column in block.columns:
        if column.how == "mapping" or column.meaning not in _ONCE:
            continue
        if counts[column.meaning] > 1 or column.meaning in settled:
            others = ("minutes_planned",) if column.meaning == "minutes_delivered" else ()
            yield _question(look, block, column, (column.meaning or "", *others, NOT_READ))


def _unknown(look: Look, block: Block) -> Iterator[Question]:
    """Yield the columns with an unknown heading that may hold what a session came to."""
    if look.shape != "log":
        return
    has_minutes = any(column.meaning in {"minutes_delivered", "time", "end_time"} for column in block.columns)
    has_code = any(column.meaning in {"code", "reason"} for column in block.columns)
    for column in block.columns:
        if column.how == "mapping" or not column.heading or heading_of(column.heading) in _KNOWN:
            continue
        if is_read(look.shape, column.meaning) or column.meaning in _NOT_ASKED:
            continue
        cells = sample(look.sheet, column.place, block.heading_row + 1, block.last_row)
        if len(cells) < _SHOWN and not any(map(_says_outcome, cells)):
            continue
        if are(cells, "minutes") and not has_minutes:
            yield _question(look, block, column, ("minutes_delivered", "minutes_planned", NOT_READ))
        elif any(map(_says_outcome, cells)) or all(map(_is_yes_or_no, cells)):
            yield _question(look, block, column, ("reason", "code", "kind", "note", NOT_READ))
        elif (_are_codes(cells) and not (has_code and has_minutes)) or not (has_code or has_minutes):
            yield _question(look, block, column, ("code", "service_type", "note", NOT_READ))


def _says_outcome(cell: Cell) -> bool:
    """Return whether a cell says that a session was held or missed: a column of such cells is not passed over."""
    return isinstance(cell, str) and bool(cell) and bool(phrase_outcomes(cell).keys() - {"no_row"})


def _is_yes_or_no(cell: Cell) -> bool:
    return common(text_of(cell), "yes", "no") is not None and text_of(cell) not in {"0", "1"}


def _are_codes(cells: list[Cell]) -> bool:
    """Return whether a column holds a few short words over and over."""
    texts = [text_of(cell) for cell in cells]
    return len(set(texts)) <= _FEW and len(set(texts)) < len(texts) and max(map(len, texts)) <= _SHORT


def _question(look: Look, block: Block, column: Column, likely: tuple[str, ...]) -> Question:
    sheet = look.sheet
    cells = sample(sheet, column.place, block.heading_row + 1, block.last_row)
    shown = ", ".join(dict.fromkeys(repr(text_of(cell)) for cell in cells[:20]))[:80]
    name = column_name(column)
    says = f"What does {name!r} of {sheet.place} hold? It says: {shown}."
    return Question(
        "column", name, says, ("sheets", sheet.name, "columns", name), sheet.file,
        (Place(sheet.file, sheet.name, block.heading_row or None, column.place),), 1,
        tuple(Answer(meaning, _SAYS.get(meaning, meaning.replace("_", " "))) for meaning in dict.fromkeys(likely)),
        any_text=True,
    )  # fmt: skip
