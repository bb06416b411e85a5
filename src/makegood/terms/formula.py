"""A cell of a CSV file that a spreadsheet would take for a formula: written with an apostrophe, and read without it."""

import re
from typing import Final

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """Return a text as a spreadsheet keeps it a text: one that begins like a formula gets an apostrophe.

    So does one that has apostrophes before such a beginning: else the reader would take one of its own off.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a text that `guarded` wrote as it was."""
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text
