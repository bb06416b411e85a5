"""Which text of a cell a finding may repeat: what cannot be a person's name or birth date, and nothing else.

A column can hold what belongs into its neighbour, so its name says nothing about what is in it: the text itself must
be harmless. Where it is not, a finding says the place, and the reader looks there.
"""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from makegood.terms.accents import without_accents
from makegood.terms.echo_words import NAMES_TOO, WORDS
from makegood.terms.spelling import SHORTEST, slip_of
from makegood.terms.visible import visible

NOT_SHOWN: Final = "(not shown)"
"""What a sentence says instead of an id or a word that may be a person's name."""

LONGEST: Final = 120
"""Longer texts are not repeated, whatever they hold."""
_CODE: Final = 40
_LETTERS_OF_A_CODE: Final = 4
"""A code is a word of few letters and a number, such as `SLP-0217`."""

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DATE: Final = re.compile(r"(?<!\d)\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,4}(?!\d)")


class Public(str):
    """A text that is about no person, since its file or table has no column for one: it is repeated whole."""

    __slots__ = ()


def echo(text: str, *, dates: bool = True, known: Collection[str] = frozenset()) -> str | None:
    """Return a cell's text as a finding may repeat it, or None if it may be about a person.

    Repeated is a text without letters (a number, a date, a time); one of known words only, each perhaps with one slip
    of the keys; and a code, which has no blank, at least one digit, and no unknown word of more than four letters.

    Args:
        text: What the cell holds.
        dates: Whether a date may be repeated: not in a table where it can be a birth date, and not as an id.
        known: More words that are no names, in small letters without accents.
    """
    if isinstance(text, Public):
        return Public(visible(text))
    if len(text) > LONGEST:
        return None
    if not known:
        return _echo(text, dates)
    return visible(text) if _is_harmless(text, dates, WORDS.union(known) - NAMES_TOO) else None


def shown(text: object) -> str:
    """Return an id or a word for the middle of a sentence, or that it is not shown."""
    return echo(text if isinstance(text, str) else str(text), dates=False) or NOT_SHOWN


def quoted(text: object) -> str:
    """Return an id or a word in quotation marks for the middle of a sentence, or that it is not shown."""
    repeated = echo(text if isinstance(text, str) else str(text), dates=False)
    return NOT_SHOWN if repeated is None else f"'{repeated}'"


@lru_cache(maxsize=16_384)
def _echo(text: str, dates: bool) -> str | None:  # noqa: FBT001 - the cache's key
    return visible(text) if _is_harmless(text, dates, WORDS) else None


def _is_harmless(text: str, dates: bool, words: Collection[str]) -> bool:  # noqa: FBT001 - private, always named
    if not dates and _DATE.search(text):
        return False
    letters = [_bare(run) for run in _LETTERS.findall(text)]
    has_digit = any(sign.isdigit() for sign in text)
    if has_digit and dates:
        letters = [run for run in letters if run not in NAMES_TOO]
    unknown = [run for run in letters if not _is_known(run, words)]
    if not unknown:
        return True
    is_code = has_digit and len(text) <= _CODE and not any(map(str.isspace, text.strip()))
    return is_code and all(len(run) <= _LETTERS_OF_A_CODE for run in unknown)


def _is_known(word: str, words: Collection[str]) -> bool:
    return len(word) == 1 or word in words or any(slip_of(word, (near,)) for near in _close(word))


def _close(word: str) -> set[str]:
    """Return the known words that can be a slip away: those that are alike but for one letter of each."""
    if len(word) < SHORTEST or len(word) > LONGEST:
        return set()
    return {near for part in _parts(word) for near in _near().get(part, ())}


@cache
def _near() -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for word in WORDS:
        for part in _parts(word):
            near.setdefault(part, []).append(word)
    return near


def _parts(word: str) -> set[str]:
    """Return a word, and the word without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _bare(word: str) -> str:
    return without_accents(word).casefold()
