"""The regular sessions of a service, day by day, and the slot of each (ledger.md, 3)."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from makegood.log.slots import Slot

if TYPE_CHECKING:
    from makegood.log.log import Log


class RegularSessions:
    """A log's regular sessions that count; services and sessions are asked for by their places in their tables."""

    def __init__(self, log: "Log") -> None:
        """Take the log; what is asked for is worked out once."""
        self._log = log
        self._by_day: dict[int, dict[int, list[int]]] = {}

    def by_day(self, service: int) -> dict[int, list[int]]:
        """Return a service's regular sessions that count, by day number, in the order of their ids."""
        if service not in self._by_day:
            by_day: dict[int, list[int]] = {}
            for place in self._log.sessions_of.get(service, ()):
                if self._log.kinds[place] == "regular":
                    by_day.setdefault(self._log.days[place], []).append(place)
            self._by_day[service] = by_day
        return self._by_day[service]

    def slot_of_each(self, service: int, day: int) -> dict[int, Slot]:
        """Return the slot of each regular session of a service on a day; a session beyond the slots has none.

        It is the slot that begins at the row's start_time, else the first slot that is no other row's. Several rows
        with the start_time of one slot share it.

        Args:
            service: The service's place in its table.
            day: A day number.
        """
        facts = self._log.services.of(service)
        slots = self._log.slots.on(facts, day) if facts else []
        if not slots:
            return {}
        rows = self.by_day(service).get(day, [])
        starts = self._log.records.sessions.start_time
        taken = {
            place: slot
            for place in rows
            if (slot := next((slot for slot in slots if slot.start_time == starts[place]), None)) is not None
        }
        left = [slot for slot in slots if slot not in taken.values()]
        others = [place for place in rows if place not in taken]
        return taken | dict(zip(others, left, strict=False))

    def days_without(self, days_of: Sequence[tuple[int, Collection[int]]]) -> Iterator[tuple[int, int]]:
        """Yield days on which a service has no regular session that counts, with which of those asked about it is.

        Args:
            days_of: Services, by their places in their table, each with the days that are asked about.
        """
        if self._log.is_large:
            return self._log.columns.days_without_regular(days_of)
        return (
            (at, day) for at, (service, days) in enumerate(days_of) for day in days if day not in self.by_day(service)
        )
