"""A text as plain words: numbers as fractions, everything else as the vocabulary's words."""

import re
import unicodedata
from fractions import Fraction
from typing import Final, NamedTuple

from makegood.intake.mandate.dates import MARK
from makegood.intake.mandate.numerals import digits
from makegood.intake.mandate.vocabulary import LONGEST, VOCABULARY

Word = str | Fraction

ASIDE: Final = "~"
"""The word for what stands around a promise: a service's name, a place, a person, a date."""
FILLER: Final = ""
"""The word for what says nothing at all: 'the', 'will receive'."""

_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_SIGNS: Final = str.maketrans("\u00d7\u2715\u2716*\u2044[]{};|\u2019", "xxxx/()(),,'")
_JOINT: Final = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])")
_TIMES: Final = re.compile(r"(?<=[0-9])(\s*)x(?=[^\W_])")
_COLON: Final = re.compile(r"(?<=[0-9]):\s+")  # 'Grade 4: 1 x 30' is no ratio
_WORD: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]*\.?[0-9]+|[^\W\d_]+|\S")
_DIGITS: Final = 6
_PLAIN: Final = frozenset("x,()/-:=.")
_LETTER_DAY: Final = "\u0002"
# 'A-day', or 'A day' with its capital, is a day of a rotation; '30 min a day' and '30 MIN A DAY' are not.
_A_DAY: Final = re.compile(r"\b(?:[Aa]-[Dd][Aa][Yy][Ss]?|A [Dd]ays?)\b")


class Token(NamedTuple):
    """A plain word, and how the text spells it."""

    word: Word
    spelled: str


def normalise(text: str) -> str:
    """Return the text in small letters with one kind of dash, times sign, slash and bracket.

    A raised or fraction sign is parted from the digit before it: `1½` is one and a half, not 11/2.
    """
    parted = "".join(
        f" {sign}" if unicodedata.decomposition(sign).startswith(("<frac", "<sup", "<sub")) else sign for sign in text
    )
    lettered = _A_DAY.sub(f" {_LETTER_DAY} ", _DASHES.sub("-", parted))
    plain = unicodedata.normalize("NFKC", lettered).casefold().translate(_SIGNS)
    return digits(_COLON.sub(", ", _DASHES.sub("-", unicodedata.normalize("NFC", plain))))


def tokens(text: str) -> list[Token]:
    """Return the words of a text that `normalise` made plain. A word that is not known begins with `?`."""
    raw = _WORD.findall(_TIMES.sub(r"\1 x ", _JOINT.sub(" ", text)))
    found: list[Token] = []
    at = 0
    while at < len(raw):
        length = next(
            (n for n in range(min(LONGEST, len(raw) - at), 0, -1) if tuple(raw[at : at + n]) in VOCABULARY), 0
        )
        spelled = " ".join(raw[at : at + max(length, 1)])
        if length:
            plain = VOCABULARY[tuple(raw[at : at + length])]
            found += [Token(_word(word), spelled) for word in plain] or [Token(FILLER, spelled)]
        else:
            spelled = spelled.replace(_LETTER_DAY, "a-day")
            found.append(Token(_raw(spelled), spelled))
        at += max(length, 1)
    for place in range(len(found) - 2):
        if place and found[place].spelled == "a" and isinstance(found[place - 1].word, Fraction):
            if isinstance(found[place + 1].word, Fraction):  # Spanish '30 a 45 minutos' is a range
                found[place] = Token("to", "a")
        elif found[place].spelled == "over" and _measures(found[place + 1 : place + 4]):
            found[place] = Token("limit", "over")  # 'over 45 minutes' is a limit, 'over 8 sessions' a division
        # and 'por 45 minutos' says how long, 'por semana' how often
        elif found[place].spelled == "por" and found[place + 2].word in {"minute", "hour", "("}:
            found[place] = Token("for", "por")
    return found


def _measures(after: list[Token]) -> bool:
    """Say whether minutes or hours follow that are not the length of sessions."""
    number, unit, noun = (*[token.word for token in after], "", "", "")[:3]
    return isinstance(number, Fraction) and unit in {"minute", "hour"} and noun not in {"session", "sessions"}


def words(text: str) -> list[Word]:
    """Return the plain words of a text as it was written, dates and names included."""
    return [token.word for token in tokens(normalise(text)) if token.word not in {ASIDE, FILLER, "."}]


def _word(plain: str) -> Word:
    """Return a word of the vocabulary as it is, digits as a number."""
    return Fraction(plain) if plain.isdigit() else plain


def _raw(plain: str) -> Word:
    """Return what no wording covers: a sign, a number for digits, and `?` before any other word."""
    if plain == MARK:
        return ASIDE
    if plain in _PLAIN:
        return plain
    figures = plain.replace(",", "")
    if re.fullmatch(r"[0-9]*\.?[0-9]+", figures) and len(figures) <= _DIGITS and Fraction(figures):
        return Fraction(figures)
    return f"?{plain}"
