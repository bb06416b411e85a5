"""The rule for minutes and hours. It takes the words and a place, and says what begins there."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Final, Literal

from makegood.intake.mandate.cursor import number, numbers, word
from makegood.intake.mandate.phrases import Amount, Flag, Match
from makegood.intake.mandate.words import Word
from makegood.terms.accounts import PERS

Lengths = tuple[tuple[Fraction, ...], int]
"""Exact lengths, and the place of the word after them."""

_HOUR: Final = 60
_HALF: Final = Fraction(1, 2)


def amount(words: Sequence[Word], at: int) -> Match | None:
    """Minutes or hours, and whether they are each session's or a total."""
    before = word(words, at) in {"total_of", "total"}
    found = _minutes(words, at + before)
    if found is None:
        return None
    values, at = found
    minutes = sorted({end for value in values for end in (floor(value), ceil(value)) if end})
    flags = [Flag("range")] if len(values) > 1 else []
    if any(value.denominator > 1 for value in values):
        flags.append(Flag("part_minute"))
    if before:
        return (Amount(tuple(minutes), "total"), *flags), at
    role, end = _role(words, at)
    return (Amount(tuple(minutes), role), *flags), end


def _role(words: Sequence[Word], at: int) -> tuple[Literal["plain", "each", "one", "total"], int]:
    """Say what the words after the minutes make of them, and where the next word is."""
    first, second = word(words, at), word(words, at + 1)
    if first == "total":
        return "total", at + 1
    if first in {"per", "/", "a", "each", "every"} and second == "session":
        return "each", at + 2
    if first == "sessions" or (first == "each" and second not in PERS and not _block(words, at + 1)):
        return "each", at + 1
    return ("one", at + 1) if first == "session" else ("plain", at)


def _block(words: Sequence[Word], at: int) -> bool:
    """Say whether so many days, weeks or months stand at a place: 'each nine weeks'."""
    return isinstance(word(words, at), Fraction) and word(words, at + 1) in {"days", "weeks", "months"}


def _minutes(words: Sequence[Word], at: int) -> Lengths | None:
    """Return '30 minutes', '1.5 hours', 'an hour and 30 minutes' or a range, in minutes."""
    found = _measure(words, at)
    if found is None:
        return None
    values, at = found
    if word(words, at) == "minute":
        return values, at + 1
    if word(words, at) != "hour":
        return None
    values, at = tuple(value * _HOUR for value in values), at + 1
    if word(words, at) == "half":
        return tuple(value + _HOUR * _HALF for value in values), at + 1
    rest = at + (word(words, at) == "and")
    more = word(words, rest)
    if isinstance(more, Fraction) and more < _HOUR and word(words, rest + 1) == "minute":
        return tuple(value + more for value in values), rest + 2
    return values, at


def _measure(words: Sequence[Word], at: int) -> Lengths | None:
    """Return the number before a unit: '30', '1/2', '2 1/2', 'two and a half', 'an' or a range."""
    if word(words, at) == "a" and word(words, at + 1) in {"hour", "minute"}:
        return (Fraction(1),), at + 1
    if word(words, at) == "hour" and word(words, at + 1) == "half":  # 'hora y media'
        return (Fraction(1),), at
    whole = word(words, at)
    part = _part(words, at + 1)
    if isinstance(whole, Fraction) and part is not None:
        return (whole + part,), at + 4
    part = _part(words, at)
    if part is not None:
        return (part,), at + 3
    found = numbers(words, at)
    if found is not None and word(words, found[1]) == "half":
        return tuple(value + _HALF for value in found[0]), found[1] + 1
    return found


def _part(words: Sequence[Word], at: int) -> Fraction | None:
    """Return the fraction at a place if it is one of an hour, as in '3/4 hour'."""
    top, bottom = number(words, at), number(words, at + 2)
    if word(words, at + 1) != "/" or word(words, at + 3) != "hour" or not top or not bottom:
        return None
    return Fraction(top, bottom) if top < bottom else None
