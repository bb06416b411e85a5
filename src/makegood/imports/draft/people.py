"""Whom the names of a row are: one student, or several who had its session together."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from makegood.imports.draft.drafts import Drafts, StudentRef
from makegood.imports.draft.promise import promise_in_row
from makegood.imports.draft.row_reader import RowReader

STUDENT_ABOVE: Final = "Rows without a student are about the student above them."
"""What is assumed of a row that names no student, below one that does."""
TOGETHER: Final = "A row with several names is one session of all of them, each as long as the row says."
"""What is assumed of a row that names several."""
_JOINTS: Final = re.compile(r"\s*(?:[;&/+\n]|\band\b|\by\b)\s*")
_ABSENT: Final = re.compile(
    r"(.*\w.*?)\s*[(\[](?:absent|abs|ab|out|sick|home sick|no show|ausente|enferm[oa])[)\]]", re.IGNORECASE
)


def take_people(rows: RowReader, row: int, people: Iterable[StudentRef], drafts: Drafts) -> None:
    """Draft the students of a row, and what the row says that they are promised."""
    for each in people:
        drafts.students.setdefault(each, rows.place(row))
        if promise := promise_in_row(rows, row, each):
            drafts.promises.append(promise)


def absent_in(student: StudentRef) -> tuple[StudentRef, bool]:
    """Return a student without `(absent)` behind the name, and whether it was there."""
    found = _ABSENT.fullmatch(student.name)
    return (replace(student, name=found.group(1)), True) if found else (student, False)


def people_of(student: StudentRef) -> tuple[StudentRef, ...]:
    """Return each student that a cell of names names: `Ana & Ben`, `Ana; Ben; Cleo`, `Ana Example, Ben Sample`.

    One comma between single words is `Last, First` and one student.
    """
    name = student.name
    if not name or student.id:
        return (student,)
    parts = [part.strip() for part in _JOINTS.split(name) if part.strip()]
    if len(parts) == 1:
        by_comma = [part.strip() for part in name.split(",") if part.strip()]
        several = len(by_comma) > 2 or (len(by_comma) == 2 and all(len(part.split()) > 1 for part in by_comma))  # noqa: PLR2004 - last, first
        suffix = any(part.casefold().strip(".") in {"jr", "sr", "ii", "iii"} for part in by_comma)
        parts = by_comma if several and not suffix else [name]
    return tuple(replace(student, name=part) for part in parts) if len(parts) > 1 else (student,)
