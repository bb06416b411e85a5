"""Cells: a file of any kind as plain sheets of rows."""

from makegood.imports.cells.open import PACKED, READABLE, read_cells
from makegood.imports.cells.sheet import Cell, CellSheet, text_of
from makegood.imports.cells.tree import code_value

__all__ = ["PACKED", "READABLE", "Cell", "CellSheet", "code_value", "read_cells", "text_of"]
