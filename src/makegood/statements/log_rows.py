"""The log as people read it: what was planned and held, each reason in the fixed words."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from makegood.calendars import date_of, day_number
from makegood.ledger.coding.cast import Cast, cast_of
from makegood.ledger.coding.corrections import corrections_of
from makegood.ledger.coding.inferred import inferred_gaps
from makegood.ledger.coding.log import kind_of
from makegood.ledger.columns import COMPENSATORY, MAKE_UP
from makegood.policies import Policy
from makegood.records import Records
from makegood.terms.accounts import SessionKind
from makegood.terms.reasons import OTHER, PARTY_OF, Party


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


def log_rows(records: Records, as_of: dt.date, only: Collection[str] | None = None) -> list[LogRow]:
    """Return the rows that count up to a day, and the empty slots, by service and date.

    Args:
        records: Records that `ledger_of` accounted for.
        as_of: The last day that counts.
        only: The students, by student_id; None for all.
    """
    cast = cast_of(records, frozenset(only) if only is not None else None)
    sessions = records.sessions
    counts = corrections_of(sessions).counts
    place_of = {records.services.service_id[row]: place for place, row in enumerate(cast.services)}
    chosen = [i for i, id_ in enumerate(sessions.service_id) if id_ in place_of and counts[i]]
    policies = _policy_of_service(cast)
    own = records.services.index()
    rows = [
        _logged(records, i, own[sessions.service_id[i]], policies[sessions.service_id[i]])
        for i in chosen
        if sessions.date[i] <= as_of
    ]
    days = ((place_of[sessions.service_id[i]], day_number(sessions.date[i])) for i in chosen)
    rows += [
        LogRow(
            session_id=None,
            service_id=records.services.service_id[cast.services[slot.service]],
            student_id=records.services.student_id[cast.services[slot.service]],
            date=date_of(slot.day),
            planned=slot.minutes,
            delivered=0,
            reason=slot.reason,
            kind="regular",
            provider_id=records.services.provider_id[cast.services[slot.service]],
        )
        for slot in inferred_gaps(cast, days)
        if date_of(slot.day) <= as_of
    ]
    return sorted(rows, key=lambda row: (row.service_id, row.date, row.inferred, row.session_id or ""))


def _policy_of_service(cast: Cast) -> dict[str, Policy]:
    services = cast.records.services
    return {
        services.service_id[cast.services[place]]: cast.policies[policy]
        for student, policy in enumerate(cast.policy)
        for place in range(cast.service_begin[student], cast.service_begin[student + 1])
    }


def _logged(records: Records, i: int, own: int, policy: Policy) -> LogRow:
    sessions, services = records.sessions, records.services
    word, planned = sessions.reason[i], sessions.minutes_planned[i]
    mark = kind_of(sessions, i)
    kind: SessionKind = "compensatory" if mark & COMPENSATORY else "make_up" if mark & MAKE_UP else "regular"
    return LogRow(
        session_id=sessions.session_id[i],
        service_id=sessions.service_id[i],
        student_id=services.student_id[own],
        date=sessions.date[i],
        planned=(services.minutes[own] or 0) if planned is None else planned,
        delivered=sessions.minutes_delivered[i],
        reason=(policy.reason_of(word, sessions.date[i]) if word else None) or OTHER,
        kind=kind,
        provider_id=sessions.provider_id[i] or services.provider_id[own],
    )
