"""Look: what a sheet is, where its headings are, and what each column means."""

from makegood.imports.look.look import Block, Column, DayColumn, Look, Shape
from makegood.imports.look.see import look_at

__all__ = ["Block", "Column", "DayColumn", "Look", "Shape", "look_at"]
