"""A letter as a file, made in a process of its own with limits of time and memory."""

import datetime as dt
from typing import Final

from makegood.documents.ask import letter
from makegood.documents.produce import Format, Made
from makegood.documents.texts import own_apart
from makegood.records import Records
from makegood.web.papers.turns import turn
from makegood.web.papers.typed import Typed

TYPES: Final[dict[Format, str]] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def made(
    records: Records, student_id: str, kind: str, day: dt.date, *, typed: Typed, as_: Format, noted: bool
) -> Made | None:
    """Return a letter's file; None if too many others are being made.

    Args:
        records: The child's records.
        student_id: The child.
        kind: The kind of letter.
        day: The letter's day.
        typed: What was filled in.
        as_: As which file.
        noted: Whether the records are the family's own notes.
    """
    with turn() as got:
        if not got:
            return None
        return letter(
            records,
            student_id,
            kind,
            day,
            lang=typed.lang,
            fields=typed.fields,
            templates=own_apart(),
            formats=(as_,),
            noted=noted,
        )
