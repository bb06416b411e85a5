"""Made-up regular slots of the services, around the time that providers have for make-ups."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from random import Random
from typing import Final

from makegood.planner.invent.chance import happens
from makegood.planner.invent.days import LAST, WEEKDAYS, YEAR
from makegood.planner.invent.schools import School
from makegood.planner.invent.staff import Member
from makegood.planner.invent.students import Service
from makegood.plans.instance import Availability, Regular

_STEP: Final = 5
_TRIES: Final = 40

Taken = dict[tuple[str, int], list[tuple[int, int]]]
"""By id and weekday, what is taken."""


def regular_rows(
    services: list[Service], staff: list[Member], free: list[Availability], schools: list[School], rng: Random
) -> Iterator[Regular]:
    """Yield weekly slots of the services, groups in one slot: never at lunch, and where the provider is not free.

    A slot that finds no place is left out, as it would be in a week that is as full.
    """
    taken: Taken = defaultdict(list)
    for row in free:
        if row.weekday is not None:
            taken[row.provider_id, row.weekday].append((row.start, row.end))
    days = {
        (school.school_id, grade, weekday): [(start, end) for start, end, use in blocks if use in {"lunch", "recess"}]
        for school in schools
        for (grade, weekday), blocks in school.days.items()
    }
    members = {member.provider.provider_id: member for member in staff}
    for group in _groups(services, schools, rng):
        member = members[str(group[0].provider_id)]
        for _ in range(min(service.a_week for service in group)):
            placed = _slot(group, member, taken, days, rng)
            if placed is not None:
                last = LAST.replace(day=2) if happens(0.02, rng) else YEAR[1]
                for service in group:
                    yield Regular(
                        student_id=service.student.student_id,
                        weekday=placed[0],
                        start=placed[1],
                        minutes=group[0].minutes,
                        first=YEAR[0],
                        last=last,
                        provider_id=service.provider_id,
                    )


def _groups(services: list[Service], schools: list[School], rng: Random) -> Iterator[list[Service]]:
    """Yield the groups in which services are given: one provider, school, length, and neighbouring grades."""
    order = {grade: each for school in schools for each, grade in enumerate(school.grades)}

    def together(service: Service) -> tuple[str, str, int]:
        return str(service.provider_id), service.student.school_id, service.minutes

    given = [service for service in services if service.provider_id is not None]
    given.sort(key=lambda service: (*together(service), order[str(service.student.grade)], service.service_id))
    for _, same in groupby(given, key=together):
        group: list[Service] = []
        for service in same:
            size = min(one.group_max for one in [*group, service])
            apart = group and order[str(service.student.grade)] - order[str(group[0].student.grade)] > 1
            twice = any(one.student.student_id == service.student.student_id for one in group)
            if group and (len(group) >= size or apart or twice or happens(0.15, rng)):
                yield group
                group = []
            group.append(service)
        if group:
            yield group


def _slot(
    group: list[Service],
    member: Member,
    taken: Taken,
    days: dict[tuple[str, str, int], list[tuple[int, int]]],
    rng: Random,
) -> tuple[int, int] | None:
    school_id, minutes = group[0].student.school_id, group[0].minutes
    duties = [
        (weekday, start, end)
        for weekday in WEEKDAYS
        for start, end, school in member.duties.get(weekday, [])
        if school == school_id and end - start >= minutes
    ]
    for _ in range(_TRIES if duties else 0):
        weekday, start, end = rng.choice(duties)
        begin = rng.randrange(start, end - minutes + 1, _STEP)
        spans = [*taken[member.provider.provider_id, weekday]]
        for service in group:
            spans += taken[service.student.student_id, weekday]
            spans += days[school_id, str(service.student.grade), weekday]
        if all(until <= begin or begin + minutes <= since for since, until in spans):
            for name in (member.provider.provider_id, *(service.student.student_id for service in group)):
                taken[name, weekday].append((begin, begin + minutes))
            return weekday, begin
    return None
