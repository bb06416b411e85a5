"""What stands at a place among the words."""

from collections.abc import Sequence
from fractions import Fraction

from makegood.intake.mandate.words import Word


def word(words: Sequence[Word], at: int) -> Word:
    """Return the word at a place, or nothing beyond the end."""
    return words[at] if 0 <= at < len(words) else ""


def number(words: Sequence[Word], at: int) -> int | None:
    """Return the whole number at a place, if there is one."""
    found = word(words, at)
    return int(found) if isinstance(found, Fraction) and found.denominator == 1 else None


def unit(words: Sequence[Word], at: int) -> str:
    """Return the word at a place, days, weeks and months in the singular."""
    found = str(word(words, at))
    return found[:-1] if found in {"days", "weeks", "months"} else found


def numbers(words: Sequence[Word], at: int) -> tuple[tuple[Fraction, ...], int] | None:
    """A number, one said twice ('two (2)'), or two ends: '2-3', '20 to 30', '30 or 45'."""
    low, start = word(words, at), at
    if low == "between":
        at += 1
        low = word(words, at)
    if not isinstance(low, Fraction):
        return None
    if word(words, at + 1) == "(" and word(words, at + 2) == low and word(words, at + 3) == ")":
        return (low,), at + 4
    high, joint = word(words, at + 2), word(words, at + 1)
    if joint in {"-", "to", "or"} | ({"and"} if at > start else set()) and isinstance(high, Fraction):
        return (low, high), at + 3
    return (low,), at + 1
