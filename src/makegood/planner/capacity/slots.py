"""The weekly slots of the schedule as sessions of one week."""

import datetime as dt
from dataclasses import dataclass

from makegood.calendars import date_of, monday_of
from makegood.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One regular session of the schedule, on a day with school; times are minutes after midnight."""

    date: dt.date
    start: int
    end: int
    provider_id: str | None


class Slots:
    """The schedule by service."""

    def __init__(self, records: Records) -> None:
        """Sort the schedule by service."""
        self._schedule = records.schedule
        self._of: dict[str, list[int]] = {}
        for at, service_id in enumerate(records.schedule.service_id):
            self._of.setdefault(service_id, []).append(at)

    def of(self, service_id: str, usual: str | None, days: list[int]) -> tuple[Slot, ...] | None:
        """Return a service's slots on these days of one week, or None where no slot holds in that week."""
        schedule = self._schedule
        sunday = date_of(monday_of(days[0]) + 6)
        rows = [
            at
            for at in self._of.get(service_id, ())
            if (schedule.from_[at] or dt.date.min) <= sunday
            and (schedule.until[at] or dt.date.max) >= sunday - dt.timedelta(6)
        ]
        if not rows:
            return None
        return tuple(
            Slot(
                date=day,
                start=schedule.start_time[at],
                end=schedule.start_time[at] + schedule.minutes[at],
                provider_id=schedule.provider_id[at] or usual,
            )
            for at in rows
            for day in map(date_of, days)
            if day.weekday() == schedule.weekday[at]
            and (schedule.from_[at] or day) <= day <= (schedule.until[at] or day)
        )
