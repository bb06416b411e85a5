"""A grid the other way round: a row per day, a column per student."""

from makegood.imports.ask import Place
from makegood.imports.cells import text_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, StudentRef
from makegood.imports.draft.grid.cell import sessions_of_cell
from makegood.imports.draft.numbers import small_numbers
from makegood.imports.draft.outcome import outcomes_of_cell
from makegood.imports.draft.row_days import RowDays
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.look import Block, Look
from makegood.imports.values.amount import amounts_in


def draft_across(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the cells of a grid whose columns are students."""
    sheet = look.sheet
    rows = RowReader(look, block, desk, one_student=False)
    days = RowDays.of(rows)
    students = [column for column in block.columns if column.meaning == "one_student"]
    every = [a for row in block.below for column in students for a in amounts_in(sheet.cell(row, column.place))]
    numbers = small_numbers(every, desk, rows.place(block.heading_row + 1, days.column))
    if any(column.how == "heading" for column in students):
        desk.assume("The headings of the columns are the names of students.")
    for row in block.below:
        cells = [cell for cell in sheet.rows[row - 1] if cell is not None]
        if not cells:
            continue
        drafts.rows += 1
        day = days.at(row)
        if day is None:
            drafts.left_out.append(LeftOut(rows.place(row), "a row without a day", " | ".join(map(text_of, cells))))
            continue
        when = (day, days.order, days.year)
        for column in students:
            student = StudentRef(name=column.heading)
            drafts.students.setdefault(student, Place(sheet.file, sheet.name, block.heading_row, column.place))
            cell = sheet.cell(row, column.place)
            if cell is None:
                continue
            spot = Place(sheet.file, sheet.name, row, column.place)
            outcomes = outcomes_of_cell(cell, numbers, desk, drafts, spot)
            drafts.sessions += sessions_of_cell(rows, spot, text_of(cell), student, when, outcomes, None)
