"""The words of a person's page, in the languages of a statement."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from makegood.planner.pictures import telling_en, telling_es
from makegood.planner.pictures.timetable import Block, Kind
from makegood.plans.plan import Why
from makegood.statements.wording.words import Words, words_of
from makegood.terms.clock import clock
from makegood.terms.language import Lang

_BOOKS: Final = {"en": telling_en, "es": telling_es}
_NOON, _HOUR = 12 * 60, 60


@dataclass(frozen=True, slots=True)
class Telling:
    """How a page speaks.

    Attributes:
        lang: The language.
        family: Whether it is for a family: times as on a kitchen clock. Staff read them as in their tables.
    """

    lang: Lang = "en"
    family: bool = False

    @property
    def words(self) -> Words:
        """Return dates and services in this language."""
        return words_of(self.lang)

    def say(self, key: str, **values: Any) -> str:
        """Return a sentence with its values filled in.

        Raises:
            KeyError: If the language has no such sentence.
        """
        text: str = _BOOKS[self.lang].WORDS[key]
        return text.format_map(values) if values else text

    def kinds(self) -> Mapping[Kind, str]:
        """Return what each kind of block in a child's week is called."""
        named: Mapping[Kind, str] = _BOOKS[self.lang].KINDS
        return named

    def use(self, word: str) -> str:
        """Return what time that is never taken is for."""
        uses: Mapping[str, str] = _BOOKS[self.lang].USES
        return uses.get(word, word)

    def why(self, why: Why) -> str:
        """Return in a family's words why there is no time yet."""
        reasons: Mapping[Why, str] = _BOOKS[self.lang].REASONS
        return reasons[why]

    def time(self, minute: int) -> str:
        """Return a time of day: `13:05`, for a family `1:05 PM`."""
        if not self.family:
            return clock(minute)
        return f"{_on_dial(minute)}:{minute % _HOUR:02d} {self._half(minute)}"

    def hour(self, minute: int) -> str:
        """Return a full hour for the edge of a picture: `13:00`, for a family `1 PM`."""
        if not self.family:
            return clock(minute)
        return self.say("hour", n=_on_dial(minute), half=self._half(minute))

    def span(self, start: int, end: int) -> str:
        """Return from when to when."""
        return _span(self, start, end)

    def block(self, block: Block) -> str:
        """Return from when to when a block is."""
        return self.span(block.start, block.end)

    def week(self, monday: dt.date) -> str:
        """Return the title of a week."""
        return self.say("week_of", day=self.words.day(monday))

    def _half(self, minute: int) -> str:
        return self.say("am" if minute < _NOON else "pm")


@cache
def _span(telling: Telling, start: int, end: int) -> str:
    """Return a span in words; a district's pages have the same few over and over."""
    return telling.say("span", start=telling.time(start), end=telling.time(end))


def _on_dial(minute: int) -> int:
    return (minute // _HOUR - 1) % 12 + 1


ENGLISH: Final = Telling()
