"""What a sheet says without words: colors, struck cells, hidden columns and rows. It is named, and never guessed."""

from collections import Counter
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import CellSheet
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.outcome_words import outcome_in_words
from makegood.imports.look import Block
from makegood.terms.letters import letters

_SHOWN: Final = 5
_LIKELY: Final = ("held", "student_absent", "provider_absent", "missed", "no_row")


def say_hidden(sheet: CellSheet, desk: Desk) -> None:
    """Say which columns and rows are read although the workbook hides them, and that cells are struck out."""
    columns = [
        place
        for place in sheet.hidden_columns
        if any(len(cells) > place and cells[place] is not None for cells in sheet.rows)
    ]
    rows = [row for row in sheet.hidden_rows if row <= len(sheet.rows) and sheet.rows[row - 1]]
    struck = sorted((row, place) for row, place in sheet.struck if sheet.cell(row, place) is not None)
    for what, named in (
        ("Columns", [letters(place) for place in columns]),
        ("Rows", [str(row) for row in rows]),
    ):
        if named:
            more = " and others" if len(named) > _SHOWN else ""
            desk.assume(f"{what} that the workbook hides were read like the others: {', '.join(named[:_SHOWN])}{more}.")
    if struck:
        named = [f"{letters(place)}{row}" for row, place in struck[:_SHOWN]]
        more = " and others" if len(struck) > _SHOWN else ""
        desk.assume(
            f"Cells that are struck out were read like the others: {', '.join(named)}{more}. Please look at them."
        )


def say_colors(sheet: CellSheet, block: Block, desk: Desk) -> None:
    """Say of a table whose cells have words and colors that the colors were not read."""
    found = Counter(
        color for (row, place), color in sheet.fills.items()
        if block.heading_row < row <= block.last_row and sheet.cell(row, place) is not None
        and not _is_band(sheet, block, row, place)
    )  # fmt: skip
    if found:
        named = ", ".join(f"{color_name(color)} ({number})" for color, number in found.most_common(_SHOWN))
        desk.assume(f"Cells with words have colors too, which were not read: {named}.")


def color_of(sheet: CellSheet, block: Block, row: int, place: int) -> str | None:
    """Return the color of an empty cell; None if it has none, or only that of its whole row or column."""
    color = sheet.fills.get((row, place))
    return None if color is None or _is_band(sheet, block, row, place) else color


def meaning_of_color(color: str, desk: Desk, where: Place) -> str | None:
    """Return what a color says of a session; None if it has to be asked."""
    answer = desk.answer(("colors", color))
    if isinstance(answer, str):
        desk.take("colors", color, answer)
        return answer
    name = color_name(color)
    says = f"The outcome seems to be in the colors of empty cells. What does {name} say of a session?"
    likely = tuple(Answer(each, outcome_in_words(each)) for each in _LIKELY)
    question = Question("color", color, says, ("colors", color), desk.file, likely=likely, any_text=True)
    desk.ask(question, where)
    return None


def color_name(color: str) -> str:
    """Return a color as a person may call it, with its number: `green (C6EFCE)`."""
    if len(color) != 6 or not all(sign in "0123456789ABCDEF" for sign in color):  # noqa: PLR2004 - two signs for each of three
        return f"the color {color}"
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < 16:  # noqa: PLR2004 - hardly a color
        name = "gray"
    elif blue == least and min(red, green) - blue > (most - least) * 0.6:
        name = "yellow"
    elif blue == least and red == most and green - blue > (most - least) * 0.3:
        name = "orange"
    else:
        name = {red: "red", green: "green", blue: "blue"}[most]
    return f"{name} ({color})"


def _is_band(sheet: CellSheet, block: Block, row: int, place: int) -> bool:
    """Return whether the first cell of the row, or the column's heading, has the same color: then it says nothing."""
    color = sheet.fills.get((row, place))
    first = min((column.place for column in block.columns), default=0)
    return color in {sheet.fills.get((row, first)), sheet.fills.get((block.heading_row, place))}
