"""What names a miss, and what sessions settle of it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from makegood.plans.instance import Miss, Session, Settles

MissKey = tuple[str, str | None, dt.date]
"""What names a miss: service_id, session_id, missed_on."""


class Named(Protocol):
    """A row about one miss: what is owed, settled, planned or not planned of it."""

    @property
    def service_id(self) -> str:
        """The service."""

    @property
    def session_id(self) -> str | None:
        """The session that was missed, if it has a row in the log."""

    @property
    def missed_on(self) -> dt.date:
        """The day of the miss."""


def key_of(row: Named) -> MissKey:
    """Return what names the miss of a row."""
    return row.service_id, row.session_id, row.missed_on


def settled(sessions: Iterable[Session]) -> Counter[MissKey]:
    """Return the minutes that sessions settle of each miss."""
    found: Counter[MissKey] = Counter()
    for session in sessions:
        for attends in session.students:
            for part in attends.settles:
                found[key_of(part)] += part.minutes
    return found


def piece(miss: Miss, minutes: int) -> Settles:
    """Return so many minutes of a miss, as a session settles them."""
    return Settles(service_id=miss.service_id, session_id=miss.session_id, missed_on=miss.missed_on, minutes=minutes)
