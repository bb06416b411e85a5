"""A grid the other way round: a row per day, a column per student."""

from makegood.imports.ask import Place
from makegood.imports.cells import text_of
from makegood.imports.draft.context import RowReader
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, StudentRef
from makegood.imports.draft.grid import sessions_of_cell
from makegood.imports.draft.outcome import as_sessions, ask_why, outcomes_of, small_numbers
from makegood.imports.look import Block, Look
from makegood.imports.values.amount import amounts_in
from makegood.imports.values.dates import written_day


def draft_across(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the cells of a grid whose columns are students."""
    sheet = look.sheet
    rows = RowReader(look, block, desk, one_student=False)
    students = [column for column in block.columns if column.meaning == "one_student"]
    by = "date" if rows.has("date") else "week"
    numbers = range(block.heading_row + 1, block.last_row + 1)
    days = [day for row in numbers if (day := written_day(rows.cell(row, by), numbers=True))]
    where = rows.place(block.heading_row + 1, by)
    order, year = desk.order(days, where), desk.start_year(days, where)
    every = [a for row in numbers for column in students for a in amounts_in(sheet.cell(row, column.place))]
    small = small_numbers(every, desk, where)
    if any(column.how == "heading" for column in students):
        desk.assume("The headings of the columns are the names of students.")
    for row in numbers:
        cells = [cell for cell in sheet.rows[row - 1] if cell is not None]
        if not cells:
            continue
        drafts.rows += 1
        day = written_day(rows.cell(row, by), numbers=True)
        if day is None:
            drafts.left_out.append(LeftOut(rows.place(row), "a row without a day", " | ".join(map(text_of, cells))))
            continue
        for column in students:
            cell = sheet.cell(row, column.place)
            student = StudentRef(name=column.heading)
            drafts.students.setdefault(student, Place(sheet.file, sheet.name, block.heading_row, column.place))
            if cell is None:
                continue
            spot = Place(sheet.file, sheet.name, row, column.place)
            amounts = as_sessions(amounts_in(cell)) if small == "sessions" else amounts_in(cell)
            outcomes = outcomes_of(amounts, desk, drafts, spot, text_of(cell))
            if small is not None:
                ask_why(outcomes, desk, spot)
            drafts.sessions += sessions_of_cell(rows, spot, text_of(cell), student, (day, order, year), outcomes, None)
