"""Spans of minutes in a day, half-open, and how they are written."""

import datetime as dt
from collections.abc import Iterable

from makegood.plans.instance import Session

Span = tuple[int, int]
"""From a minute after midnight up to, and without, another."""


def meet(one: Span, other: Span) -> bool:
    """Say whether two spans, neither of them empty, share a minute; spans that touch share none."""
    return one[0] < other[1] and other[0] < one[1]


def first_outside(span: Span, spans: Iterable[Span]) -> int | None:
    """Return the first minute of a span that none of the spans holds, or None if they hold all of it."""
    at, end = span
    for first, last in sorted(spans):
        if first > at or at >= end:
            break
        at = max(at, last)
    return at if at < end else None


def span_of(session: Session) -> Span:
    """Return the minutes of its day that a session takes."""
    return session.start, session.start + session.minutes


def monday_of(date: dt.date) -> dt.date:
    """Return the first day of the week that a date lies in."""
    return date - dt.timedelta(days=date.weekday())


def clock(minute: int) -> str:
    """Return a minute after midnight as people write it: 13:05."""
    return f"{minute // 60:02}:{minute % 60:02}"


def hours(span: Span) -> str:
    """Return a span as people write it: 13:05-13:35."""
    return f"{clock(span[0])}-{clock(span[1])}"


def at(session: Session) -> str:
    """Return what a sentence calls a session: whose, where and when."""
    return f"{session.provider_id} at {session.school_id} on {session.date} {hours(span_of(session))}"
