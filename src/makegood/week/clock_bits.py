"""A day's minutes as the bits of one whole number: what is free in common is one `and`."""

from collections.abc import Iterable, Iterator
from typing import Final

DAY: Final = 1440
ALL_DAY: Final = (1 << DAY) - 1


def bits(start: int, end: int) -> int:
    """Return the minutes from start to end; what lies outside the day is left out."""
    start, end = max(start, 0), min(end, DAY)
    return ((1 << (end - start)) - 1) << start if start < end else 0


def bits_of(spans: Iterable[tuple[int, int]]) -> int:
    """Return the minutes of several spans."""
    mask = 0
    for start, end in spans:
        mask |= bits(start, end)
    return mask


def begins(free: int, minutes: int) -> int:
    """Return the minutes at which so many free minutes on end begin."""
    known = 1
    while known < minutes and free:
        step = min(known, minutes - known)
        free &= free >> step
        known += step
    return free


def covered(mask: int, minutes: int) -> int:
    """Return the minutes that are covered by so many minutes from each minute of a mask on."""
    known = 1
    while known < minutes:
        step = min(known, minutes - known)
        mask |= mask << step
        known += step
    return mask


def each(mask: int) -> Iterator[int]:
    """Yield the minutes of a mask, earliest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def spans_of(mask: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a mask, earliest first."""
    while mask:
        start = (mask & -mask).bit_length() - 1
        rest = ~(mask >> start)
        length = (rest & -rest).bit_length() - 1
        yield start, start + length
        mask &= ~bits(start, start + length)
