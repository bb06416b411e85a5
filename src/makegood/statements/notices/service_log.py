"""What the clocks of notices count, service by service."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from makegood.calendars import SchoolCalendar, date_of
from makegood.ledger import Ledger, PeriodAccount
from makegood.log import Log
from makegood.policies import When
from makegood.records import Records
from makegood.statements.log_rows import LogRow, rows_by_service
from makegood.statements.notices.notice import NoticeEvent
from makegood.statements.window.held import by_service

BY_THE_WEEK: Final = frozenset({"day", "week", "cycle"})
"""Promises whose first minutes fall due within days of the start, so that the clock runs from it."""
AWAY: Final = frozenset({"student_absent", "student_suspended"})
"""Reasons of a child who was away from school, whichever service's row has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLog:
    """What the clocks of one service count.

    Attributes:
        rows: Its regular and make-up rows and the empty slots, by date, where something was due.
        gaps: Those of its regular rows that lack minutes of what was due.
        given: The days on which minutes were given.
        unrecorded: The last days of closed periods with minutes on no record.
        starts: The service's first day, if the clock runs from it until the first minute is given.
        last: Its last day.
        as_of: The last day that counts.
        counts: Whether a day counts for a lapse: a school day on which the child was not away.
    """

    service_id: str
    student_id: str
    service_type: str
    rows: list[LogRow]
    gaps: list[LogRow]
    given: list[dt.date]
    unrecorded: list[dt.date]
    starts: dt.date | None
    last: dt.date
    as_of: dt.date
    counts: Callable[[dt.date], bool]

    @property
    def away(self) -> list[LogRow]:
        """Gaps of sessions that were not held at all, for a reason that is not the family's."""
        return [row for row in self.gaps if not row.delivered and row.party != "family"]

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


def service_logs(log: Log, ledger: Ledger, student: str | None = None) -> Iterator[ServiceLog]:
    """Yield the log of each service of the ledger, up to its as-of date.

    Args:
        log: The log of the records that the ledger accounts for.
        ledger: Their account.
        student: Only this student, by student_id.
    """
    records = log.records
    periods = by_service(ledger.periods)
    rows = rows_by_service(log, None if student is None else [student])
    away = _away(records, rows)
    unrecorded: dict[str, list[dt.date]] = {}
    for miss in ledger.misses:
        if miss.session_id is None and not miss.inferred and miss.minutes:
            unrecorded.setdefault(miss.service_id, []).append(miss.missed_on)
    places = records.services.index()
    for account in ledger.services:
        if student is not None and account.student_id != student:
            continue
        place, own = places[account.service_id], periods.get(account.service_id, [])
        facts, due = log.services.of(place), _due_on(own)
        if facts is None:
            continue
        every = rows.get(account.service_id, [])
        counted = [row for row in every if row.kind != "compensatory" and (row.delivered or due(row.date))]
        yield ServiceLog(
            service_id=account.service_id,
            student_id=account.student_id,
            service_type=account.service_type,
            rows=counted,
            gaps=[row for row in counted if row.planned > row.delivered and row.kind == "regular" and due(row.date)],
            given=list(dict.fromkeys(row.date for row in counted if row.delivered)),
            unrecorded=unrecorded.get(account.service_id, []),
            starts=date_of(facts.start) if records.services.per[place] in BY_THE_WEEK else None,
            last=date_of(facts.end),
            as_of=ledger.as_of,
            counts=_counter(facts.calendar, account.student_id, away, every),
        )


def _due_on(periods: list[PeriodAccount]) -> Callable[[dt.date], bool]:
    """Return whether a day lies in a period in which anything was due."""
    firsts = [period.first for period in periods]

    def due(day: dt.date) -> bool:
        place = bisect_right(firsts, day) - 1
        return place >= 0 and day <= periods[place].last and periods[place].due > 0

    return due


def _away(records: Records, rows: dict[str, list[LogRow]]) -> set[tuple[str, dt.date]]:
    """Return the days on which each child was away from school, by the absences or any row of the log."""
    table = records.student_absences
    spans = zip(table.student_id, table.date, table.until, strict=True)
    away = {
        (student, first + dt.timedelta(n))
        for student, first, until in spans
        for n in range(((until or first) - first).days + 1)
    }
    return away | {
        (row.student_id, row.date)
        for own in rows.values()
        for row in own
        if not row.delivered and row.reason in AWAY and row.planned
    }


def _counter(
    calendar: SchoolCalendar, student_id: str, away: set[tuple[str, dt.date]], rows: list[LogRow]
) -> Callable[[dt.date], bool]:
    """Return whether a day counts: school was on, and this service was not kept from the child by the family."""
    unavailable = {row.date for row in rows if not row.delivered and row.party == "family" and row.planned}

    def counts(day: dt.date) -> bool:
        return calendar.is_school_day(day) and day not in unavailable and (student_id, day) not in away

    return counts
