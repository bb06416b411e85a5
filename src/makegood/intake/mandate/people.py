"""The rules for who is there and how. Each takes the words and a place, and says what begins there."""

from collections.abc import Sequence
from typing import Final

from makegood.intake.mandate.cursor import number, word
from makegood.intake.mandate.phrases import Match, Who
from makegood.intake.mandate.reading import Delivery
from makegood.intake.mandate.words import Word

LARGEST_GROUP: Final = 12
"""A larger number after a colon is not a group: '1:30' is a time."""

_WHO: Final[dict[Word, Delivery]] = {
    "individual": "individual",
    "group": "group",
    "consult": "consult",
    "indirect": "indirect",
    "direct": "direct",
}


def ratio(words: Sequence[Word], at: int) -> Match | None:
    """Students to one adult: '3:1', '1:3', '1:1'."""
    left, right = number(words, at), number(words, at + 2)
    if word(words, at + 1) != ":" or left is None or right is None or min(left, right) != 1:
        return None
    if max(left, right) > LARGEST_GROUP:
        return None
    if word(words, at + 3) == ":":
        return None
    return (_sized(max(left, right)),), at + 3


def group(words: Sequence[Word], at: int) -> Match | None:
    """A group with its size: 'group of 3', 'G(3)', 'group of 2-4'."""
    if word(words, at) != "group":
        return None
    opened = word(words, at + 1) == "("
    place = at + 1 + (word(words, at + 1) in {"(", "of"})
    if place == at + 1 and word(words, place) != "at_most":
        return None
    place += word(words, place) == "at_most"
    size = number(words, place)
    larger = number(words, place + 2) if word(words, place + 1) in {"-", "to", "or"} else None
    end = place + (1 if larger is None else 3)
    if size is None or (opened and word(words, end) != ")"):
        return None
    return (_sized(max(size, larger or 0), "group"),), end + opened


def who(words: Sequence[Word], at: int) -> Match | None:
    """Individual, group, consultation, indirect or direct, and no more said."""
    delivery = _WHO.get(word(words, at))
    if delivery is None:
        return None
    return (Who(delivery, 1 if delivery == "individual" else None),), at + 1


def _sized(size: int, said: Delivery | None = None) -> Who:
    """Return a group of a size; a ratio of one to one is individual."""
    return Who("individual", 1) if size == 1 and said is None else Who("group", size)


def most_exact(named: Sequence[Who]) -> list[Who]:
    """Return the most exact of what is said; several if they do not agree."""
    return [who for who in named if not any(_says_more(other, who) for other in named)]


def _says_more(other: Who, who: Who) -> bool:
    """Say whether another naming holds this one and more: 'direct' and 'individual'."""
    if other.delivery == who.delivery:
        return who.group_max is None and other.group_max is not None
    return (who.delivery, other.delivery) in {
        ("direct", "individual"),
        ("direct", "group"),
        ("indirect", "consult"),
    }
