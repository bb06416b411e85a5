"""A look as the mapping file says it: what a person wrote there comes before what was seen."""

from dataclasses import replace
from typing import cast

from makegood.imports.look.columns import settle
from makegood.imports.look.grid import grid_blocks
from makegood.imports.look.headings import columns_by_heading
from makegood.imports.look.look import Block, Column, Look, Shape
from makegood.imports.look.meanings import NOT_READ
from makegood.imports.look.see import month_of
from makegood.imports.look.sessions import first_day
from makegood.imports.mapping import OPEN, SheetMap
from makegood.terms.letters import letters


def mapped(look: Look, said: SheetMap | None) -> Look:
    """Return what was seen in a sheet, with what its mapping says in its place.

    Args:
        look: What was seen.
        said: What the mapping says of the sheet, or None if it says nothing.
    """
    look = replace(look, titles=dict(look.titles))
    if said is None:
        return look
    if said.shape == "leave_out":
        return replace(look, shape="leave_out", blocks=())
    shape = cast("Shape", said.shape) if said.shape and said.shape != OPEN else look.shape
    blocks = look.blocks
    seen_row = blocks[0].heading_row if blocks else None
    if said.heading_row is not None and said.heading_row != seen_row and said.heading_row <= len(look.sheet.rows):
        blocks = (_from_row(look, said.heading_row),)
    if look.shape == "grid" and shape not in {"grid", "key", "unknown"}:
        blocks = (_from_row(look, said.heading_row or seen_row or 0),)
    if shape == "grid" and look.shape != "grid":
        blocks = grid_blocks(look.sheet, month_of(look.sheet)) or blocks
    if not blocks and shape not in {"key", "unknown"}:
        blocks = (_from_row(look, said.heading_row or 0),)
    if shape == "log" and look.shape != "log":
        blocks = tuple(_with_day(look, block) for block in blocks)
    columns = {_alike(heading): meaning for heading, meaning in said.columns.items() if meaning != OPEN}
    named = tuple(
        replace(block, columns=tuple(_named(column, columns) for column in block.columns)) for block in blocks
    )
    return replace(look, shape=shape, blocks=named)


def _from_row(look: Look, row: int) -> Block:
    sheet = look.sheet
    columns = columns_by_heading(sheet, row) if row else tuple(Column(place, "") for place in range(sheet.width))
    return Block(row, len(sheet.rows), settle(sheet, columns, row + 1, len(sheet.rows)))


def _with_day(look: Look, block: Block) -> Block:
    """Return a table that a person says is a log, with the day of its sessions as far as its cells show it."""
    if block.place("date") is not None or block.place("week") is not None:
        return block
    dated = first_day(look.sheet, block.columns, block.heading_row + 1, block.last_row)
    return replace(block, columns=dated) if dated else block


def _named(column: Column, said: dict[str, str]) -> Column:
    # A letter tells two columns of one heading apart.
    meaning = said.get(_alike(by_letter(column))) or said.get(_alike(column_name(column)))
    if meaning is None:
        return column
    return replace(column, meaning="ignore" if meaning == NOT_READ else meaning, how="mapping")


def column_name(column: Column) -> str:
    """Return how a mapping file names a column: by its heading, or by its letter."""
    return column.heading or by_letter(column)


def by_letter(column: Column) -> str:
    """Return how a mapping file names a column that its heading does not tell from another."""
    return f"column {letters(column.place)}"


def _alike(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def sheet_map_of(look: Look, said: SheetMap | None) -> SheetMap:
    """Return what a mapping file is to say of a sheet: what it says already, and what was seen."""
    if said is not None and said.shape == "leave_out":
        return said
    columns = dict(said.columns) if said else {}
    known = {_alike(name) for name in columns}
    for block in look.blocks[:1]:
        for column in block.columns:
            name = column_name(column)
            if look.shape not in {"key", "notes", "unknown"} and _alike(name) not in known:
                known.add(_alike(name))
                columns[name] = column.meaning if column.meaning and column.meaning != "ignore" else NOT_READ
    row = look.blocks[0].heading_row if look.blocks and look.blocks[0].heading_row else None
    shape = look.shape if look.shape != "unknown" else OPEN
    base = said or SheetMap()
    return base.model_copy(update={"shape": shape, "heading_row": base.heading_row or row, "columns": columns})
