"""The log as people read it: what was planned and held, each reason in the fixed words."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

from makegood.calendars import date_of, day_number
from makegood.log import EmptySlot, Log, empty_slots
from makegood.records.rows import rows_from
from makegood.terms.accounts import SessionKind
from makegood.terms.reasons import PARTY_OF, Party


class LogRow(NamedTuple):
    """A row that counts, or a slot with nothing on record. Minutes are whole.

    Attributes:
        session_id: The row's id; None for a slot with nothing on record.
        reason: One of the fixed reasons; `other` where none was given.
    """

    session_id: str | None
    service_id: str
    student_id: str
    date: dt.date
    planned: int
    delivered: int
    reason: str
    kind: SessionKind

    @property
    def inferred(self) -> bool:
        """Whether only the schedule shows it."""
        return self.session_id is None

    @property
    def gap(self) -> int:
        """Minutes planned and not delivered."""
        return max(0, self.planned - self.delivered)

    @property
    def party(self) -> Party:
        """To whom the reason belongs."""
        return PARTY_OF[self.reason]


def log_rows(log: Log, only: Collection[str] | None = None) -> list[LogRow]:
    """Return the rows that count, and the empty slots up to the log's as-of date, by service and date.

    Args:
        log: The log of records that `ledger_of` accounted for (`makegood.ledger.log_of`).
        only: The students, by student_id; None for all.
    """
    return [row for rows in rows_by_service(log, only).values() for row in rows]


def rows_by_service(log: Log, only: Collection[str] | None = None) -> dict[str, list[LogRow]]:
    """Return the same for each service that has any, by its id."""
    services = log.records.services
    places = [place for place, id_ in enumerate(services.student_id) if only is None or id_ in only]
    of_service = {place: log.sessions_of[place] for place in places if place in log.sessions_of}
    logged = iter(_logged(log, [row for rows in of_service.values() for row in rows]))
    found = {place: list(islice(logged, len(rows))) for place, rows in of_service.items()}
    last = day_number(log.as_of or dt.date.max)
    empty: dict[int, list[LogRow]] = {}
    for slot in empty_slots(log, places):
        if slot.day <= last:
            empty.setdefault(slot.service, []).append(_of_slot(log, slot))
    for place, slots in empty.items():
        # Sorting keeps the order of what is equal: on one day sessions come first, by their ids.
        found[place] = sorted([*found.get(place, ()), *slots], key=attrgetter("date"))
    return {services.service_id[place]: found[place] for place in sorted(found, key=services.service_id.__getitem__)}


def _logged(log: Log, places: list[int]) -> Iterator[LogRow]:
    sessions, services = log.records.sessions, log.records.services
    own = list(map(log.service_of.__getitem__, places))
    cells: dict[str, Iterable[Any]] = {
        "session_id": map(sessions.session_id.__getitem__, places),
        "service_id": map(services.service_id.__getitem__, own),
        "student_id": map(services.student_id.__getitem__, own),
        "date": map(sessions.date.__getitem__, places),
        "planned": log.lengths.planned_minutes(places),
        "delivered": map(sessions.minutes_delivered.__getitem__, places),
        "reason": log.reasons(places),
        "kind": map(log.kinds.__getitem__, places),
    }
    return rows_from(LogRow, cells)


def _of_slot(log: Log, slot: EmptySlot) -> LogRow:
    services = log.records.services
    return LogRow(
        session_id=None,
        service_id=services.service_id[slot.service],
        student_id=services.student_id[slot.service],
        date=date_of(slot.day),
        planned=slot.minutes,
        delivered=0,
        reason=slot.reason,
        kind="regular",
    )
