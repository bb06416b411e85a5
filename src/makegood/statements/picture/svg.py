"""The picture as inline SVG: bars by week, distinct by pattern and shape as well as by colour."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from math import ceil
from typing import Final

from markupsafe import Markup

from makegood.statements.picture.labels import SIZE, Label, labels_of, wide
from makegood.statements.picture.picture import BARS, STATES, Bar, Picture, Week
from makegood.statements.wording.words import Words

WIDTH: Final = 340
"""The width of a row of weeks, in px: what a phone of 360 px has room for."""
_TOP, _HEIGHT, _FOOT = 4, 64, 46
_TALL: Final = _TOP + _HEIGHT + _FOOT
_MOST: Final = 27
"""The most weeks of a row: half a year, so that every month's name has room at 16 px."""
_FEWEST: Final = 20

PATTERNS: Final = Markup(
    '<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>'
    '<pattern id="p-differently" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#fff"/><path d="M0 2.5H5" stroke="#1b5a86" stroke-width="2.4"/></pattern>'
    '<pattern id="p-missed" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#fff"/>'
    '<path d="M-1 4 1 6M0 0 5 5M4-1 6 1" stroke="#a3231b" stroke-width="1.1"/></pattern>'
    '<pattern id="p-unrecorded" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#fff"/><circle cx="2.5" cy="2.5" r="1.1" fill="#1a1a1a"/></pattern>'
    "</defs></svg>"
)
"""The patterns that every picture of a page uses, once."""

FILLS: Final[dict[Bar, str]] = {
    "given": 'fill="#1b5a86" stroke="#1b5a86"',
    "differently": 'fill="url(#p-differently)" stroke="#1b5a86"',
    "missed": 'fill="url(#p-missed)" stroke="#a3231b"',
    "unrecorded": 'fill="url(#p-unrecorded)" stroke="#1a1a1a"',
    "pending": 'fill="#fff" stroke="#1a1a1a" stroke-dasharray="2 1.5"',
}


def picture_svg(picture: Picture, words: Words, title: str, key: str) -> Markup:
    """Return one service's weeks as SVG, one for each half year at most, with a title and a description.

    Args:
        picture: The weeks.
        words: The language.
        title: What the picture shows, for those who cannot see it.
        key: Letters and digits that make the ids of this picture its own.
    """
    own = picture.own
    rows = ceil(len(own) / _MOST)
    long = ceil(len(own) / max(rows, 1))
    drawn = []
    for n in range(rows):
        weeks, id_ = own[n * long : (n + 1) * long], f"{key}-{n}"
        days = words.dates.span.format(first=words.short_day(weeks[0].monday), last=words.short_day(weeks[-1].sunday))
        drawn += [
            f'<svg role="img" aria-labelledby="t-{id_} d-{id_}" viewBox="0 0 {WIDTH} {_TALL}">',
            f'<title id="t-{id_}">{escape(f"{title}, {days}")}</title>',
            f'<desc id="d-{id_}">{escape(words.picture.description)} {escape(_counts(weeks, words))}</desc>',
            *_row(weeks, words, picture.tallest, long if rows > 1 else max(long, _FEWEST)),
            "</svg>",
        ]
    return Markup(f'<div class="half-years">{"".join(drawn)}</div>')  # noqa: S704 - every value in it is escaped or a number


def swatch(name: Bar) -> Markup:
    """Return a small square of the legend."""
    mark = _make_up(7, 7) if name == "make_up" else f'<rect x="1" y="1" width="12" height="12" {FILLS[name]}/>'
    return _swatch(mark)


def closed_swatch() -> Markup:
    """Return the small square of the legend for weeks without school."""
    return _swatch(closed_mark(0, 14, 14, 14))


def _swatch(mark: str) -> Markup:
    return Markup(f'<svg class="swatch" aria-hidden="true" viewBox="0 0 14 14">{mark}</svg>')  # noqa: S704 - our own text


def _counts(weeks: tuple[Week, ...], words: Words) -> str:
    counts = Counter(week.state for week in weeks)
    return "; ".join(f"{words.picture.states[s]}: {words.weeks(counts[s])}" for s in STATES if counts[s]) + "."


def _row(weeks: tuple[Week, ...], words: Words, tallest: int, room: int) -> Iterator[str]:
    most = words.number(tallest)
    left = wide(most) + 6
    step, base = (WIDTH - left) / room, _TOP + _HEIGHT
    end = left + step * len(weeks)
    yield _text(left - 4, _TOP + 12, most, ' text-anchor="end"')
    yield _text(left - 4, base, "0", ' text-anchor="end"')
    yield f'<path d="M{left:.1f} {_TOP}H{end:.1f}" stroke="#767676" stroke-width="0.5"/>'
    for n, week in enumerate(weeks):
        yield from _week(week, left + step * n, step, tallest)
    for label in labels_of(weeks, words, left, step, WIDTH):
        yield from _month(label, base)
    yield f'<path d="M{left:.1f} {base}H{end:.1f}" stroke="#1a1a1a"/>'


def _week(week: Week, x: float, step: float, tallest: int) -> Iterator[str]:
    base = float(_TOP + _HEIGHT)
    if week.state == "closed":
        yield closed_mark(x, base, step, _HEIGHT)
    y = base
    for name in BARS:
        tall = _HEIGHT * week.minutes(name) / max(tallest, 1)
        if tall and name != "make_up":
            y -= tall
            yield (
                f'<rect x="{x + 0.8:.1f}" y="{y:.1f}" width="{step - 1.6:.1f}" height="{tall:.1f}" '
                f'{FILLS[name]} stroke-width="0.7"/>'
            )
    if week.make_up:
        yield _make_up(x + step / 2, base + 8)


def _month(label: Label, base: int) -> Iterator[str]:
    yield f'<path d="M{label.tick:.1f} {base}v15" stroke="#4a4a4a" stroke-width="0.8"/>'
    yield _text(label.left, base + 27, label.month)
    if label.year:
        yield _text(label.year_left, base + 27 + SIZE, label.year)


def _text(x: float, y: float, text: str, more: str = "") -> str:
    return f'<text class="axis" x="{x:.1f}" y="{y}"{more}>{escape(text)}</text>'


def closed_mark(x: float, base: float, width: float, height: float) -> str:
    """Draw a week without school: a pale ground with a grey foot, which print and weak eyes keep."""
    return (
        f'<rect x="{x:.1f}" y="{base - height:.1f}" width="{width:.1f}" height="{height}" fill="#e4e4e4"/>'
        f'<rect x="{x:.1f}" y="{base - 4:.1f}" width="{width:.1f}" height="4" fill="#767676"/>'
    )


def _make_up(x: float, y: float) -> str:
    return f'<path d="M{x:.1f} {y - 4.5:.1f}v9M{x - 4.5:.1f} {y:.1f}h9" stroke="#22662a" stroke-width="2.6"/>'
