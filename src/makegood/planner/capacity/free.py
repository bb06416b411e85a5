"""How many minutes for make-ups each provider has in a week."""

import datetime as dt
from collections.abc import Collection, Mapping

from makegood.planner.spans import joined
from makegood.planner.times import Times
from makegood.plans.instance import Instance


class Free:
    """Free time by provider and day: availability without absences, regular and agreed sessions, within the limits."""

    def __init__(self, instance: Instance, with_school: Mapping[str, Collection[dt.date]]) -> None:
        """Take the facts, and each school's days with school."""
        self._times = Times(instance)
        self._limits = instance.limits
        self._with_school = with_school
        self._pinned = instance.pinned

    def minutes(self, provider_id: str, days: Collection[dt.date]) -> int:
        """Return a provider's minutes on the days of one week."""
        agreed = dict.fromkeys(days, 0)
        for session in self._pinned:
            if session.provider_id == provider_id and session.date in agreed:
                agreed[session.date] += session.minutes
        free = sum(_within(self._day(provider_id, day), self._limits.provider_day, agreed[day]) for day in days)
        return _within(free, self._limits.provider_week, sum(agreed.values()))

    def _day(self, provider_id: str, day: dt.date) -> int:
        spans = joined(
            (free.start, free.end)
            for free in self._times.free_time(provider_id, day)
            if free.dated or self._has_school(free.school_id, day)
        )
        return sum(end - start for start, end in spans)

    def _has_school(self, school_id: str | None, day: dt.date) -> bool:
        if school_id is None:
            return any(day in days for days in self._with_school.values())
        return day in self._with_school.get(school_id, ())


def _within(free: int, limit: int | None, agreed: int) -> int:
    return free if limit is None else max(0, min(free, limit - agreed))
