"""The schedule's slots: on which days each holds (ledger.md, 1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.calendars import day_number, monday_of
from makegood.calendars.days import WEEK
from makegood.log.services import ServiceFacts
from makegood.records import Records

MONDAY = monday_of(0)


@dataclass(frozen=True, slots=True)
class Slot:
    """A regular time of a service.

    Attributes:
        place: Its row's place in the schedule.
        start_time: Minutes after midnight.
        minutes: How long it is.
        provider_id: Who gives it, if it is named.
        first: The first day on which it can hold (a day number), inside the service's dates.
        last: The last one.
        weekday: 0 for Monday to 6 for Sunday; None where it goes by the cycle.
        every: It holds in each so-many-th week.
        anchor: The Monday of the first week of these.
        cycle: How many school days the cycle has; None where it goes by weekdays.
        cycle_day: Its day of the cycle.
    """

    place: int
    start_time: int
    minutes: int
    provider_id: str | None
    first: int
    last: int
    weekday: int | None
    every: int
    anchor: int
    cycle: int | None
    cycle_day: int | None

    @property
    def order(self) -> tuple[int, int, str]:
        """The order of the slots of one day: by start_time, minutes, provider_id."""
        return self.start_time, self.minutes, self.provider_id or ""

    def falls_on(self, day: int, cycle_days: dict[int, int]) -> bool:
        """Return whether a day fits the slot's pattern, whether or not the slot is in force.

        Args:
            day: A day number.
            cycle_days: Each school day's place in the slot's cycle; not looked at where it goes by weekdays.
        """
        if self.weekday is None:
            return cycle_days.get(day) == self.cycle_day
        if (day - MONDAY) % WEEK != self.weekday:
            return False
        return self.every == 1 or (day - self.weekday - self.anchor) // WEEK % self.every == 0

    def days(self, cycle_days: dict[int, int], until: int | None = None) -> Iterator[int]:
        """Yield the days on which the slot holds, whether or not there is school, up to a day."""
        last = self.last if until is None else min(self.last, until)
        if self.weekday is None:
            yield from (d for d, place in cycle_days.items() if place == self.cycle_day and self.first <= d <= last)
            return
        step = WEEK * self.every
        begin = self.anchor + self.weekday
        begin += max(-(-(self.first - begin) // step), 0) * step
        yield from range(begin, last + 1, step)


class Slots:
    """The slots of services, by the service's place in its table."""

    def __init__(self, records: Records) -> None:
        """Look up which rows of the schedule belong to which service."""
        schedule = self._schedule = records.schedule
        place_of = records.services.index() if len(schedule) else {}
        self._rows: dict[int, list[int]] = {}
        for row, id_ in enumerate(schedule.service_id):
            if id_ in place_of:
                self._rows.setdefault(place_of[id_], []).append(row)
        self._slots: dict[int, tuple[Slot, ...]] = {}
        self._cycle_days: dict[tuple[int, int], dict[int, int]] = {}

    def of(self, facts: ServiceFacts) -> tuple[Slot, ...]:
        """Return a service's slots, in the order of a day's slots."""
        if facts.place not in self._rows:
            return ()
        if facts.place not in self._slots:
            slots = [self._slot(row, facts) for row in self._rows[facts.place]]
            self._slots[facts.place] = tuple(sorted(slots, key=lambda slot: slot.order))
        return self._slots[facts.place]

    def on(self, facts: ServiceFacts, day: int) -> list[Slot]:
        """Return the slots that hold on a day (a day number), in their order."""
        return [
            slot
            for slot in self.of(facts)
            if slot.first <= day <= slot.last and slot.falls_on(day, self.cycle_days(facts, slot))
        ]

    def cycle_days(self, facts: ServiceFacts, slot: Slot) -> dict[int, int]:
        """Return each school day's place in a slot's cycle; nothing for a slot of weekdays."""
        if slot.cycle is None:
            return {}
        key = (id(facts.calendar), slot.cycle)
        if key not in self._cycle_days:
            self._cycle_days[key] = facts.calendar.cycle_days(slot.cycle)
        return self._cycle_days[key]

    def _slot(self, row: int, facts: ServiceFacts) -> Slot:
        schedule = self._schedule
        begin, until = schedule.from_[row], schedule.until[row]
        first = facts.start if begin is None else day_number(begin)
        by_cycle = schedule.weekday[row] is None
        return Slot(
            place=row,
            start_time=schedule.start_time[row],
            minutes=schedule.minutes[row],
            provider_id=schedule.provider_id[row],
            first=max(first, facts.start),
            last=facts.end if until is None else min(day_number(until), facts.end),
            weekday=schedule.weekday[row],
            every=schedule.every[row],
            anchor=monday_of(first),
            cycle=schedule.cycle[row] if by_cycle else None,
            cycle_day=schedule.cycle_day[row] if by_cycle else None,
        )
