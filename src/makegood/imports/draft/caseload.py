"""A caseload: a row per student and service, with what the IEP promises where it says so."""

from makegood.imports.cells import text_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut
from makegood.imports.draft.people import STUDENT_ABOVE, people_of
from makegood.imports.draft.promise import promises_in_row, without_promise
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.look import Block, Look
from makegood.imports.words import common


def draft_caseload(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the rows of a caseload."""
    rows = RowReader(look, block, desk)
    last = None
    for number in block.below:
        cells = look.sheet.rows[number - 1]
        filled = [cell for cell in cells if cell is not None]
        if not filled:
            continue
        drafts.rows += 1
        where = rows.place(number)
        words = " | ".join(map(text_of, filled))
        if any(isinstance(cell, str) and common(cell.rstrip(":"), "totals") for cell in filled):
            drafts.left_out.append(LeftOut(where, "a total", words))
            continue
        if why := rows.why_left_out(number):
            drafts.left_out.append(LeftOut(where, why, words))
            continue
        student = rows.student(number)
        if student is None and last is not None and rows.text(number, "service_type"):
            student = last
            desk.assume(STUDENT_ABOVE)
        if student is None or (len(filled) == 1 and rows.names_students and len(block.columns) > 2):  # noqa: PLR2004 - more than a name
            drafts.left_out.append(LeftOut(where, "it names no student with a service", words))
            continue
        last = student
        for each in people_of(student):
            drafts.students.setdefault(each, where)
            promises = promises_in_row(rows, number, each, drafts)
            if not promises and (rows.service or rows.has("service_type")):
                promises = [without_promise(rows, number, each)]
            drafts.promises += promises
