"""A place in a file as people name it, such as `log.xlsx, Fall log, row 12`, in English and Spanish.

Records keep it in English, in their column `source`; who reads Spanish is shown it in Spanish.
"""

import re
from typing import Final

from makegood.terms.language import Bilingual, Lang
from makegood.terms.letters import letters

_CALLED: Final = Bilingual(en=("row", "column", "cell"), es=("fila", "columna", "celda"))
_LAST: Final = re.compile(r"(?P<before>.*, )(?P<what>row|column|cell) (?P<which>[A-Z]{0,3}\d{0,7})", re.DOTALL)


def place_in_words(file: str, sheet: str, row: int | None, column: int | None, lang: Lang = "en") -> str:
    """Return a place of a file.

    Args:
        file: The file's name.
        sheet: The sheet, blank for a file without sheets.
        row: The row, or None for the whole sheet.
        column: The column's place from 0, or None for the whole row.
        lang: The language.
    """
    row_, column_, cell_ = _CALLED.of(lang)
    part = None
    if row and column is not None:
        part = f"{cell_} {letters(column)}{row}"
    elif row:
        part = f"{row_} {row}"
    elif column is not None:
        part = f"{column_} {letters(column)}"
    return ", ".join(each for each in (file, sheet, part) if each)


def source_in_words(source: str, lang: Lang) -> str:
    """Return what a row of records says of where it comes from; only the words for its place are of a language."""
    found = _LAST.fullmatch(source)
    if found is None:
        return source
    word = _CALLED.of(lang)[_CALLED.en.index(found["what"])]
    return f"{found['before']}{word} {found['which']}"
