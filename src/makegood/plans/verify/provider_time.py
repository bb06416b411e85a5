"""When providers have time for make-ups and where, what keeps them, and how long the way is."""

import datetime as dt
from collections import defaultdict

from makegood.plans.instance import Availability, Instance, Provider, Regular
from makegood.plans.verify.spans import Span


class ProviderTime:
    """Availability, regular slots and travel, found by provider and day."""

    def __init__(self, instance: Instance) -> None:
        self._weekly: dict[tuple[str, int], list[Availability]] = defaultdict(list)
        self._dated: dict[tuple[str, dt.date], list[Availability]] = defaultdict(list)
        for row in instance.availability:
            if row.weekday is not None:
                self._weekly[row.provider_id, row.weekday].append(row)
            if row.date is not None:
                self._dated[row.provider_id, row.date].append(row)
        self._travel: dict[tuple[str, str], int] = {}
        for way in instance.travel:
            # Where two rows tell of one way, only the longer is safe to plan on.
            self._travel[way.start, way.end] = max(way.minutes, self._travel.get((way.start, way.end), 0))
        self._regular: dict[tuple[str, int], list[Regular]] = defaultdict(list)
        for slot in instance.regular:
            if slot.provider_id is not None and slot.minutes > 0:
                self._regular[slot.provider_id, slot.weekday].append(slot)

    def weekly(self, provider: Provider, date: dt.date, school_id: str) -> list[Span]:
        """Return the time of the weekday's rows at a school; they hold on days with school only."""
        rows = self._weekly.get((provider.provider_id, date.weekday()), ())
        return [
            (row.start, row.end)
            for row in rows
            if (row.first or date) <= date <= (row.last or date) and self._holds_at(row, provider, school_id)
        ]

    def dated(self, provider: Provider, date: dt.date, school_id: str) -> list[Span]:
        """Return the time of the date's own rows at a school; they hold on days with and without school."""
        rows = self._dated.get((provider.provider_id, date), ())
        return [(row.start, row.end) for row in rows if self._holds_at(row, provider, school_id)]

    def regular(self, provider_id: str, date: dt.date) -> list[Regular]:
        """Return the weekly slots whose weekday and span have a date; whether there is school is not asked."""
        rows = self._regular.get((provider_id, date.weekday()), ())
        return [row for row in rows if row.first <= date <= row.last]

    def way(self, start: str, end: str) -> int | None:
        """Return the minutes from one school to another, or None where no row tells of the way or the way back."""
        there = self._travel.get((start, end))
        return self._travel.get((end, start)) if there is None else there

    def _holds_at(self, row: Availability, provider: Provider, school_id: str) -> bool:
        if row.school_id is not None:
            return row.school_id == school_id
        base = provider.school_id
        return provider.remote or base is None or base == school_id or self.way(base, school_id) is not None
