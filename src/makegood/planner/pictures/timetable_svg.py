"""A week as inline SVG: kinds of time are told apart by pattern and edge as well as by colour."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from typing import Final, NamedTuple

from markupsafe import Markup

from makegood.planner.pictures.telling import ENGLISH, Telling
from makegood.planner.pictures.timetable import ORDER, Block, Kind, Timetable, count_of, minutes_of

WIDTH: Final = 340
_LEFT, _TOP, _FOOT, _SCALE = 34, 18, 6, 0.62
_HOUR: Final = 60
_ONE_LINE, _TWO_LINES = 9, 18
_LETTER: Final = 4.9
"""How wide a letter of a label is, in a wide font; the table under the picture has the whole word."""

PATTERNS: Final = Markup(
    '<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>'
    '<pattern id="p-regular" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="#dbe4ec"/><path d="M0 4 4 0" stroke="#6d8396" stroke-width="0.7"/></pattern>'
    '<pattern id="p-agreed" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#fff"/><path d="M0 0 5 5M0 5 5 0" stroke="#22662a" stroke-width="0.7"/></pattern>'
    "</defs></svg>"
)
"""The patterns that every timetable of a page uses, once."""

_LOOK: Final[Mapping[Kind, str]] = {
    "free": 'fill="#fff" stroke="#22662a" stroke-width="0.9" stroke-dasharray="3 2"',
    "kept": 'fill="#ececec" stroke="#b5b5b5" stroke-width="0.5"',
    "regular": 'fill="url(#p-regular)" stroke="#4e6475" stroke-width="0.6"',
    "agreed": 'fill="url(#p-agreed)" stroke="#22662a" stroke-width="1.2"',
    "make_up": 'fill="#1d5a25" stroke="#0d3513" stroke-width="1"',
}
_DARK: Final = {"make_up"}


def timetable_svg(
    week: Timetable, title: str, named: Mapping[Kind, str], key: str, *, after: bool, telling: Telling = ENGLISH
) -> Markup:
    """Return a week as SVG with a title and a description.

    Args:
        week: The week.
        title: What the picture shows, for those who cannot see it.
        named: What each kind of block is called here.
        key: Letters and digits that make the ids of this picture its own.
        after: Whether to show the week with the plan, or without it.
        telling: How it speaks.
    """
    blocks, days, (first, last) = (week.after if after else week.before), week.days, week.hours
    height = _TOP + _SCALE * (last - first) + _FOOT
    wide = (WIDTH - _LEFT) / len(days)
    marks = [
        f'<svg class="week" role="img" aria-labelledby="t-{key} d-{key}" viewBox="0 0 {WIDTH} {height:.0f}">',
        f'<title id="t-{key}">{escape(title)}</title>',
        f'<desc id="d-{key}">{escape(in_words(blocks, named, telling))}</desc>',
        _frame(days, first, last, wide, telling),
    ]
    left = {day: _LEFT + wide * n + 1 for n, day in enumerate(days)}
    for kind in ORDER:
        same = sorted(block for block in blocks if block.kind == kind)
        boxes = [_Box(left[each.date], _TOP + _SCALE * (each.start - first), wide - 2, each) for each in same]
        marks += _drawn(kind, boxes) if boxes else ()
    return Markup("".join([*marks, "</svg>"]))  # noqa: S704 - every value in it is escaped or a number


def swatch(kind: Kind) -> Markup:
    """Return a small square of the legend."""
    mark = f'<rect x="1" y="1" width="12" height="12" {_LOOK[kind]}/>'
    return Markup(f'<svg class="swatch" aria-hidden="true" viewBox="0 0 14 14">{mark}</svg>')  # noqa: S704 - our own text


def in_words(blocks: Sequence[Block], named: Mapping[Kind, str], telling: Telling = ENGLISH) -> str:
    """Say how many blocks of each kind there are, and how long they are together."""
    parts = [
        telling.say(
            "blocks_one" if count == 1 else "blocks",
            kind=named[kind],
            count=count,
            minutes=telling.words.minutes(minutes_of(blocks, kind)),
        )
        for kind in reversed(ORDER)
        if kind in named and (count := count_of(blocks, kind))
    ]
    return "; ".join(parts) + "." if parts else telling.say("nothing")


@cache
def _frame(days: tuple[dt.date, ...], first: int, last: int, wide: float, telling: Telling) -> str:
    """Return the lines of the hours and days, and their names; it is the same for many people."""
    words, foot = telling.words, _TOP + _SCALE * (last - first)
    hours = {minute: _TOP + _SCALE * (minute - first) for minute in range(first, last + 1, _HOUR)}
    lines = [f"M{_LEFT} {y:.1f}H{WIDTH}" for y in hours.values()]
    lines += [f"M{_LEFT + wide * n:.1f} {_TOP}V{foot:.1f}" for n in range(len(days))]
    named = [_text(_LEFT - 3, y + 3, telling.hour(minute)) for minute, y in hours.items() if minute < last]
    dated = [
        _text(_LEFT + wide * (n + 0.5), _TOP - 6, f"{words.dated(day)[:3]} {day.day}") for n, day in enumerate(days)
    ]
    return (
        f'<path d="{"".join(lines)}" fill="none" stroke="#d4d4d4" stroke-width="0.5"/>'
        f'<g class="axis" text-anchor="end">{"".join(named)}</g>'
        f'<g class="axis" text-anchor="middle">{"".join(dated)}</g>'
    )


class _Box(NamedTuple):
    """Where a block is drawn."""

    x: float
    y: float
    wide: float
    block: Block

    @property
    def tall(self) -> float:
        return _SCALE * (self.block.end - self.block.start)

    @property
    def outline(self) -> str:
        return f"M{self.x:.1f} {self.y:.1f}h{self.wide:.1f}v{self.tall:.1f}h-{self.wide:.1f}z"


def _drawn(kind: Kind, boxes: Sequence[_Box]) -> Iterator[str]:
    """Yield the blocks of a kind as one shape, then their labels: a district's pages have millions of blocks."""
    yield f'<path d="{"".join(box.outline for box in boxes)}" {_LOOK[kind]}/>'
    labelled = [(box, lines) for box in boxes if (lines := _lines(box))]
    if not labelled:
        return
    if kind == "agreed":
        # Words on a pattern are hard to read: they get a plain ground.
        for box, _ in labelled:
            yield f'<rect x="{box.x + 3:.1f}" y="{box.y + 1.5:.1f}" width="{box.wide - 6:.1f}" height="9" fill="#fff"/>'
    yield f'<g class="{"on-dark" if kind in _DARK else "on-light"}" text-anchor="middle">'
    for box, lines in labelled:
        for n, line in enumerate(lines):
            at = box.y + 8 + 9 * n if box.tall > _ONE_LINE + 2 else box.y + box.tall / 2 + 3
            yield _text(box.x + box.wide / 2, at, escape(line))
    yield "</g>"


def _lines(box: _Box) -> list[str]:
    """Return as many lines of a block's label as it has room for."""
    lines = [line for line in box.block.label.split("\n") if line]
    if box.tall < _ONE_LINE:
        return []
    shown = lines if box.tall >= _TWO_LINES and box.block.kind != "agreed" else lines[:1]
    return [_fitted(line, int(box.wide / _LETTER)) for line in shown]


def _fitted(line: str, room: int) -> str:
    """Return a line that has no more letters than there is room for, cut between words where it has several."""
    if len(line) <= room:
        return line
    kept = line[:room].rsplit(" ", 1)[0] if " " in line[:room] else line[: room - 1]
    return f"{kept.rstrip(' …')}…"


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}">{words}</text>'
