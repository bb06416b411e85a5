"""One sheet, drafted as its shape says."""

from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.absences import draft_absences
from makegood.imports.draft.calendar import draft_calendar
from makegood.imports.draft.caseload import draft_caseload
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut
from makegood.imports.draft.grid import draft_across, draft_grid
from makegood.imports.draft.log import draft_log
from makegood.imports.draft.notes import draft_notes
from makegood.imports.look import Look
from makegood.imports.values.dates import written_day

_DRAFT: Final = {
    "log": draft_log,
    "grid": draft_grid,
    "caseload": draft_caseload,
    "calendar": draft_calendar,
    "notes": draft_notes,
    "absences": draft_absences,
}
_FEWEST_DAYS: Final = 3


def draft_sheet(look: Look, desk: Desk, drafts: Drafts, *, alone: bool) -> None:
    """Add what a sheet holds to the drafts; what it does not say is asked at the desk.

    Args:
        look: What was seen in the sheet.
        desk: Where questions go.
        drafts: What is added to.
        alone: Whether no other sheet of its file was recognised.
    """
    where = Place(look.sheet.file, look.sheet.name)
    if look.shape == "leave_out":
        drafts.left_out.append(LeftOut(where, "the mapping leaves this sheet out", look.sheet.name))
    elif look.shape == "unknown" and (alone or _has_days(look)):
        _ask_shape(look, where, desk)
    elif look.shape == "unknown":
        drafts.left_out.append(LeftOut(where, "nothing in this sheet looks like a table of sessions", look.sheet.name))
    for block in look.blocks if look.shape in _DRAFT else ():
        if look.shape == "grid" and not block.days:
            draft_across(look, block, desk, drafts)
        else:
            _DRAFT[look.shape](look, block, desk, drafts)


def _has_days(look: Look) -> bool:
    days = (written_day(cell) for cells in look.sheet.rows[:200] for cell in cells if cell is not None)
    return sum(day is not None for day in days) >= _FEWEST_DAYS


def _ask_shape(look: Look, where: Place, desk: Desk) -> None:
    sheet = look.sheet
    says = f"What is {sheet.place}? No row of headings was found in it that Makegood knows."
    likely = (
        Answer("leave_out", "nothing to read"),
        Answer("log", "a log: a row per session"),
        Answer("grid", "a grid: a row per student, a column per date"),
        Answer("caseload", "a list of students and what their IEPs promise"),
        Answer("calendar", "days without school"),
    )
    key = ("sheets", sheet.name, "shape")
    desk.ask(Question("shape", sheet.name or sheet.file, says, key, sheet.file, likely=likely), where)
