"""More time: the rows of availability that each way to it would add."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from makegood.planner.explain.meetings import Meetings
from makegood.planner.explain.minutes import bits_of
from makegood.planner.fixes.rest import Rest
from makegood.plans.instance import Availability, Instance

HOUR: Final = 60
_GRID: Final = 15
_SUMMER: Final = (9 * HOUR, 11 * HOUR)
_FRIDAY: Final = 4


class Extra:
    """Works out more time for the rest of one school and service."""

    def __init__(self, instance: Instance, meetings: Meetings, rest: Rest, school_id: str) -> None:
        """Look up the days with school of the students of the rest."""
        self._instance, self._meetings, self._school_id = instance, meetings, school_id
        self._times = meetings.times
        self._students = sorted({miss.student_id for miss in rest.misses})
        calendars = {self._times.student[student_id].calendar for student_id in self._students}
        self.days = sorted({day for calendar in calendars for day in instance.school_days.get(calendar, ())})

    def hour_a_day(self, provider_id: str) -> Iterator[Availability]:
        """Yield a further hour of a provider on each weekday: when most of the students who are left are open."""
        for weekday in sorted({day.weekday() for day in self.days}):
            days = [day for day in self.days if day.weekday() == weekday]
            start = self._best_hour(days, self._kept(provider_id, days))
            if start is not None:
                yield Availability(
                    provider_id=provider_id, weekday=weekday, start=start, end=start + HOUR, school_id=self._school_id
                )

    def school_day(self, provider_id: str, *, anywhere: bool) -> Iterator[Availability]:
        """Yield the time from the first bell to the last of each weekday, at the school or anywhere."""
        school_id = None if anywhere else self._school_id
        for weekday in sorted({day.weekday() for day in self.days}):
            bell = self._times.bell(self._school_id, weekday)
            if bell:
                yield Availability(
                    provider_id=provider_id, weekday=weekday, start=bell[0], end=bell[1], school_id=school_id
                )

    def after_school(self, provider_ids: Iterable[str]) -> Iterator[Availability]:
        """Yield the hour after the last bell on each day with school."""
        for provider_id in provider_ids:
            for day in self.days:
                bell = self._times.bell(self._school_id, day.weekday())
                if bell and not self._times.is_away("provider", provider_id, day):
                    yield Availability(
                        provider_id=provider_id, date=day, start=bell[1], end=bell[1] + HOUR, school_id=self._school_id
                    )

    def summer(self, provider_ids: Iterable[str], days: Sequence[dt.date]) -> Iterator[Availability]:
        """Yield two hours on each of some days without school on which a provider is there."""
        for provider_id in provider_ids:
            for day in days:
                if not self._times.is_away("provider", provider_id, day):
                    yield Availability(
                        provider_id=provider_id, date=day, start=_SUMMER[0], end=_SUMMER[1], school_id=self._school_id
                    )

    def minutes(self, rows: Iterable[Availability]) -> int:
        """Return how many minutes rows add, days away left out."""
        found = 0
        for row in rows:
            days = [row.date] if row.date else [day for day in self.days if day.weekday() == row.weekday]
            here = [day for day in days if not self._away(row.provider_id, day)]
            found += (row.end - row.start) * len(here)
        return found

    def _away(self, provider_id: str, day: dt.date) -> bool:
        return self._times.is_away("provider", provider_id, day)

    def _kept(self, provider_id: str, days: Sequence[dt.date]) -> int:
        """Return the minutes of a weekday that a provider has already or gives to regular sessions, on any day."""
        spans = [
            span
            for day in days
            for span in (
                *((start, end) for start, end, _ in self._times.engaged(provider_id, day)),
                *((time.start, time.end) for time in self._times.free_time(provider_id, day)),
            )
        ]
        return bits_of(spans)

    def _best_hour(self, days: Sequence[dt.date], kept: int) -> int | None:
        bell = self._times.bell(self._school_id, days[0].weekday())
        if bell is None:
            return None
        open_ = [
            self._meetings.open(student_id).get(day, 0) & ~self._meetings.taken(student_id, day)
            for student_id in self._students
            for day in days
        ]
        hours = [
            (sum((bits & hour).bit_count() for bits in open_), -start)
            for start in range(bell[0], bell[1] - HOUR + 1, _GRID)
            for hour in [bits_of([(start, start + HOUR)])]
            if not hour & kept
        ]
        return -max(hours)[1] if hours else None


def weeks_without_school(instance: Instance, since: dt.date) -> list[dt.date]:
    """Return the weekdays from a day on of those weeks in which nobody has school on any weekday."""
    school = {day - dt.timedelta(day.weekday()) for days in instance.school_days.values() for day in days}
    count = (instance.last - since).days + 1
    days = (since + dt.timedelta(days=n) for n in range(count))
    return [day for day in days if day.weekday() <= _FRIDAY and day - dt.timedelta(day.weekday()) not in school]
