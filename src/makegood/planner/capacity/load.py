"""The regular sessions of a week: how many minutes they promise, and how much of a provider's time they take."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field

from makegood.planner.capacity.promised import ServiceWeek, half_up
from makegood.planner.capacity.slots import Slot
from makegood.planner.spans import joined


@dataclass(slots=True)
class Load:
    """What one week asks of one provider, of nobody, or of a service at a school.

    Attributes:
        days: The days with school of the services.
        promised: Minutes that the IEPs promise.
    """

    days: set[dt.date] = field(default_factory=set)
    promised: int = 0
    _anytime: list[tuple[int, str | None, tuple[dt.date, ...]]] = field(default_factory=list)
    _slots: dict[tuple[str | None, dt.date], list[tuple[int, int]]] = field(default_factory=dict)

    def promise(self, week: ServiceWeek) -> None:
        """Add what a service promises; without slots it takes as much time as it promises."""
        self.days.update(week.days)
        self.promised += week.promised
        if not week.scheduled:
            self._anytime.append((week.promised, week.provider_id, week.days))

    def hold(self, slot: Slot) -> None:
        """Add a slot; slots of one provider at one time are a group, and take that time once."""
        self.days.add(slot.date)
        self._slots.setdefault((slot.provider_id, slot.date), []).append((slot.start, slot.end))

    def needed(self) -> int:
        """Return the minutes of providers' time."""
        return sum(minutes for minutes, *_ in self._anytime) + sum(map(_long, self._slots.values()))

    def nobody_there(self, away: Collection[tuple[str, dt.date]]) -> int:
        """Return the minutes that nobody is there for: nobody is named, or who is named is away.

        Of a service without slots, a day away takes its share of the week, half up.
        """
        lost = 0
        for minutes, who, days in self._anytime:
            gone = len(days) if who is None else sum((who, day) in away for day in days)
            lost += half_up(minutes, gone, len(days))
        return lost + sum(
            _long(spans) for (who, day), spans in self._slots.items() if who is None or (who, day) in away
        )


def _long(spans: list[tuple[int, int]]) -> int:
    return sum(end - start for start, end in joined(spans))
