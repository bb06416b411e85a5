"""A week as blocks of time: what a picture shows, and the table under it says."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from makegood.terms.clock import clock

Kind = Literal["free", "kept", "regular", "agreed", "make_up"]
ORDER: Final[tuple[Kind, ...]] = ("free", "kept", "regular", "agreed", "make_up")
"""In this order they are drawn, so that a make-up lies on top."""

_SCHOOL_WEEK: Final = 5
_HOUR: Final = 60
_MORNING, _AFTERNOON = 8 * _HOUR, 15 * _HOUR


class Block(NamedTuple):
    """Time of one day, in minutes after midnight; `label` is short enough for the picture."""

    date: dt.date
    start: int
    end: int
    kind: Kind
    label: str = ""

    @property
    def span(self) -> str:
        """From when to when: `13:05 to 13:35`."""
        return f"{clock(self.start)} to {clock(self.end)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """One person's week, before the plan and with it.

    Attributes:
        monday: The week.
        before: What is there without the plan; what is agreed already is in it.
        after: The same with the plan's make-ups.
    """

    monday: dt.date
    before: tuple[Block, ...]
    after: tuple[Block, ...]

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Monday to Friday, and whatever else has a block."""
        every = [self.monday + dt.timedelta(n) for n in range(7)]
        used = {block.date for block in (*self.before, *self.after)}
        return tuple(day for n, day in enumerate(every) if n < _SCHOOL_WEEK or day in used)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of block that stand in it."""
        return frozenset(block.kind for block in (*self.before, *self.after))

    @property
    def hours(self) -> tuple[int, int]:
        """The first and last full hour, in minutes, that hold every block of both."""
        blocks = (*self.before, *self.after)
        first = min((block.start for block in blocks), default=_MORNING)
        last = max((block.end for block in blocks), default=_AFTERNOON)
        return first // _HOUR * _HOUR, -(-last // _HOUR) * _HOUR


def minutes_of(blocks: Iterable[Block], kind: Kind) -> int:
    """Return the minutes of a kind."""
    return sum(block.end - block.start for block in blocks if block.kind == kind)


def count_of(blocks: Iterable[Block], kind: Kind) -> int:
    """Return how many blocks there are of a kind."""
    return sum(block.kind == kind for block in blocks)
