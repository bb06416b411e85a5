"""What is open: the misses of a ledger that make-ups are planned for."""

from dataclasses import replace

from makegood.ledger import Ledger
from makegood.ledger import Miss as LedgerMiss
from makegood.log import alike
from makegood.planner.misses import MissKey, key_of
from makegood.plans.instance import Miss
from makegood.records import Records

_ALONE = 1


def misses_of(records: Records, ledger: Ledger) -> list[Miss]:
    """Return every miss with open minutes: those owed, then those that wait for the team, oldest first in each.

    Entries that share a name are one miss. Where part of it is owed already, only that part is taken: what
    the team has yet to decide comes with its decision.
    """
    services = _Services(records)
    joined: dict[MissKey, Miss] = {}
    for decided in (True, False):
        for entry in ledger.misses:
            minutes = entry.open if entry.disposition == "owed" else entry.minutes
            if entry.disposition not in _TAKEN[decided] or minutes <= 0:
                continue
            key = key_of(entry)
            before = joined.get(key)
            if before is None:
                joined[key] = services.miss(entry, minutes, decided=decided)
            elif before.decided == decided:
                dues = [day for day in (before.due_by, entry.due_by) if day is not None]
                joined[key] = replace(before, minutes=before.minutes + minutes, due_by=min(dues, default=None))
    return sorted(
        joined.values(),
        key=lambda miss: (not miss.decided, miss.missed_on, miss.session_id or "", miss.service_id),
    )


_TAKEN = {True: {"owed"}, False: {"team_decides"}}


class _Services:
    """What the table of services says about each miss."""

    def __init__(self, records: Records) -> None:
        self._table = records.services
        self._place = records.services.index()
        schedule = records.schedule
        self._by_slot: dict[str, str] = {}
        self._slot_minutes: dict[str, int] = {}
        rows = zip(schedule.service_id, schedule.provider_id, schedule.minutes, strict=True)
        for service_id, provider_id, minutes in rows:
            if provider_id is not None:
                self._by_slot.setdefault(service_id, provider_id)
            self._slot_minutes[service_id] = max(minutes, self._slot_minutes.get(service_id, 0))

    def miss(self, entry: LedgerMiss, minutes: int, *, decided: bool) -> Miss:
        place = self._place[entry.service_id]
        return Miss(
            student_id=entry.student_id,
            service_id=entry.service_id,
            service_type=entry.service_type,
            session_id=entry.session_id,
            missed_on=entry.missed_on,
            minutes=minutes,
            due_by=entry.due_by,
            group_max=self._group_max(place),
            provider_id=self._table.provider_id[place] or self._by_slot.get(entry.service_id),
            usual=self._usual(entry.service_id, place),
            decided=decided,
        )

    def _usual(self, service_id: str, place: int) -> int | None:
        """Return how long a session of a service is: its longest slot, else what the service says of one session."""
        of_slots, table = self._slot_minutes.get(service_id), self._table
        per_session = table.minutes[place] if table.sessions[place] else None
        return of_slots or table.session_minutes[place] or per_session or None

    def _group_max(self, place: int) -> int:
        """Return the most students together; where the IEP does not say that a group may be, it is one."""
        delivery = self._table.delivery[place]
        if delivery is not None and alike(delivery) == "individual":
            return _ALONE
        return self._table.group_max[place] or _ALONE
