"""Names of people: when two are written alike, and when they may be one."""

from functools import cache, lru_cache
from typing import Final

from makegood.imports.words.lists import word_list
from makegood.terms.accents import without_accents
from makegood.terms.spelling import slip_of

_SHORTEST_PREFIX: Final = 3
_SAME: Final = str.maketrans({"\u2019": "'", ".": " ", "(": " ", ")": " "})
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return what makes names the same: no case, accents, dots and brackets; `Last, First` as `first last`."""
    letters = without_accents(name).casefold()
    last, comma, first = letters.partition(",")
    return " ".join((f"{first} {last}" if comma else letters).translate(_SAME).split())


def parted(name: str) -> tuple[str, str]:
    """Return a name's first and last part as they are written: the last word is the family's where no comma says."""
    last, comma, first = name.partition(",")
    if comma:
        return " ".join(first.split()), " ".join(last.split())
    words = name.split()
    return (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (name.strip(), "")


def may_be_one(one: str, other: str) -> bool:
    """Return whether two names that differ may be one person's: a nickname, an initial, a slip, a part left out.

    Args:
        one: A name's key (`name_key`).
        other: Another's.
    """
    first, second = ([word for word in key.split() if word not in _SUFFIXES] for key in (one, other))
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        word = short[0]
        initials = "".join(each[0] for each in long)
        return word == long[0] or (len(long) > 1 and word == long[-1]) or _near(word, long[0]) or word == initials
    if sorted(short) == sorted(long) or set(short) <= set(long):
        return True
    firsts, lasts = (short[0], long[0]), (short[-1], long[-1])
    return (_like(*firsts) and _same_end(*lasts)) or (firsts[0] == firsts[1] and _like(*lasts))


def _same_end(one: str, other: str) -> bool:
    return one == other or _near(one, other) or ((len(one) == 1 or len(other) == 1) and one[0] == other[0])


def _like(one: str, other: str) -> bool:
    """Return whether two words of a name may be one: the same, an initial, a short form, a slip."""
    if one == other or _near(one, other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


def _near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    prefix = len(short) >= _SHORTEST_PREFIX and long.startswith(short)
    return prefix or frozenset((one, other)) in _short_forms() or slip_of(one, [other]) is not None


@cache
def _short_forms() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in word_list("names")["pairs"].split("|"))
