"""The rules for sessions and minutes said in one breath. Each takes the words and a place."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from makegood.intake.mandate.cursor import number, word
from makegood.intake.mandate.phrases import Amount, Count, Flag, Match, Pairing, Who
from makegood.intake.mandate.words import Word

MOST_SESSIONS: Final = 10
LEAST_MINUTES: Final = 10
_HOUR: Final = 60
_NOT_AFTER_PAIR: Final = frozenset(
    ["minute", "hour", "half", "time", "day", "days", "lesson", "-", "to", "or", "x", "(", ":"]
)


def triple(words: Sequence[Word], at: int) -> Match | None:
    """Sessions, minutes and group size with colons, as New York City writes them: '2:30:1'."""
    found = [number(words, at + place) for place in (0, 2, 4)]
    times, minutes, size = found
    colons = (word(words, at + 1), word(words, at + 3)) == (":", ":")
    if not colons or times is None or minutes is None or size is None or word(words, at + 5) == ":":
        return None
    who = Who("individual", 1) if size == 1 else Who("group", size)
    if times > MOST_SESSIONS or minutes < LEAST_MINUTES:
        swapped = Pairing(((times, minutes), (minutes, times)), weekly=True)
        return (swapped, who, Flag("implausible_order")), at + 5
    return (Pairing(((minutes, times),), weekly=True), who), at + 5


def dashed(words: Sequence[Word], at: int) -> Match | None:
    """A small number, a dash and minutes: '2 - 30 minute sessions' is 2 of 30, or 2 to 30."""
    low, high = number(words, at), number(words, at + 2)
    if word(words, at + 1) != "-" or low is None or high is None or word(words, at + 3) != "minute":
        return None
    if low > MOST_SESSIONS or high < LEAST_MINUTES:
        return None
    said = word(words, at + 4) in {"session", "sessions"}
    one = 1 if said else None
    return (Pairing(((high, low), (low, one), (high, one))), Flag("dash_ambiguous")), at + 4 + said


def half_hours(words: Sequence[Word], at: int) -> Match | None:
    """A number and a fraction of an hour: '2 1/2 hour sessions' is 2 of half an hour, or 2.5 hours."""
    times, top, bottom = (number(words, at + place) for place in (0, 1, 3))
    if word(words, at + 2) != "/" or word(words, at + 4) != "hour" or not (times and top and bottom):
        return None
    if word(words, at + 5) not in {"session", "sessions"}:
        return None
    minutes = Fraction(top, bottom) * 60
    if minutes.denominator > 1:
        return None
    one = int(minutes)
    return (Pairing(((one, times), (one + times * 60, 1))), Flag("count_or_minutes")), at + 6


def clock(words: Sequence[Word], at: int) -> Match | None:
    """Hours and minutes at the start, '1:30 weekly': an hour and a half, or once 30 minutes."""
    hours, minutes = number(words, at), number(words, at + 2)
    if at or word(words, 1) != ":" or hours is None or minutes is None or word(words, at + 3) in {":", "minute", "-"}:
        return None
    if not LEAST_MINUTES <= minutes < _HOUR or hours > MOST_SESSIONS:
        return None
    return (Pairing(((hours * _HOUR + minutes, None), (minutes, hours))), Flag("count_or_minutes")), at + 3


def pair(words: Sequence[Word], at: int) -> Match | None:
    """Two numbers without a unit, '2x30': the minutes are the one that cannot be the sessions."""
    first, second = number(words, at), number(words, at + 2)
    if word(words, at + 1) != "x" or first is None or second is None:
        return None
    if word(words, at + 3) in _NOT_AFTER_PAIR:
        return None
    ways = ((first, second), (second, first))
    likely = {way for way in ways if way[0] >= LEAST_MINUTES and way[1] <= MOST_SESSIONS}
    rest = at + 3 + (word(words, at + 3) in {"session", "sessions"})
    if len(likely) == 1:
        ((minutes, times),) = likely
        return (Count((times,)), Amount((minutes,), "each")), rest
    return (Pairing(ways), Flag("count_or_minutes")), rest
