"""Which characters can be printed: a name in any script never stops a paper."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from makegood.terms.visible import without_unseen

LACKING: Final = "\ufffd"
_RANGES: Final = Path(__file__).parent / "layout" / "glyphs.txt"
_LONG_WORD: Final = re.compile(r"\S{31,}")
_PIECE: Final = 30
_BREAK_HERE: Final = "\u200b"
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_TURNS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of what follows them."""


def written(text: str) -> str:
    """Return a text as any file may hold it: no controls, no halves of characters, nothing that turns directions."""
    return unicodedata.normalize("NFC", _TURNS.sub("", _CONTROLS.sub("", text)))


def printed(text: str) -> tuple[str, int]:
    """Return a text as the PDF can print it, and how many characters its fonts lack: U+FFFD is in their place."""
    plain = without_unseen(written(text))
    lacking = 0
    if not plain.isascii():
        has = _printable()
        signs = [sign if ord(sign) in has else LACKING for sign in plain]
        lacking = signs.count(LACKING)
        plain = "".join(signs)
    return _LONG_WORD.sub(_in_pieces, plain), lacking


def _in_pieces(word: re.Match[str]) -> str:
    """Let a very long word go on in the next line."""
    letters = word.group()
    if "://" in letters:
        # An address has slashes to break at, and is copied from the page.
        return letters
    return _BREAK_HERE.join(letters[at : at + _PIECE] for at in range(0, len(letters), _PIECE))


@cache
def _printable() -> frozenset[int]:
    found: set[int] = {ord("\u200c"), ord("\u200d")}
    for line in _RANGES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            first, _, last = line.partition("-")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
