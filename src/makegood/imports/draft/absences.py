"""Absences: a row per day, or stretch of days, on which a student or a provider was away."""

from makegood.imports.cells import text_of
from makegood.imports.draft.codes import meaning_of_code
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import AbsenceDraft, Drafts, LeftOut
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.draft.written_days import start_year_of_days
from makegood.imports.look import Block, Look
from makegood.imports.values.dates import written_day
from makegood.imports.words import NO_REASONS


def draft_absences(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the rows of a table of absences; what its words for why mean is looked up like a code."""
    rows = RowReader(look, block, desk, one_student=False)
    order = rows.date_order("date", "end")
    for number in block.below:
        cells = [cell for cell in look.sheet.rows[number - 1] if cell is not None]
        if not cells:
            continue
        drafts.rows += 1
        where, words = rows.place(number), " | ".join(map(text_of, cells))
        student, provider, code = (rows.text(number, name) for name in ("student_id", "provider", "code"))
        meaning = meaning_of_code(code, desk, rows.place(number, "code")) if code else None
        if code and meaning is None:
            continue
        why = _why_not(meaning, student or provider)
        day, last = (written_day(rows.cell(number, name), numbers=True) for name in ("date", "end"))
        date = day.on(order, start_year_of_days([day], desk, where)) if day else None
        until = last.on(order, start_year_of_days([last], desk, where)) if last else None
        if why is None and date is None:
            why = "it has no day"
        if why is None and last is None and rows.has("end"):
            why = "it has no last day, so how long it lasted is not known"
        if why is not None or date is None or meaning is None:
            drafts.left_out.append(LeftOut(where, why or "it does not say why", words))
            continue
        drafts.absences.append(AbsenceDraft(where, student, "" if student else provider, date, until, meaning))


def _why_not(meaning: str | None, who: str) -> str | None:
    if not who:
        return "it names nobody by number"
    if meaning is None:
        return "it does not say why"
    return "it is no absence of a whole day, by its words" if meaning in NO_REASONS else None
