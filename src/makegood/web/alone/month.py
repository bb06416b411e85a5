"""A month of a child's sessions: its days of school, each service, and what is on record for each day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from makegood.answers.school_days import school_days
from makegood.answers.slot_days import slot_days
from makegood.records import Records
from makegood.web.records.models import MODELS
from makegood.web.records.read import records_of_children
from makegood.web.records.versions import holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A service of the child.

    Attributes:
        ref: Its random id.
        sessions: How many are promised in a block of `every` periods; None if the promise is a total.
        slots: The days of the month on which the schedule has a slot of it; None if it has none of this service.
        seen_on: The weekdays, Monday being 0, on which sessions of it are noted; else those on which they are supposed.
    """

    ref: str
    id: str
    type: str
    minutes: int
    sessions: int | None
    per: str | None
    every: int
    start: dt.date | None
    end: dt.date | None
    slots: frozenset[dt.date] | None
    seen_on: frozenset[int]

    @property
    def can_be_supposed(self) -> bool:
        """Whether sessions of it can be supposed: the promise counts them, week by week or month by month."""
        return self.sessions is not None and self.per in {"week", "month"} and self.every == 1

    def runs_on(self, day: dt.date) -> bool:
        """Return whether the service runs on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def may_lie_on(self, day: dt.date, weekdays: Collection[int]) -> bool:
        """Return whether a session of it may lie on a day: by the schedule, else by weekdays that a person gave."""
        return day.weekday() in weekdays if self.slots is None else day in self.slots


@dataclass(slots=True, kw_only=True)
class Month:
    """A month.

    Attributes:
        days: Its days of school up to today.
        lines: The services.
        noted: The row that holds for each service and day.
        has_calendar: Whether the days of school are known.
    """

    days: list[dt.date] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    noted: dict[tuple[str, dt.date], Any] = field(default_factory=dict)
    has_calendar: bool = False


def month_of(student: str, first: dt.date, today: dt.date) -> Month:
    """Return the month of a child that begins on a day."""
    records = records_of_children({student}, today).records
    if records is None:
        return Month()
    last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    days = school_days(records, student, first, min(last, today))
    if days is None:
        return Month()
    slots = slot_days(records, student, first, min(last, today))
    lines = _lines(records, student, slots)
    noted: dict[tuple[str, dt.date], Any] = {}
    rows: list[Any] = list(
        holding(MODELS["sessions"])
        .filter(service_id__in=[line.id for line in lines], date__gte=first.isoformat(), date__lte=last.isoformat())
        .order_by("entry")
    )
    corrected = {row.corrects for row in rows if row.corrects}
    for row in rows:
        if row.session_id not in corrected:
            noted[row.service_id, dt.date.fromisoformat(row.date)] = row
    return Month(days=list(days), lines=lines, noted=noted, has_calendar=True)


def to_suppose(month: Month, line: Line, weekdays: Collection[int]) -> list[dt.date]:
    """Return the days on which a service's sessions can be supposed that nobody noted.

    They lie on the days of its slots, never on others, and no week or month gets more than the promise has. A week or
    month that has not ended yet counts with the days up to today.

    Args:
        month: The month.
        line: The service.
        weekdays: Where the schedule has no slot of the service: the weekdays that a person gave, Monday being 0.
    """
    if line.sessions is None or not line.can_be_supposed:
        return []
    blocks: dict[object, list[dt.date]] = {}
    for day in filter(line.runs_on, month.days):
        block = day - dt.timedelta(days=day.weekday()) if line.per == "week" else day.month
        blocks.setdefault(block, []).append(day)
    found: list[dt.date] = []
    for days in blocks.values():
        free = [day for day in days if (line.id, day) not in month.noted]
        left = max(0, line.sessions - (len(days) - len(free)))
        found += [day for day in free if line.may_lie_on(day, weekdays)][:left]
    return found


def _lines(records: Records, student: str, slots: Mapping[str, frozenset[dt.date] | None]) -> list[Line]:
    services, sessions = records.services, records.sessions
    noted: defaultdict[str, set[int]] = defaultdict(set)
    supposed: defaultdict[str, set[int]] = defaultdict(set)
    for at, id_ in enumerate(sessions.service_id):
        (supposed if sessions.is_supposed(at) else noted)[id_].add(sessions.date[at].weekday())
    refs = dict(holding(MODELS["services"]).filter(student_id=student).values_list("service_id", "ref"))
    return [
        Line(
            ref=refs[services.service_id[at]],
            id=services.service_id[at],
            type=services.service_type[at],
            minutes=services.length(at) or services.minutes[at] or 0,
            sessions=services.sessions[at],
            per=services.per[at],
            every=services.every[at],
            start=services.start[at],
            end=services.end[at],
            slots=slots[services.service_id[at]],
            seen_on=frozenset(noted[services.service_id[at]] or supposed[services.service_id[at]]),
        )
        for at in range(len(services))
        if services.student_id[at] == student
    ]
