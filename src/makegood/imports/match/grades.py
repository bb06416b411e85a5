"""When two ways of writing a grade are the same grade: `03`, `3`, `3rd` and `Third grade`."""

import re
from typing import Final

from makegood.imports.words import bare

_WORDS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_NUMBER: Final = {word: str(number) for number, word in enumerate(_WORDS, start=1)}
_KINDERGARTEN: Final = frozenset({"k", "kg", "kn", "kindergarten", "0", "00"})
_ORDINAL: Final = re.compile(r"0*(\d+)(?:st|nd|rd|th)?")


def grade_key(grade: str) -> str:
    """Return what makes grades the same; a word that is not known only by its letters."""
    plain = bare(grade).removesuffix(" grade").removeprefix("grade ").strip()
    if plain in _KINDERGARTEN:
        return "k"
    number = _ORDINAL.fullmatch(plain)
    return number.group(1) if number else _NUMBER.get(plain, plain)
