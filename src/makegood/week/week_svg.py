"""A provider's regular week as inline SVG: kinds of sessions differ by ground and edge, not by colour alone."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final, Literal

from markupsafe import Markup

from makegood.planner.spans import Spans
from makegood.week.caseload import Slot
from makegood.week.pattern import DAYS, SCHOOL_WEEK
from makegood.week.wording import time_of

Look = Literal["work", "kept", "new", "some"]
NAMED: Final[Mapping[Look, str]] = {
    "new": "new or moved",
    "kept": "as today",
    "some": "not every week",
    "work": "free working time",
}
"""What each kind of block is called in the legend."""
_LOOK: Final[Mapping[Look, str]] = {
    "work": 'fill="#fff" stroke="#22662a" stroke-width="0.9" stroke-dasharray="3 2"',
    "kept": 'fill="#dbe4ec" stroke="#4e6475" stroke-width="0.7"',
    "new": 'fill="#1d5a25" stroke="#0d3513" stroke-width="1"',
    "some": 'fill="#fff" stroke="#0d3513" stroke-width="1.4" stroke-dasharray="6 2"',
}
_WIDE, _LEFT, _TOP, _SCALE, _HOUR = 400, 34, 18, 0.75, 60
_ONE_LINE: Final = 10


def week_svg(
    title: str, meetings: Sequence[tuple[Slot, str, Look]], time: Mapping[int, Spans], key: str, said: str
) -> Markup:
    """Return a provider's week.

    Args:
        title: Whose week it is.
        meetings: Each session once, with its label and how it looks.
        time: By weekday, when the provider is at work.
        key: Letters and digits that make the ids of this picture its own.
        said: The same in words, for those who cannot see it.
    """
    weekly = [each for each in meetings if not each[0].pattern.cycle]
    edges = [slot.start for slot, *_ in weekly] + [a for spans in time.values() for a, _ in spans]
    ends = [slot.end for slot, *_ in weekly] + [b for spans in time.values() for _, b in spans]
    first = min(edges, default=480) // _HOUR * _HOUR
    last = -(-max(ends, default=900) // _HOUR) * _HOUR
    foot, wide = _TOP + _SCALE * (last - first), (_WIDE - _LEFT) / SCHOOL_WEEK
    marks = [
        f'<svg class="week" role="img" aria-labelledby="t-{key} d-{key}" viewBox="0 0 {_WIDE} {foot + 6:.0f}">',
        f'<title id="t-{key}">{escape(title)}</title><desc id="d-{key}">{escape(said)}</desc>',
    ]
    for minute in range(first, last + 1, _HOUR):
        y = _TOP + _SCALE * (minute - first)
        marks.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDE}" stroke="#d4d4d4" stroke-width="0.5"/>')
        if minute < last:
            marks.append(
                f'<text class="axis" x="{_LEFT - 3}" y="{y + 3:.1f}" text-anchor="end">{minute // 60}:00</text>'
            )
    for n, name in enumerate(DAYS):
        x = _LEFT + wide * (n + 0.5)
        marks.append(f'<text class="axis" x="{x:.1f}" y="{_TOP - 6}" text-anchor="middle">{name[:3]}</text>')
    for day, spans in sorted(time.items()):
        marks += [_rect(_LEFT + wide * day + 1, wide - 2, a - first, b - first, "work") for a, b in spans]
    for slot, label, look in weekly:
        # Sessions of different weeks can share an hour: such a one takes half of it.
        half = slot.pattern.every > 1 and slot.pattern.phase % 2 == 1
        beside = slot.pattern.every > 1 and any(
            other.pattern.day == slot.pattern.day and other.start < slot.end and slot.start < other.end
            for other, *_ in weekly
            if other is not slot
        )
        width = (wide - 2) / 2 if beside else wide - 2
        x = _LEFT + wide * slot.pattern.day + 1 + (width if beside and half else 0)
        marks.append(_rect(x, width, slot.start - first, slot.end - first, look))
        tall = _SCALE * slot.minutes
        if tall >= _ONE_LINE:
            room = int(width / 5.6)
            text = label if len(label) <= room else f"{label[: room - 1]}…"
            y = _TOP + _SCALE * (slot.start - first) + min(tall / 2 + 3, 11)
            shade = "on-dark" if look == "new" else "on-light"
            marks.append(f'<text class="{shade}" x="{x + width / 2:.1f}" y="{y:.1f}" text-anchor="middle">'
                         f"{escape(text)}</text>")  # fmt: skip
    return Markup("".join([*marks, "</svg>"]))  # noqa: S704 - every value in it is escaped or a number


def swatch(look: Look) -> Markup:
    """Return a small square of the legend."""
    mark = f'<rect x="1" y="1" width="12" height="12" {_LOOK[look]}/>'
    return Markup(f'<svg class="swatch" aria-hidden="true" viewBox="0 0 14 14">{mark}</svg>')  # noqa: S704 - our own text


def in_words(meetings: Sequence[tuple[Slot, str, Look]]) -> str:
    """Return each session of a week in words."""
    sessions = [
        f"{DAYS[slot.pattern.day]} {time_of(slot)} {label}" for slot, label, _ in meetings if not slot.pattern.cycle
    ]
    return "; ".join(sessions) or "No session on a weekday."


def _rect(x: float, width: float, start: int, end: int, look: Look) -> str:
    y, tall = _TOP + _SCALE * start, _SCALE * (end - start)
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{tall:.1f}" {_LOOK[look]}/>'
