"""A day's minutes as the bits of one number: common time is `&`, whole districts take seconds.

Bit n stands for the minute that begins n minutes after midnight.
"""

from collections.abc import Iterable

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
    have = 1
    while have < minutes and bits:
        step = min(have, minutes - have)
        bits &= bits >> step
        have += step
    have = 1
    while have < minutes and bits:
        step = min(have, minutes - have)
        bits |= bits << step
        have += step
    return bits
