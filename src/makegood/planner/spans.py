"""Spans of time: pairs of minutes, start before end, in order and apart."""

from collections.abc import Iterable

Spans = tuple[tuple[int, int], ...]


def joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return spans in order, those that touch or overlap made one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def without(spans: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]]) -> Spans:
    """Return what is left of the spans where nothing is taken."""
    left = joined(spans)
    for begin, stop in taken:
        left = tuple(
            part
            for start, end in left
            for part in ((start, min(end, begin)), (max(start, stop), end))
            if part[0] < part[1]
        )
    return left


def common(some: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> Spans:
    """Return the time that lies in both."""
    others = tuple(others)
    return joined((max(a, c), min(b, d)) for a, b in some for c, d in others if max(a, c) < min(b, d))
