"""A debt falling over the weeks of a plan, beside the least that any plan leaves."""

from collections.abc import Sequence
from html import escape
from math import ceil
from typing import Final

from markupsafe import Markup

from makegood.planner.figures import Week
from makegood.statements.wording.words import words_of

WIDTH, HEIGHT = 340, 156
_LEFT, _RIGHT, _TOP, _BASE = 40, 10, 8, 136
_LABEL: Final = 34


def debt_falling(weeks: Sequence[Week], owed: int, bound: int, key: str = "debt") -> Markup:
    """Return the picture as SVG with a title and a description.

    Args:
        weeks: The weeks of the plan.
        owed: Minutes open at the start.
        bound: The most minutes that any plan can settle.
        key: Letters and digits that make the ids of this picture its own.
    """
    step = (WIDTH - _LEFT - _RIGHT) / max(len(weeks), 1)
    points = [(float(_LEFT), _y(owed, owed))]
    points += [(_LEFT + step * (n + 1), _y(week.open, owed)) for n, week in enumerate(weeks)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    least = _y(owed - bound, owed)
    marks = [
        f'<svg class="picture" role="img" aria-labelledby="t-{key} d-{key}" viewBox="0 0 {WIDTH} {HEIGHT}">',
        f'<title id="t-{key}">Open minutes, week by week</title>',
        f'<desc id="d-{key}">{escape(in_words(weeks, owed, bound))}</desc>',
        f'<polygon points="{_LEFT},{_BASE} {line} {points[-1][0]:.1f},{_BASE}" fill="#e3ecf3"/>',
        f'<path d="M{_LEFT} {_TOP}V{_BASE}H{WIDTH - _RIGHT}" fill="none" stroke="#444" stroke-width="0.8"/>',
        *_scale(owed),
        f'<path d="M{_LEFT} {least:.1f}H{WIDTH - _RIGHT}" stroke="#8c1d13" stroke-width="1.2" stroke-dasharray="5 3"/>',
        f'<polyline points="{line}" fill="none" stroke="#1b5a86" stroke-width="2"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="#1b5a86"/>' for x, y in points),
        *_mondays(weeks, step),
    ]
    return Markup("".join([*marks, "</svg>"]))  # noqa: S704 - every value in it is escaped or a number


def in_words(weeks: Sequence[Week], owed: int, bound: int) -> str:
    """Say what the picture shows."""
    left = weeks[-1].open if weeks else owed
    return (
        f"{owed:,} minutes are open at the start; with the plan {left:,} are open at the end, if nothing more "
        "is missed. "
        f"No plan can leave fewer than {owed - bound:,} open: that is the dashed line."
    )


def _y(minutes: int, owed: int) -> float:
    return _BASE - (_BASE - _TOP) * minutes / max(owed, 1)


def _scale(owed: int) -> list[str]:
    marks = []
    for part in (0, owed // 2, owed) if owed > 1 else (0, owed):
        y = _y(part, owed)
        marks.append(f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="#d4d4d4" stroke-width="0.5"/>')
        marks.append(f'<text class="axis" x="{_LEFT - 4}" y="{y + 3:.1f}" text-anchor="end">{part:,}</text>')
    return marks


def _mondays(weeks: Sequence[Week], step: float) -> list[str]:
    """Name the weeks under the axis, as many as have room."""
    each, words = max(ceil(_LABEL / step), 1), words_of("en")
    marks = []
    for n, week in enumerate(weeks):
        x = _LEFT + step * n
        marks.append(f'<path d="M{x:.1f} {_BASE}v4" stroke="#444" stroke-width="0.6"/>')
        if n % each == 0:
            name = f"{words.month(week.monday)} {week.monday.day}"
            marks.append(f'<text class="axis" x="{x + 2:.1f}" y="{_BASE + 14}">{name}</text>')
    return marks
