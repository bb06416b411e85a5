"""What is typed of the IEPs while an import is under way: kept as its folder's caseload, shown, and taken back."""

import csv
import io
from collections.abc import Mapping
from typing import Final, NamedTuple

from makegood.files.limits import CSV_BYTES
from makegood.files.reading import is_there, read_bytes
from makegood.files.writing import write_whole
from makegood.imports.draft.drafts import PromiseDraft
from makegood.imports.result import Import
from makegood.imports.write.caseload import FILE, Waiting, caseload_text
from makegood.intake.unfinished import FREQUENCY
from makegood.terms.formula import unguarded
from makegood.terms.visible import without_unseen
from makegood.web.setup.field_names import field_of_promise, field_of_typed
from makegood.web.setup.work import Work

CHANGE: Final = "change"
"""The button by which an answer, or what was typed, is taken back."""
_LONGEST: Final = 300
"""The most characters of what is typed."""


class Typed(NamedTuple):
    """What somebody typed of an IEP.

    Attributes:
        field: The name of the button that takes it back.
        student: The student_id.
        service: The type of service.
        words: What was typed.
    """

    field: str
    student: str
    service: str
    words: str


def plain(typed: str) -> str:
    """Return what was typed as one line without unseen characters: a file that held them would be taken for damaged."""
    return without_unseen(typed[:_LONGEST]).strip()


def promise(work: Work, made: Import, form: Mapping[str, str]) -> bool:
    """Write what was typed of the IEPs into the caseload that waits for it.

    Returns:
        Whether anything was typed.
    """
    waiting = [
        Waiting(made.students.all[student], type_, *_dates(draft), made.waits[student, type_])
        for (student, type_), draft in made.services.waiting.items()
    ]
    fields = [field_of_promise(student, type_) for student, type_ in made.services.waiting]
    typed = [plain(form.get(field, "")) for field in fields]
    if not any(typed):
        return False
    header, *rows = csv.reader(io.StringIO(caseload_text(waiting), newline=""))
    column = header.index(FREQUENCY)
    for row, words in zip(rows, typed, strict=True):
        row[column] = words
    # What was typed before waits no longer, and is the only word there is of those services.
    _write(work, header, rows + [row for row in _caseload(work)[1] if row[column]])
    return True


def typed_in(work: Work) -> list[Typed]:
    """Return what was typed of the IEPs so far."""
    header, rows = _caseload(work)
    found = (dict(zip(header, map(unguarded, row), strict=True)) for row in rows)
    return [
        Typed(field_of_typed(each["Student ID"], each["Service"]), each["Student ID"], each["Service"], each[FREQUENCY])
        for each in found
        if each[FREQUENCY]
    ]


def take_promise_back(work: Work, form: Mapping[str, str]) -> bool:
    """Take back what was typed of the IEP that a form names: its service waits again; return whether there was any."""
    header, rows = _caseload(work)
    fields = [
        field_of_typed(*(unguarded(row[header.index(name)]) for name in ("Student ID", "Service"))) for row in rows
    ]
    left = [row for row, field in zip(rows, fields, strict=True) if field != form.get(CHANGE)]
    if len(left) == len(rows):
        return False
    if left:
        _write(work, header, left)
    else:
        (work.records / FILE).unlink()
    return True


def _caseload(work: Work) -> tuple[list[str], list[list[str]]]:
    """Return the headings and the rows of the caseload; nothing if nothing was typed yet."""
    path = work.records / FILE
    kept = read_bytes(path, CSV_BYTES) if is_there(path) else b""
    rows = list(csv.reader(io.StringIO(kept.decode("utf-8-sig"), newline=""))) if isinstance(kept, bytes) else []
    return (rows[0], rows[1:]) if rows else ([], [])


def _write(work: Work, header: list[str], rows: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows([header, *rows])
    write_whole(work.records / FILE, file.getvalue().encode("utf-8-sig"))


def _dates(draft: PromiseDraft | None) -> tuple[str, str]:
    """Return the first and the last day, as far as they are known."""
    days = (draft.start, draft.end) if draft else (None, None)
    first, last = (day.isoformat() if day else "" for day in days)
    return first, last
