"""The services, slots and log of a made-up district in which an instance's minutes are owed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from makegood.planner.invent.days import YEAR
from makegood.plans.instance import Instance, Miss, Regular
from makegood.terms.clock import clock

Row = dict[str, Any]

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WITHIN: Final[dict[str, int | None]] = {
    "no_space_or_equipment": 14,
    "provider_absent": 35,
    "provider_other_duty": 60,
    "not_released_by_teacher": 90,
    "vacancy": None,
}
"""Calendar days within which a miss is to be made up, by its reason; None is without a deadline."""

UNLOGGED: Final = 60
"""The same where nothing at all was logged."""

_DAY: Final = dt.timedelta(days=1)
_ONCE: Final = "08:00"


@dataclass(slots=True, kw_only=True)
class Service:
    """A service of a student: what it misses, and its weekly slots."""

    service_id: str
    student_id: str
    service_type: str
    provider_id: str | None = None
    group_max: int = 1
    slots: list[Regular] = field(default_factory=list)
    misses: dict[dt.date, Miss] = field(default_factory=dict)

    @property
    def minutes(self) -> int:
        """Minutes of a usual session."""
        return self.slots[0].minutes if self.slots else max(miss.minutes for miss in self.misses.values())

    def slots_on(self, day: dt.date) -> list[Regular]:
        """Return the slots that are held on a day; none on one when a session was missed."""
        return [] if day in self.misses else [slot for slot in self.slots if slot.weekday == day.weekday()]


def reason_of(miss: Miss) -> str:
    """Return the reason whose deadline comes nearest to a miss's own."""
    if miss.due_by is None:
        return "vacancy"
    days = (miss.due_by - miss.missed_on).days
    return min((abs(within - days), name) for name, within in WITHIN.items() if within is not None)[1]


def services_of(instance: Instance) -> list[Service]:
    """Return the services that an instance tells of; a student has each type once."""
    types = {each.provider_id: each.service_types[0] for each in instance.providers}
    known: dict[tuple[str, str], Service] = {}

    def of(student_id: str, service_type: str, service_id: str) -> Service:
        service = Service(service_id=service_id, student_id=student_id, service_type=service_type)
        return known.setdefault((student_id, service_type), service)

    for miss in instance.misses:
        service = of(miss.student_id, miss.service_type, miss.service_id)
        service.provider_id, service.group_max = miss.provider_id, miss.group_max
        service.misses[miss.missed_on] = miss
    for slot in instance.regular:
        if slot.provider_id is not None:
            service = of(slot.student_id, types[slot.provider_id], f"W{len(known) + 1:06d}")
            service.provider_id = slot.provider_id
            service.slots.append(slot)
    return list(known.values())


def service_rows(services: Iterable[Service]) -> Iterator[Row]:
    """Yield the rows of `services`."""
    for service in services:
        yield {
            "service_id": service.service_id,
            "student_id": service.student_id,
            "service_type": service.service_type,
            "minutes": service.minutes,
            "per": "week",
            "sessions": _a_week(service),
            "delivery": "individual" if service.group_max == 1 else "group",
            "group_max": service.group_max,
            "provider_id": service.provider_id,
        }


def schedule_rows(services: Iterable[Service]) -> Iterator[Row]:
    """Yield the rows of `schedule`; a miss that nobody logged shows by a slot of that one day."""
    for service in services:
        row = {"service_id": service.service_id, "provider_id": service.provider_id}
        for slot in service.slots:
            until = None if slot.last == YEAR[1] else slot.last
            at = {"weekday": DAYS[slot.weekday], "start_time": clock(slot.start), "minutes": slot.minutes}
            yield {**row, **at, "until": until}
        for day, miss in service.misses.items():
            if miss.session_id is None:
                at = {"weekday": DAYS[day.weekday()], "start_time": _ONCE, "minutes": miss.minutes}
                yield {**row, **at, "from": day, "until": day}


def session_rows(services: Iterable[Service], school_days: list[dt.date]) -> list[Row]:
    """Return the log of days with school: all that each week promises was held, but for the misses."""
    weeks = _weeks(school_days)
    rows = []
    for service in services:
        promised = _a_week(service) * service.minutes
        for days in weeks:
            rows += _week(service, days, promised)
    rows.sort(key=lambda row: (row["date"], row["service_id"]))
    return [{"session_id": f"H{number:07d}", **row} for number, row in enumerate(rows)]


def _week(service: Service, days: list[dt.date], promised: int) -> Iterator[Row]:
    for day in days:
        miss = service.misses.get(day)
        if miss is not None:
            promised -= miss.minutes
            if miss.session_id is not None:
                missed = {"session_id": miss.session_id, "reason": reason_of(miss)}
                yield _entry(service, day, 0, miss.minutes) | missed
        for slot in service.slots_on(day):
            promised -= slot.minutes
            yield _entry(service, day, slot.minutes, slot.minutes) | {"start_time": clock(slot.start)}
    # The rest of the promise was held at another time of days on which nothing was missed.
    others = sorted((len(service.slots_on(day)), day) for day in days if day not in service.misses)
    for _, day in others * promised:
        if promised <= 0:
            break
        minutes = min(service.minutes, promised)
        promised -= minutes
        yield _entry(service, day, minutes, minutes)


def _entry(service: Service, day: dt.date, delivered: int, planned: int) -> Row:
    return {
        "service_id": service.service_id,
        "date": day,
        "minutes_delivered": delivered,
        "minutes_planned": planned,
        "provider_id": service.provider_id,
    }


def _a_week(service: Service) -> int:
    """Return how many sessions a week are promised: enough for the slots and the misses of every week."""
    most = sum(slot.minutes for slot in service.slots)
    for week in {day - day.weekday() * _DAY for day in service.misses}:
        days = [week + each * _DAY for each in range(5)]
        missed = sum(service.misses[day].minutes for day in days if day in service.misses)
        most = max(most, missed + sum(slot.minutes for day in days for slot in service.slots_on(day)))
    return max(1, -(-most // service.minutes))


def _weeks(school_days: list[dt.date]) -> list[list[dt.date]]:
    weeks = defaultdict(list)
    for day in school_days:
        weeks[day - day.weekday() * _DAY].append(day)
    return list(weeks.values())
