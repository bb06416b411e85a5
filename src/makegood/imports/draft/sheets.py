"""One sheet, drafted as its shape says."""

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.calendar import draft_calendar
from makegood.imports.draft.caseload import draft_caseload
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut
from makegood.imports.draft.grid import draft_grid
from makegood.imports.draft.log import draft_log
from makegood.imports.draft.notes import draft_notes
from makegood.imports.look import Look


def draft_sheet(look: Look, desk: Desk, drafts: Drafts) -> None:
    """Add what a sheet holds to the drafts; what it does not say is asked at the desk."""
    sheet = look.sheet
    if look.shape == "unknown":
        says = f"What is {sheet.place}? No row of headings was found in it that Makegood knows."
        likely = (
            Answer("leave_out", "nothing to read"),
            Answer("log", "a log: a row per session"),
            Answer("grid", "a grid: a row per student, a column per date"),
            Answer("caseload", "a list of students and what their IEPs promise"),
            Answer("calendar", "days without school"),
        )
        desk.ask(
            Question(
                "shape", sheet.name or sheet.file, says, ("sheets", sheet.name, "shape"), sheet.file, likely=likely
            ),
            Place(sheet.file, sheet.name),
        )
        return
    if look.shape in {"key", "leave_out"}:
        if look.shape == "leave_out":
            drafts.left_out.append(LeftOut(Place(sheet.file, sheet.name), "the mapping leaves this sheet out", ""))
        return
    for block in look.blocks:
        if look.shape == "log":
            draft_log(look, block, desk, drafts)
        elif look.shape == "grid":
            draft_grid(look, block, desk, drafts)
        elif look.shape == "caseload":
            draft_caseload(look, block, desk, drafts)
        elif look.shape == "calendar":
            draft_calendar(look, block, desk, drafts)
        elif look.shape == "notes":
            draft_notes(look, block, desk, drafts)
