"""The log as people read it: what was planned and held, each reason in the fixed words."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from makegood.calendars import date_of, day_number
from makegood.log import Log, empty_slots
from makegood.terms.accounts import SessionKind
from makegood.terms.reasons import PARTY_OF, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
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
    provider_id: str | None

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
    services = log.records.services
    places = [place for place, id_ in enumerate(services.student_id) if only is None or id_ in only]
    rows = [_logged(log, i) for place in places for i in log.sessions_of.get(place, ())]
    last = day_number(log.as_of or dt.date.max)
    rows += [
        LogRow(
            session_id=None,
            service_id=services.service_id[slot.service],
            student_id=services.student_id[slot.service],
            date=date_of(slot.day),
            planned=slot.minutes,
            delivered=0,
            reason=slot.reason,
            kind="regular",
            provider_id=slot.provider or None,
        )
        for slot in empty_slots(log, places)
        if slot.day <= last
    ]
    return sorted(rows, key=lambda row: (row.service_id, row.date, row.inferred, row.session_id or ""))


def _logged(log: Log, i: int) -> LogRow:
    sessions, services, own = log.records.sessions, log.records.services, log.service_of[i]
    return LogRow(
        session_id=sessions.session_id[i],
        service_id=sessions.service_id[i],
        student_id=services.student_id[own],
        date=sessions.date[i],
        planned=log.planned(i).minutes,
        delivered=sessions.minutes_delivered[i],
        reason=log.reason(i).reason,
        kind=log.kinds[i],
        provider_id=log.provider_of(i),
    )
