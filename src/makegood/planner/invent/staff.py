"""Made-up providers: some based in one school, some on their way between two to four."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil
from random import Random
from typing import Final

from makegood.planner.invent.chance import happens
from makegood.planner.invent.days import WEEKDAYS
from makegood.planner.invent.schools import School
from makegood.planner.invent.shape import SERVICES, Shape
from makegood.planner.invent.students import Service
from makegood.plans.instance import Provider, Travel

_NOON: Final = (690, 720)
"""An itinerant's morning ends and the afternoon begins; between them lies the way."""

_VACANT: Final = ("speech", "counseling")
"""Posts that are vacant at a school of several; those who go from school to school would fill in for others."""

_VACANT_ALONE: Final = ("physical_therapy", "counseling")


@dataclass(slots=True, kw_only=True)
class Member:
    """A provider and their week.

    Attributes:
        duties: By weekday, from when until when at which school.
        roams: Whether their free minutes hold wherever they are needed.
    """

    provider: Provider
    duties: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    roams: bool = False


def draw_staff(services: list[Service], schools: list[School], shape: Shape, rng: Random) -> list[Member]:
    """Return the providers that the caseloads take, and give each service its provider."""
    vacant = _vacant(schools, shape, rng)
    by_type: dict[str, dict[str, list[Service]]] = {name: defaultdict(list) for name in SERVICES}
    for service in services:
        if (service.student.school_id, service.service_type) not in vacant:
            by_type[service.service_type][service.student.school_id].append(service)
    staff: list[Member] = []
    for name, kind in SERVICES.items():
        at = by_type[name]
        if kind.itinerant:
            asked = shape.itinerants[0 if name == "occupational_therapy" else 1] if shape.itinerants else None
            staff += _itinerants(name, at, schools, rng, asked=asked, known=len(staff))
            continue
        for school in schools:
            staff += _based(name, at[school.school_id], school, len(staff), rng)
    return staff


def travel_times(staff: list[Member], rng: Random) -> tuple[Travel, ...]:
    """Return the ways between the schools that somebody goes to and fro; now and then the way back differs."""
    ways: dict[tuple[str, str], int] = {}
    for member in staff:
        served = sorted({school for duties in member.duties.values() for _, _, school in duties})
        for each, start in enumerate(served):
            for end in served[each + 1 :]:
                if (start, end) not in ways:
                    ways[start, end] = rng.choice((10, 15, 15, 20, 25))
                    if happens(0.1, rng):
                        ways[end, start] = 25
    return tuple(Travel(start=start, end=end, minutes=minutes) for (start, end), minutes in ways.items())


def _vacant(schools: list[School], shape: Shape, rng: Random) -> set[tuple[str, str]]:
    number = round(shape.vacancies * len(schools))
    if len(schools) == 1 and happens(shape.vacancies, rng):
        return {(schools[0].school_id, rng.choice(_VACANT_ALONE))}
    return {(school.school_id, rng.choice(_VACANT)) for school in rng.sample(schools, number)}


def _based(name: str, services: list[Service], school: School, known: int, rng: Random) -> list[Member]:
    number = max(min(1, len(services)), round(len(services) / SERVICES[name].caseload))
    duties = {weekday: [(*school.bell[weekday], school.school_id)] for weekday in WEEKDAYS}
    members = [
        Member(provider=_provider(name, school.school_id, known + each, rng), duties=duties) for each in range(number)
    ]
    for each, service in enumerate(services):
        service.provider_id = members[each % number].provider.provider_id
    return members


def _itinerants(
    name: str, at: dict[str, list[Service]], schools: list[School], rng: Random, *, asked: int | None, known: int
) -> list[Member]:
    """Return itinerants, each serving schools that lie side by side, so that every school is served."""
    needed = sum(len(services) for services in at.values())
    number = asked or max(round(needed / SERVICES[name].caseload), ceil(len(schools) / 4))
    members, serving = [], defaultdict(list)
    for each in range(number if needed else 0):
        begin, reach = each * len(schools) // number, ceil(len(schools) / number)
        served = min(len(schools), max(reach, rng.randint(2, 4)))
        round_ = [schools[(begin + step) % len(schools)] for step in range(served)]
        members.append(
            Member(
                provider=_provider(name, round_[0].school_id, known + each, rng),
                duties=_half_days(round_, rng),
                roams=len(round_) > 1 and happens(0.25, rng),
            )
        )
        for school in round_:
            serving[school.school_id].append(members[-1])
    load: dict[str, int] = defaultdict(int)
    for school_id, services in at.items():
        for service in services:
            least = min(serving[school_id], key=lambda member: load[member.provider.provider_id])
            service.provider_id = least.provider.provider_id
            load[least.provider.provider_id] += 1
    return members


def _half_days(schools: list[School], rng: Random) -> dict[int, list[tuple[int, int, str]]]:
    halves = [(weekday, half) for weekday in WEEKDAYS for half in (0, 1)]
    rng.shuffle(halves)
    duties: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    # A lone school shares its itinerants with schools that are not part of the instance.
    for each, (weekday, half) in enumerate(halves if len(schools) > 1 else halves[:5]):
        school = schools[each % len(schools)]
        start, end = school.bell[weekday]
        duties[weekday].append((start, _NOON[0], school.school_id) if half == 0 else (_NOON[1], end, school.school_id))
    return {weekday: sorted(duties[weekday]) for weekday in sorted(duties)}


def _provider(name: str, school_id: str, number: int, rng: Random) -> Provider:
    least, most = SERVICES[name].hourly_cost
    return Provider(
        provider_id=f"P{number + 1:03d}",
        service_types=(name,),
        school_id=school_id,
        hourly_cost=rng.randrange(least, most + 1, 100),
        employer="contractor" if happens(0.1, rng) else "district",
    )
