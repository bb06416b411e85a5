"""The rules for how many sessions. Each takes the words and a place, and says what begins there."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from makegood.intake.mandate.amounts import amount
from makegood.intake.mandate.cursor import number, numbers, word
from makegood.intake.mandate.pairs import MOST_SESSIONS
from makegood.intake.mandate.people import who
from makegood.intake.mandate.phrases import Amount, Count, Factor, Flag, Match, Number, Phrase
from makegood.intake.mandate.words import Word
from makegood.terms.accounts import PERS

_NOT_AFTER_TIMES: Final = frozenset(PERS) | {
    "days",
    "weeks",
    "months",
    "minute",
    "hour",
    "half",
    "time",
    "session",
    "sessions",
    "x",
    ":",
    "lesson",
}


def count(words: Sequence[Word], at: int) -> Match | None:
    """A number of times or sessions; 'over 8 sessions' lays the minutes over them."""
    split = word(words, at) == "into"
    total = word(words, at) == "total_of"
    found = _bracketed(words, at) or numbers(words, at + (split or total))
    if found is None or any(value.denominator > 1 for value in found[0]):
        return None
    values, at = found
    if word(words, at) == "total" and word(words, at + 1) in {"session", "sessions"}:
        total, at = True, at + 1
    named = who(words, at) if word(words, at + 1) in {"session", "sessions"} else None
    people: tuple[Phrase, ...] = named[0] if named else ()  # 'two individual sessions'
    at += bool(named)
    noun = word(words, at)
    if noun not in {"x", "time", "session", "sessions"}:
        return None
    at += 1
    if word(words, at) == "total":
        total, at = True, at + 1
    times = tuple(sorted({int(value) for value in values}))
    flags = (*people, Flag("range")) if len(values) > 1 else people
    if split:
        return (Count(times, "split"), *flags), at
    if total:
        return (Count(times, "total"), *flags), at
    return (Count(times, "plain" if noun in {"x", "time"} else "noun"), *flags), at


def times(words: Sequence[Word], at: int) -> Match | None:
    """A number after a times sign, '30 min x 2', or before an amount, '2 30-minute sessions', '(2) 30 min'."""
    ahead = _bracketed(words, at) or _before_comma(words, at)
    if ahead is not None and isinstance(word(words, ahead[1]), Fraction) and amount(words, ahead[1]):
        return (Count((int(ahead[0][0]),)),), ahead[1]
    behind = word(words, at) == "x"
    read = numbers(words, at + behind)
    if read is None or any(value.denominator > 1 for value in read[0]):
        return None
    if len(read[0]) > 1:  # 'two or three 30-minute sessions'
        ends = tuple(sorted(map(int, read[0])))
        follows = ends[-1] <= MOST_SESSIONS and isinstance(word(words, read[1]), Fraction) and amount(words, read[1])
        return ((Count(ends), Flag("range")), read[1]) if follows and not behind else None
    found, end = int(read[0][0]), read[1]
    if behind and word(words, end) not in _NOT_AFTER_TIMES:
        return (Factor(found),), end
    if not behind and found <= MOST_SESSIONS and isinstance(word(words, end), Fraction):
        return ((Count((found,)),), end) if amount(words, end) else None
    return None


def labelled(words: Sequence[Word], at: int) -> Match | None:
    """A number behind its label, as forms print it: 'Minutes: 30', 'Sessions: 2'."""
    found, label = number(words, at + 2), word(words, at)
    own_unit = word(words, at + 3) in _NOT_AFTER_TIMES and word(words, at + 4) != ":"
    if found is None or word(words, at + 1) != ":" or own_unit:
        return None
    if label == "minute":
        return (Amount((found,)),), at + 3
    return ((Count((found,), "noun"),), at + 3) if label in {"session", "sessions", "time"} else None


def _bracketed(words: Sequence[Word], at: int) -> tuple[tuple[Fraction, ...], int] | None:
    """Return a small number in brackets: '(2) 30 min sessions'."""
    found = number(words, at + 1)
    if word(words, at) != "(" or word(words, at + 2) != ")" or found is None or found > MOST_SESSIONS:
        return None
    return (Fraction(found),), at + 3


def _before_comma(words: Sequence[Word], at: int) -> tuple[tuple[Fraction, ...], int] | None:
    """Return a small number before a comma and the sessions that it counts: '2, 30 minute sessions'."""
    found = number(words, at)
    if found is None or found > MOST_SESSIONS or word(words, at + 1) != ",":
        return None
    each = amount(words, at + 2) if number(words, at + 2) else None
    return ((Fraction(found),), at + 2) if each and word(words, each[1] - 1) == "sessions" else None


def lesson(words: Sequence[Word], at: int) -> Match | None:
    """Class periods, trips and shares of the day, which are no minutes."""
    found = number(words, at)
    unit = word(words, at + (found is not None))
    if unit == "lesson" and found is not None:
        return (Count((found,)), Flag("not_minutes")), at + 2
    if unit in {"lesson", "percent", "all_day"}:
        return (Flag("not_minutes"),), at + 1 + (found is not None)
    return None


def bare(words: Sequence[Word], at: int) -> Match | None:
    """A whole number that no other rule takes."""
    found = number(words, at)
    return None if found is None else ((Number(found),), at + 1)
