"""The picture as inline SVG: bars by week, distinct by pattern and shape as well as by colour."""

from html import escape
from math import ceil
from typing import Final

from markupsafe import Markup

from makegood.statements.picture.picture import Picture, Week, month_starts
from makegood.statements.wording.words import Words

WIDTH: Final = 340
_LEFT, _TOP, _HEIGHT, _FOOT, _ROW = 30, 6, 64, 30, 108
_YEAR: Final = 53
_LABEL: Final = 24
_FEWEST: Final = 20

PATTERNS: Final = Markup(
    '<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>'
    '<pattern id="p-differently" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="#fff"/><path d="M0 4 4 0" stroke="#1b5a86" stroke-width="1.6"/></pattern>'
    '<pattern id="p-missed" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="#fff"/><path d="M0 0 4 4" stroke="#a3231b" stroke-width="0.9"/></pattern>'
    '<pattern id="p-unrecorded" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="#fff"/><circle cx="2" cy="2" r="0.9" fill="#4a4a4a"/></pattern>'
    "</defs></svg>"
)
"""The patterns that every picture of a page uses, once."""

FILLS: Final = {
    "given": ("#1b5a86", "#1b5a86"),
    "differently": ("url(#p-differently)", "#1b5a86"),
    "missed": ("url(#p-missed)", "#a3231b"),
    "unrecorded": ("url(#p-unrecorded)", "#4a4a4a"),
    "make_up": ("#22662a", "#22662a"),
    "closed": ("#e4e4e4", "#e4e4e4"),
}


def picture_svg(picture: Picture, words: Words, title: str, key: str) -> Markup:
    """Return one service's year as SVG with a title and a description.

    Args:
        picture: The weeks.
        words: The language.
        title: What the picture shows, for those who cannot see it.
        key: Letters and digits that make the ids of this picture its own.
    """
    rows = [picture.weeks[n : n + _YEAR] for n in range(0, len(picture.weeks), _YEAR)]
    height = _ROW * len(rows)
    marks = [
        f'<svg class="picture" role="img" aria-labelledby="t-{key} d-{key}" viewBox="0 0 {WIDTH} {height}">',
        f'<title id="t-{key}">{escape(title)}</title>',
        f'<desc id="d-{key}">{escape(words.picture.description)} {escape(_counts(picture, words))}</desc>',
    ]
    for n, weeks in enumerate(rows):
        marks += _row(weeks, words, picture.tallest, max(len(rows[0]), _FEWEST), n * _ROW)
    return Markup("".join([*marks, "</svg>"]))  # noqa: S704 - every value in it is escaped or a number


def swatch(name: str) -> Markup:
    """Return a small square of the legend."""
    fill, stroke = FILLS[name]
    mark = (
        _make_up(7, 7)
        if name == "make_up"
        else f'<rect x="1" y="1" width="12" height="12" fill="{fill}" stroke="{stroke}"/>'
    )
    return Markup(f'<svg class="swatch" aria-hidden="true" viewBox="0 0 14 14">{mark}</svg>')  # noqa: S704 - our own text


def _counts(picture: Picture, words: Words) -> str:
    parts = [f"{words.picture.states[state]}: {words.weeks(n)}" for state, n in picture.counts.items()]
    return "; ".join(parts) + "."


def _row(weeks: tuple[Week, ...], words: Words, tallest: int, room: int, top: int) -> list[str]:
    step = (WIDTH - _LEFT) / room
    base = top + _TOP + _HEIGHT
    end = _LEFT + step * len(weeks)
    marks = [
        f'<text class="axis" x="{_LEFT - 4}" y="{top + _TOP + 8}" text-anchor="end">{tallest}</text>',
        f'<text class="axis" x="{_LEFT - 4}" y="{base}" text-anchor="end">0</text>',
        f'<path d="M{_LEFT} {top + _TOP}H{end:.1f}" stroke="#c8c8c8" stroke-width="0.5"/>',
    ]
    named = set(month_starts(weeks, ceil(_LABEL / step)))
    for n, week in enumerate(weeks):
        x = _LEFT + step * n
        if week.state == "closed":
            marks.append(f'<rect x="{x:.1f}" y="{top + _TOP}" width="{step:.1f}" height="{_HEIGHT}" fill="#e4e4e4"/>')
        y = float(base)
        for name in ("given", "differently", "missed", "unrecorded"):
            tall = _HEIGHT * getattr(week, name) / max(tallest, 1)
            if tall:
                y -= tall
                fill, stroke = FILLS[name]
                marks.append(
                    f'<rect x="{x + 0.6:.1f}" y="{y:.1f}" width="{step - 1.2:.1f}" height="{tall:.1f}" '
                    f'fill="{fill}" stroke="{stroke}" stroke-width="0.6"/>'
                )
        if week.make_up:
            marks.append(_make_up(x + step / 2, base + 7))
        if n in named:
            marks.append(f'<path d="M{x:.1f} {base}v13" stroke="#4a4a4a" stroke-width="0.6"/>')
            marks += _label(x, base + _FOOT - 8, words.month(week.monday))
            if n == min(named) or week.monday.month == 1:
                marks += _label(x, base + _FOOT + 2, str(week.monday.year))
    marks.append(f'<path d="M{_LEFT} {base}H{end:.1f}" stroke="#1a1a1a" stroke-width="0.8"/>')
    return marks


def _label(x: float, y: float, text: str) -> list[str]:
    """Write under a week; at the right edge, to its left."""
    edge = x > WIDTH - 18
    at, anchor = (x - 2, ' text-anchor="end"') if edge else (x + 2, "")
    return [f'<text class="axis" x="{at:.1f}" y="{y:.1f}"{anchor}>{text}</text>']


def _make_up(x: float, y: float) -> str:
    return f'<path d="M{x:.1f} {y - 4:.1f}v8M{x - 4:.1f} {y:.1f}h8" stroke="#22662a" stroke-width="2.4"/>'
