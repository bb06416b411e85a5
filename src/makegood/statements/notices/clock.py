"""The clocks of notices: which events of a service a notice follows (docs/decisions/0004-notices.md)."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from makegood.policies import Span, When
from makegood.statements.notices.notice import NoticeEvent
from makegood.statements.notices.service_log import ServiceLog

_DAYS_OF_WEEK = 7
_WEEKDAYS = 5


def events_of(log: ServiceLog, when: When) -> Iterator[NoticeEvent]:
    """Yield the events of a service that a notice's `when` names, by date."""
    if when.lapse is not None:
        yield from _lapses(log, when, when.lapse)
    elif when.run_of is not None:
        yield from _runs(log, when, when.run_of)
    else:
        for row in log.gaps:
            yield log.event(when, row.date, row.date, [row], silent=False)


def _runs(log: ServiceLog, when: When, n: int) -> Iterator[NoticeEvent]:
    """Yield one event for each run of at least n regular sessions missed in full, on its nth."""
    regular = [row for row in log.rows if row.kind == "regular" and (row.planned or row.delivered)]
    for held, group in groupby(regular, key=lambda row: row.delivered > 0):
        run = list(group)
        if not held and len(run) >= n:
            yield log.event(when, run[0].date, run[n - 1].date, run[:n], silent=False)


def _lapses(log: ServiceLog, when: When, span: Span) -> Iterator[NoticeEvent]:
    """Yield one event for each time that the clock ran out before a minute was given."""
    for began, stop in clocks_of(log):
        complete = runs_out(log, began, span, min(log.last, log.as_of), stop)
        if complete is not None:
            rows = [row for row in log.away if began <= row.date <= complete]
            yield log.event(when, began, complete, rows, silent=not rows or rows[0].date != began)


def clocks_of(log: ServiceLog) -> Iterator[tuple[dt.date, dt.date | None]]:
    """Yield each day on which a clock began, and the day of the next minutes given (None: none yet)."""
    given = log.given
    starts = {row.date for row in log.away} | set(log.unrecorded) | ({log.starts} if log.starts else set())
    stopped = dt.date.min
    for began in sorted(starts):
        if began <= stopped:
            continue
        after = bisect_left(given, began)
        stop = given[after] if after < len(given) else None
        yield began, stop
        # Until a minute is given the clock stays as it is: nothing after this start begins another.
        stopped = stop or dt.date.max


def runs_out(log: ServiceLog, began: dt.date, span: Span, until: dt.date, stop: dt.date | None) -> dt.date | None:
    """Return the day on which a clock has run out, or None if it has not by `until` or is stopped up to it."""
    left = span.n * (_DAYS_OF_WEEK if span.unit == "weeks" else 1)
    if stop is not None and (stop - began).days <= left:
        return None
    day = began
    while left:
        day += dt.timedelta(1)
        if day > until or (stop is not None and day >= stop):
            return None
        left -= counts(log, day, span)
    return day


def counts(log: ServiceLog, day: dt.date, span: Span) -> bool:
    """Return whether a day counts for a span."""
    if span.unit == "school_days":
        return log.counts(day)
    return span.unit != "business_days" or day.weekday() < _WEEKDAYS
