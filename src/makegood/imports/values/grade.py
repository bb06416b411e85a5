"""A grade, however it is written."""

import re
from typing import Final

from makegood.imports.words import bare

_GRADES: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_ORDINAL: Final = re.compile(r"0?(\d{1,2})(?:st|nd|rd|th|ro|do|to|o)?", re.ASCII)


def grade_in(text: str) -> str:
    """Return a grade as records write it: `Eighth grade`, `8th` and `Grade 8` are 8, kindergarten is K."""
    words = [word for word in bare(text).split() if word not in {"grade", "gr", "grado"}]
    if len(words) != 1:
        return text
    if words[0] in {"k", "kg", "kindergarten", "kinder"}:
        return "K"
    if words[0] in _GRADES:
        return str(_GRADES.index(words[0]) + 1)
    number = _ORDINAL.fullmatch(words[0])
    return str(int(number.group(1))) if number else text
