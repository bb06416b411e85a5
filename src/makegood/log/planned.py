"""How long each session was planned to last, and where that is written (ledger.md, 1)."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from makegood.log.differences import alike
from makegood.log.slots import Slot
from makegood.log.usual_length import Row, UsualLength
from makegood.terms.accounts import PlannedBy

if TYPE_CHECKING:
    from makegood.log.log import Log


class Planned(NamedTuple):
    """How long a session was planned to last, in minutes, and where that is written."""

    minutes: int
    by: PlannedBy


class PlannedLengths:
    """The planned lengths of a log's sessions, which are asked for by their places in the table."""

    def __init__(self, log: "Log") -> None:
        """Take the log; what is asked for is worked out once."""
        self._log = log

    def planned(self, place: int) -> Planned:
        """Return how long a session was planned to last."""
        sessions = self._log.records.sessions
        own, delivered = sessions.minutes_planned[place], sessions.minutes_delivered[place]
        if own or (own is not None and delivered):
            return Planned(own, "row")
        slot = self._slot(place)
        if slot is not None:
            return Planned(slot.minutes, "slot")
        service = self._log.service_of[place]
        length = self._log.records.services.length(service)
        if length is not None:
            return Planned(length, "service")
        if delivered > 0 and sessions.reason[place] is None:
            return Planned(delivered, "usual")
        return Planned(self._usual_in_period(service, self._log.days[place]), "usual")

    def planned_minutes(self, places: Sequence[int]) -> list[int]:
        """Return how long each of some sessions was planned to last, in minutes."""
        if self._log.is_large:
            return self._log.columns.planned_minutes(places)
        return [self.planned(place).minutes for place in places]

    def usual(self, service: int, day: int) -> int | None:
        """Return how many minutes sessions of a service's student and kind usually lasted up to a day number."""
        known = self._known(service)
        return known.on(day, day) if known else None

    def _slot(self, place: int) -> Slot | None:
        """Return the slot that begins at a row's start_time, else the first one of its day."""
        facts = self._log.facts(place)
        if facts is None:
            return None
        slots = self._log.slots.on(facts, self._log.days[place])
        start = self._log.records.sessions.start_time[place]
        return next((slot for slot in slots if slot.start_time == start), slots[0] if slots else None)

    def _usual_in_period(self, service: int, day: int) -> int:
        """Return the usual length up to a day, else that of the period's first session after it, else the promise."""
        periods = self._log.services.periods(service)
        last = next((period.last for period in periods if period.first <= day <= period.last), day)
        known = self._known(service)
        length = known.on(day, last) if known else None
        return (self._log.records.services.minutes[service] or 0) if length is None else length

    def _known(self, service: int) -> UsualLength | None:
        services = self._log.records.services
        return self._by_student_and_type.get((services.student_id[service], alike(services.service_type[service])))

    @cached_property
    def _by_student_and_type(self) -> dict[tuple[str, str], UsualLength]:
        log = self._log
        sessions, services = log.records.sessions, log.records.services
        rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for service, places in log.sessions_of.items():
            found = rows[services.student_id[service], alike(services.service_type[service])]
            for place in places:
                minutes = sessions.minutes_delivered[place]
                if minutes > 0 and sessions.reason[place] is None and log.kinds[place] == "regular":
                    found.append((log.days[place], sessions.session_id[place], minutes))
        return {key: UsualLength(found) for key, found in rows.items()}
