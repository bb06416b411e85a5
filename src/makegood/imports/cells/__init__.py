"""Cells: a file of any kind as plain sheets of rows."""

from makegood.imports.cells.open import READABLE, read_cells
from makegood.imports.cells.sheet import Cell, CellSheet, Merge, letters, text_of

__all__ = ["READABLE", "Cell", "CellSheet", "Merge", "letters", "read_cells", "text_of"]
