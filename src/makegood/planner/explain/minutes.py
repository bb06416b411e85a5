"""A day's minutes as the bits of one number: common time is `&`, whole districts take seconds.

Bit n stands for the minute that begins n minutes after midnight.
"""

from collections.abc import Iterable
from functools import cache

from makegood.planner.spans import Spans


def bits_of(spans: Iterable[tuple[int, int]]) -> int:
    """Return the minutes of spans."""
    bits = 0
    for start, end in spans:
        if end > start:
            bits |= ((1 << (end - start)) - 1) << start
    return bits


def spans_of(bits: int) -> Spans:
    """Return the spans of minutes, in order and apart."""
    spans = []
    while bits:
        start = (bits & -bits).bit_length() - 1
        rest = bits >> start
        length = (~rest & (rest + 1)).bit_length() - 1
        spans.append((start, start + length))
        bits &= ~(((1 << length) - 1) << start)
    return tuple(spans)


def in_a_row(bits: int, minutes: int) -> int:
    """Return only those minutes that lie in a stretch of at least so many."""
    steps = _steps(minutes)
    for step in steps:
        bits &= bits >> step
    if bits:
        for step in steps:
            bits |= bits << step
    return bits


@cache
def _steps(minutes: int) -> tuple[int, ...]:
    """Return the shifts that together reach over a stretch, each at most what the ones before have reached."""
    steps, have = [], 1
    while have < minutes:
        steps.append(min(have, minutes - have))
        have += steps[-1]
    return tuple(steps)
