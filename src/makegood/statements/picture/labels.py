"""Where the names of months and years go under a row of weeks, so that none is printed over another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from makegood.statements.picture.picture import Week, month_starts
from makegood.statements.wording.words import Words

SIZE: Final = 16
"""The size of every letter of a picture, in px."""
_LETTER: Final = 0.75
"""The width of a letter against its size, in the widest of the page's fonts."""
_GAP: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A month's name, and where it goes.

    Attributes:
        tick: Where the month's first week begins, in px.
        left: Where the name begins, in px.
        year: The year under it; empty where a label before it has the same one.
        year_left: Where the year begins, in px.
    """

    tick: float
    left: float
    month: str
    year: str = ""
    year_left: float = 0.0


def labels_of(weeks: Sequence[Week], words: Words, left: float, step: float, end: float) -> Iterator[Label]:
    """Yield the labels of a row of weeks, from left to right; a name without room is left out.

    Args:
        weeks: The weeks of the row.
        words: The language.
        left: Where the first week begins, in px.
        step: The width of a week, in px.
        end: Where the row's room ends, in px.
    """
    longest = max((wide(words.month(week.monday)) for week in weeks), default=0.0)
    free, free_for_year, shown = 0.0, 0.0, 0
    for n in month_starts(weeks, ceil((longest + _GAP) / step)):
        day = weeks[n].monday
        month, year = words.month(day), str(day.year)
        tick = left + step * n
        at, year_at = min(tick + 1, end - wide(month)), min(tick + 1, end - wide(year))
        if at < free:
            continue
        free = at + wide(month) + _GAP
        if day.year == shown or year_at < free_for_year:
            yield Label(tick=tick, left=at, month=month)
        else:
            free_for_year, shown = year_at + wide(year) + _GAP, day.year
            yield Label(tick=tick, left=at, month=month, year=year, year_left=year_at)


def wide(text: str) -> float:
    """Return how wide a text is at most, in px."""
    return len(text) * SIZE * _LETTER
