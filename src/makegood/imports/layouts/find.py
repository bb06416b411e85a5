"""Finding the layout of a sheet by its headings, and what it says of the sheet."""

from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Final

from ruamel.yaml import YAML

from makegood.imports.cells import CellSheet, code_value, text_of
from makegood.imports.layouts.layout import Layout
from makegood.imports.words import bare

_TWO: Final = 2
DEEPEST: Final = 12
"""An export has its headings in its first rows."""


@dataclass(frozen=True, slots=True)
class Found:
    """The layout of a sheet.

    Attributes:
        name: The layout's file, without its ending.
        layout: What it says.
        heading_row: The row of the headings.
        says: What to tell a person.
        columns: What each column of the sheet holds.
    """

    name: str
    layout: Layout
    heading_row: int
    says: str
    columns: dict[str, str] = field(default_factory=dict)

    def columns_of(self, sheet: CellSheet) -> dict[str, str]:
        """Return what each column of the sheet holds, those that are not read too."""
        known = {bare(heading): meaning for heading, meaning in self.layout.columns.items()}
        columns = {}
        for cell in sheet.rows[self.heading_row - 1]:
            heading = " ".join(text_of(cell).split())
            if heading:
                columns[heading] = known.get(bare(heading), "leave_out")
        columns |= self.layout.adds_as_columns()
        return {} if self.layout.shape == "leave_out" else columns


@cache
def layouts() -> dict[str, Layout]:
    """Return every layout that comes with Makegood, by the name of its file."""
    folder = files("makegood.imports.layouts")
    paths = sorted((each for each in folder.iterdir() if each.name.endswith(".yaml")), key=lambda each: each.name)
    yaml = YAML(typ="safe", pure=True)
    return {
        each.name.removesuffix(".yaml"): Layout.model_validate(yaml.load(each.read_text(encoding="utf-8")))
        for each in paths
    }


def layout_in(sheet: CellSheet) -> Found | None:
    """Return the layout of a sheet, the one that needs the most headings; None if its headings are nobody's."""
    best: Found | None = None
    for number, cells in enumerate(sheet.rows[:DEEPEST], start=1):
        headings = {bare(text_of(cell)) for cell in cells if isinstance(cell, str)}
        for name, layout in layouts().items():
            fits = headings.issuperset(map(bare, layout.needs)) and not headings.intersection(map(bare, layout.lacks))
            if fits and (best is None or len(layout.needs) > len(best.layout.needs)):
                best = Found(name, layout, number, _says(sheet, layout))
    return best


def _says(sheet: CellSheet, layout: Layout) -> str:
    said = f" {layout.said}" if layout.said else ""
    place = f"Sheet {sheet.name!r}: this" if sheet.name else "This"
    return f"{place} looks like {layout.export}.{said}"


def added(sheet: CellSheet, found: Found) -> CellSheet:
    """Return a sheet with the columns that its layout adds, and descriptors by their values alone."""
    width, adds = sheet.width, found.layout.adds
    head = [bare(text_of(cell)) for cell in sheet.rows[found.heading_row - 1]]
    pair = [head.index(bare(name)) for name in found.layout.agree or () if bare(name) in head]
    rows = list(sheet.rows)
    for number, cells in enumerate(rows, start=1):
        if number < found.heading_row or not any(cell is not None for cell in cells):
            continue
        plain = [code_value(cell) if isinstance(cell, str) else cell for cell in cells]
        if number > found.heading_row and len(pair) == _TWO and max(pair) < len(plain):
            one, other = (text_of(plain[place]) for place in pair)
            plain[pair[1]] = other if one == other or not one else f"{one}, and {other}"
        more = list(adds) if number == found.heading_row else list(adds.values())
        rows[number - 1] = (*plain, *([None] * (width - len(cells))), *more) if adds else tuple(plain)
    return replace(sheet, rows=rows)


def mixed(sheet: CellSheet, found: Found) -> str | None:
    """Return why a sheet cannot be read as one: a column that must have one value has several."""
    head = [bare(text_of(cell)) for cell in sheet.rows[found.heading_row - 1]]
    for heading, why in found.layout.one_value.items():
        if bare(heading) in head:
            place = head.index(bare(heading))
            rows = range(found.heading_row + 1, len(sheet.rows) + 1)
            values = {text_of(sheet.cell(row, place)) for row in rows} - {""}
            if len(values) > 1:
                return f"{why} This file has {len(values)}."
    return None
