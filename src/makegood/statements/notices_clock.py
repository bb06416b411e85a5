"""The clocks of notices: which events of a service a notice follows (docs/decisions/0004-notices.md)."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from makegood.policies import Span, When
from makegood.statements.log_rows import LogRow
from makegood.statements.notices_due import NoticeEvent

_DAYS_OF_WEEK = 7
_WEEKDAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLog:
    """What the clocks of one service look at.

    Attributes:
        rows: Its regular and make-up rows and the slots passed over, by date, where something was due.
        unrecorded: The last days of closed periods with minutes on no record.
        starts: The service's first day, if the clock runs from it until the first minute is given.
        ends: Its last day, or the as-of date if that is earlier.
        counts: Whether a day counts for a lapse: a school day on which the child was not away.
    """

    service_id: str
    student_id: str
    service_type: str
    rows: list[LogRow]
    unrecorded: list[dt.date]
    starts: dt.date | None
    ends: dt.date
    counts: Callable[[dt.date], bool]

    @property
    def gaps(self) -> list[LogRow]:
        """Regular rows that lack minutes."""
        return [row for row in self.rows if row.kind == "regular" and row.gap]

    def event(self, when: When, began: dt.date, complete: dt.date, rows: list[LogRow], *, silent: bool) -> NoticeEvent:
        """Return an event of this service."""
        return NoticeEvent(
            kind="lapse" if when.lapse else "each_miss" if when.each_miss else "run_of",
            service_id=self.service_id,
            student_id=self.student_id,
            service_type=self.service_type,
            began=began,
            complete=complete,
            session_ids=tuple(row.session_id for row in rows if row.session_id is not None),
            inferred=silent or any(row.inferred for row in rows),
        )


def events_of(log: ServiceLog, when: When) -> Iterator[NoticeEvent]:
    """Yield the events of a service that a notice's `when` speaks of, by date."""
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
    given = sorted({row.date for row in log.rows if row.delivered})
    missed = [row for row in log.gaps if not row.delivered and row.party != "family"]
    starts = sorted({row.date for row in missed} | set(log.unrecorded) | ({log.starts} if log.starts else set()))
    stopped = dt.date.min
    for began in starts:
        if began <= stopped:
            continue
        stop = next((day for day in given if day >= began), None)
        complete = _runs_out(log, began, span, stop)
        # Until a minute is given the clock stays as it is: nothing after this start begins another.
        stopped = stop or dt.date.max
        if complete is not None:
            rows = [row for row in missed if began <= row.date <= complete]
            yield log.event(when, began, complete, rows, silent=not rows or rows[0].date != began)


def _runs_out(log: ServiceLog, began: dt.date, span: Span, stop: dt.date | None) -> dt.date | None:
    """Return the day on which a lapse is complete, or None if a minute was given up to that day."""
    left = span.n * (_DAYS_OF_WEEK if span.unit == "weeks" else 1)
    day = began
    while left:
        day += dt.timedelta(1)
        if day > log.ends or (stop is not None and day >= stop):
            return None
        if _counts(log, day, span):
            left -= 1
    return day


def _counts(log: ServiceLog, day: dt.date, span: Span) -> bool:
    if span.unit == "school_days":
        return log.counts(day)
    return span.unit != "business_days" or day.weekday() < _WEEKDAYS
