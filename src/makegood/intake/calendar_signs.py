"""What the words of a title say, one sign for each phrase of `calendar_words.toml`."""

import tomllib
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from makegood.intake.calendar_grades import YEARS, take_grades
from makegood.intake.calendar_text import plain, singular, without_when, words_of

_GRADES: Final = "grades"
_ASKED: Final = "?\u00bf"
_READ: Final = 1000
"""Characters of a text that are read; what says more is not clear."""


@dataclass(slots=True)
class Signs:
    """What a text says.

    Attributes:
        said: The words for each sign, in the order of the text.
        grades: The grades it names, in order.
        for_some: The words that say for whom it holds.
        unread: The words that no table knows.
    """

    said: dict[str, list[str]] = field(default_factory=dict)
    grades: list[str] = field(default_factory=list)
    for_some: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def __contains__(self, sign: str) -> bool:
        return sign in self.said

    def any_of(self, signs: frozenset[str]) -> bool:
        """Return whether the text says one of these signs."""
        return not signs.isdisjoint(self.said)


@lru_cache(maxsize=1024)
def read_signs(text: str) -> Signs:
    """Return what a title or category says; an entry that repeats has one title for all its days."""
    text, more = text[:_READ], text[_READ:]
    undated, dated = without_when(plain(text))
    rest, grades, named = take_grades(undated)
    signs = Signs(grades=grades, for_some=named)
    if more or any(mark in text for mark in _ASKED):
        signs.said["doubt"] = ["..." if more else "?"]
    if dated:
        signs.said["date"] = ["another date?"]
    written = words_of(rest)
    words, book = [singular(word) for word in written], phrases()
    longest, at = _longest(), 0
    while at < len(words):
        for end in range(min(len(words), at + longest), at, -1):
            if sign := book.get(tuple(words[at:end])):
                _note(signs, sign, " ".join(written[at:end]))
                at = end
                break
        else:
            signs.unread.append(written[at])
            at += 1
    signs.grades = [year for year in YEARS if year in signs.grades]
    return signs


def _note(signs: Signs, sign: str, words: str) -> None:
    table, _, grade = sign.partition(".")
    if table == _GRADES:
        signs.grades.append(grade)
        signs.for_some.append(words)
        return
    if sign == "for_some":
        signs.for_some.append(words)
    signs.said.setdefault(sign, []).append(words)


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """Return the sign of each phrase; `grades.K` and the like for a word for one grade."""
    text = files("makegood.intake").joinpath("calendar_words.toml").read_text(encoding="utf-8")
    book: dict[tuple[str, ...], str] = {}
    for sign, lists in tomllib.loads(text).items():
        for name, phrase_list in lists.items():
            meaning = f"{_GRADES}.{name}" if sign == _GRADES else sign
            for phrase in phrase_list.replace("\n", "|").split("|"):
                if words := tuple(singular(word) for word in words_of(plain(phrase))):
                    book.setdefault(words, meaning)
    return book


@cache
def _longest() -> int:
    return max(map(len, phrases()))
