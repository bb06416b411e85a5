"""The slots of the schedule as sessions of one week."""

import datetime as dt
from dataclasses import dataclass

from makegood.calendars import date_of, monday_of
from makegood.log import Log, ServiceFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One regular session of the schedule, on a day with school; times are minutes after midnight."""

    date: dt.date
    start: int
    end: int
    provider_id: str | None


class WeekSlots:
    """The schedule, asked by service and week."""

    def __init__(self, log: Log) -> None:
        """Take the log's slots."""
        self._log = log

    def of(self, facts: ServiceFacts, days: list[int]) -> tuple[Slot, ...] | None:
        """Return a service's slots on these days of one week, or None where no slot is in force in that week."""
        monday = monday_of(days[0])
        slots = self._log.slots.of(facts)
        if not any(slot.first <= monday + 6 and slot.last >= monday for slot in slots):
            return None
        usual = self._log.records.services.provider_id[facts.place]
        return tuple(
            Slot(
                date=date_of(day),
                start=slot.start_time,
                end=slot.start_time + slot.minutes,
                provider_id=slot.provider_id or usual,
            )
            for slot in slots
            for day in days
            if slot.first <= day <= slot.last and slot.falls_on(day, self._log.slots.cycle_days(facts, slot))
        )
