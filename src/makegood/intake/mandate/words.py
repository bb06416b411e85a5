"""A text as plain words: numbers as fractions, everything else as the vocabulary's words."""

import re
import unicodedata
from fractions import Fraction
from typing import Final

from makegood.intake.mandate.vocabulary import LONGEST, VOCABULARY

Word = str | Fraction

_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_SIGNS: Final = str.maketrans("\u00d7\u2715\u2716*\u2044[]{};|\u2019", "xxxx/()(),,'")
_JOINT: Final = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])")
_TIMES: Final = re.compile(r"(?<=[0-9])(\s*)x(?=[^\W_])")
_WORD: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]*\.?[0-9]+|[^\W\d_]+|\S")
_DIGITS: Final = 6
_PLAIN: Final = frozenset("x,()/-:=")
_KNOWN: Final = _PLAIN | {word for words in VOCABULARY.values() for word in words}


def normalise(text: str) -> str:
    """Return the text in small letters with one kind of dash, times sign, slash and bracket.

    A raised or fraction sign is parted from the digit before it: `1½` is one and a half, not 11/2.
    """
    parted = "".join(
        f" {sign}" if unicodedata.decomposition(sign).startswith(("<frac", "<sup", "<sub")) else sign for sign in text
    )
    plain = unicodedata.normalize("NFKC", parted).casefold().translate(_SIGNS)
    return _TIMES.sub(r"\1 x ", _JOINT.sub(" ", _DASHES.sub("-", unicodedata.normalize("NFC", plain))))


def words(text: str) -> list[Word]:
    """Return the text's words. A word that is not known begins with `?`."""
    raw = _WORD.findall(normalise(text))
    found: list[Word] = []
    at = 0
    while at < len(raw):
        for length in range(min(LONGEST, len(raw) - at), 0, -1):
            plain = VOCABULARY.get(tuple(raw[at : at + length]))
            if plain is not None:
                found += map(_word, plain)
                at += length
                break
        else:
            found.append(_word(raw[at]))
            at += 1
    return found


def _word(plain: str) -> Word:
    """Return a number for digits, a known word as it is, and `?` before any other."""
    if plain in _KNOWN and not plain.isdigit():
        return plain
    digits = plain.replace(",", "")
    if re.fullmatch(r"[0-9]*\.?[0-9]+", digits) and len(digits) <= _DIGITS and Fraction(digits):
        return Fraction(digits)
    return f"?{plain}"
