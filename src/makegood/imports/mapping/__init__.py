"""Mapping: what is known about a file, written so that a person can read and change it."""

from makegood.imports.mapping.mapping import OPEN, OUTCOMES, WEEK, Dates, Mapping, SheetMap
from makegood.imports.mapping.reader import read_mapping
from makegood.imports.mapping.writer import mapping_text

__all__ = ["OPEN", "OUTCOMES", "WEEK", "Dates", "Mapping", "SheetMap", "mapping_text", "read_mapping"]
