"""What the columns of a file hold: shown with some of their cells, and changed by who brings the file."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final, NamedTuple, cast

from makegood.imports.cells import text_of
from makegood.imports.loaded import SourceFile
from makegood.imports.look import Look
from makegood.imports.look.cells import sample
from makegood.imports.look.headings import likely_heading_row
from makegood.imports.look.look import Shape
from makegood.imports.look.mapped import by_letter, column_name
from makegood.imports.look.meanings import MEANINGS_OF, NOT_READ, is_read
from makegood.imports.mapping import SheetMap
from makegood.imports.result import Import
from makegood.web.setup.field_names import field_of_column, field_of_shape
from makegood.web.words.all import SiteWords

_SHOWN_CELLS: Final = 3
_LONGEST_CELL: Final = 40
_BY_LETTER: Final = re.compile(r"column ([A-Z]{1,3})")
SHAPES_OFFERED: Final[tuple[Shape, ...]] = ("log", "caseload", "grid", "calendar", "notes", "leave_out")
"""What a sheet may be said to be."""


def correct(made: Import, form: Mapping[str, str]) -> bool:
    """Take what a form says that sheets are and that columns hold into the mappings, which are not written down yet.

    A meaning that a column is given is taken from the column that had it: a row says each thing once.

    Returns:
        Whether any sheet is, or any column holds, something else now.
    """
    changed = False
    for file in made.loaded.files:
        for look in made.looks[file.name]:
            shape = form.get(field_of_shape(file.name, look.sheet.name), "")
            if shape in SHAPES_OFFERED and shape != look.shape:
                # What was read of the columns was read of another kind of table.
                file.mapping = file.mapping.with_answers([(("sheets", look.sheet.name), _other(file, look, shape))])
                changed = True
                continue
            said = {
                place.name: chosen
                for place in columns_of(look)
                if (chosen := form.get(field_of_column(file.name, look.sheet.name, place.name), ""))
                and chosen != place.meaning
                and chosen in (*MEANINGS_OF.get(look.shape, ()), NOT_READ)
            }
            given = set(said.values()) - {NOT_READ, "one_student"}
            left = {each.name: NOT_READ for each in columns_of(look) if each.meaning in given and each.name not in said}
            keys = ((("sheets", look.sheet.name, "columns", name), to) for name, to in (left | said).items())
            if said:
                file.mapping = file.mapping.with_answers(keys)
                changed = True
    return changed


def _other(file: SourceFile, look: Look, shape: str) -> dict[str, Any]:
    """Return what a mapping says of a sheet that is something else than was read."""
    row = look.blocks[0].heading_row if look.blocks else 0
    said = file.mapping.sheets.get(look.sheet.name) or SheetMap()
    row = said.heading_row or row or likely_heading_row(look.sheet)
    return said.model_copy(update={"shape": shape, "heading_row": row or None, "columns": {}}).model_dump()


class ColumnSaid(NamedTuple):
    """What a column is said to hold.

    Attributes:
        name: How its mapping names it: by its heading, or by its letter.
        shown: What its heading says, or its letter.
        meaning: What it holds, or `leave_out`.
        place: Its place in the sheet.
    """

    name: str
    shown: str
    meaning: str
    place: int


def columns_of(look: Look) -> list[ColumnSaid]:
    """Return the columns of a table with what they hold; none of a sheet that has no columns to be told apart."""
    found: list[ColumnSaid] = []
    names: set[str] = set()
    block = look.blocks[0] if look.blocks and look.shape in MEANINGS_OF else None
    # The lines of a calendar without headings are read whole.
    as_lines = block is not None and look.shape == "calendar" and not block.heading_row
    for column in block.columns if block and not as_lines else ():
        name = column_name(column)
        own = by_letter(column) if name.casefold() in names else name
        names.add(name.casefold())
        meaning = column.meaning if column.meaning and is_read(look.shape, column.meaning) else NOT_READ
        found.append(ColumnSaid(own, name, meaning, column.place))
    return found


def sheet_shown(file: str, look: Look, made: Import, w: SiteWords) -> dict[str, Any]:
    """Return a sheet as the page shows it: what it is, and its columns."""
    heading_row = look.blocks[0].heading_row if look.blocks else 0
    asked = {question.key for question in made.questions if question.kind == "column" and question.file == file}
    shapes_asked = {question.key for question in made.questions if question.kind == "shape" and question.file == file}
    columns = [_column(file, look, each, asked, w) for each in columns_of(look)]
    return {
        "file": file,
        "sheet": look.sheet.name,
        "shape": _shape_shown(look.shape, w),
        "field": field_of_shape(file, look.sheet.name),
        "shape_value": look.shape,
        "shape_asked": ("sheets", look.sheet.name, "shape") in shapes_asked,
        "shapes": [(each, _shape_shown(each, w)) for each in dict.fromkeys((look.shape, *SHAPES_OFFERED))],
        "heading_row": heading_row or None,
        "rows": sum(any(cell is not None for cell in cells) for cells in look.sheet.rows[heading_row:]),
        "days": sum(len(each.days) for each in look.blocks),
        "columns": columns,
        "unread": [each["name"] for each in columns if each["meaning"] == NOT_READ and not each["asked"]],
    }


def _column(
    file: str, look: Look, column: ColumnSaid, asked: AbstractSet[tuple[str, ...]], w: SiteWords
) -> dict[str, Any]:
    """Return a column as the page shows it: its heading, some of its cells, and what it may be said to hold."""
    block = look.blocks[0]
    cells = sample(look.sheet, column.place, block.heading_row + 1, block.last_row)
    different = list(dict.fromkeys(" ".join(text_of(cell).split()) for cell in cells))
    return {
        "name": heading_shown(column.shown, w),
        "field": field_of_column(file, look.sheet.name, column.name),
        "cells": [text[:_LONGEST_CELL] for text in different[:_SHOWN_CELLS]],
        "meaning": column.meaning,
        "asked": ("sheets", look.sheet.name, "columns", column.name) in asked,
        "choices": meanings_shown(look.shape, w),
    }


def heading_shown(heading: str, w: SiteWords) -> str:
    """Return a heading as the file has it; a column without one is named by its letter, in the page's language."""
    letters = _BY_LETTER.fullmatch(heading)
    return f"{w.setup.column.lower()} {letters[1]}" if letters else heading


def meanings_shown(shape: Shape, w: SiteWords) -> list[tuple[str, str]]:
    """Return all that a column of a shape may be said to hold: value and words."""
    return [(each, meaning_shown(each, w)) for each in (*MEANINGS_OF.get(shape, ()), NOT_READ)]


def _shape_shown(shape: str, w: SiteWords) -> str:
    return cast("dict[str, str]", w.setup.shapes).get(shape, shape)


def meaning_shown(meaning: str, w: SiteWords) -> str:
    """Return what a column holds, in words."""
    return cast("dict[str, str]", w.setup.meanings).get(meaning) or meaning.replace("_", " ")
