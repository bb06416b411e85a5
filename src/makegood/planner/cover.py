"""The shortest honest fix: hours of a contractor that would settle what a plan leaves, and their price."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from makegood.planner.misses import key_of
from makegood.planner.packing import Need, Packing
from makegood.plans.instance import Instance, Provider, Session
from makegood.plans.plan import Cover, Rate, Unplanned

_HOUR: Final = 60


def cover(instance: Instance, sessions: Sequence[Session], unplanned: Sequence[Unplanned]) -> tuple[Cover, ...]:
    """Return hours of a contractor by school and service, in that order.

    The hours are packed into the open time that the plan leaves to the students on days with school, as many
    contractors side by side as that takes; groups, lengths and the students' limits are kept. A rest below the
    shortest session takes a session of that length. Minutes for which a student has no open time are left out.
    """
    packing = Packing(instance, sessions)
    school = {student.student_id: student.school_id for student in instance.students}
    most = {key_of(miss): miss.group_max for miss in instance.misses}
    needs: dict[tuple[str, str], dict[object, Need]] = defaultdict(dict)
    for row in unplanned:
        since = max(row.missed_on, instance.first)
        seats = most[key_of(row)]
        place = needs[school[row.student_id], row.service_type]
        need = place.setdefault((row.student_id, seats, since), Need(row.student_id, seats, since))
        need.minutes += row.minutes
    found = []
    for (school_id, service_type), place in sorted(needs.items(), key=lambda item: item[0]):
        owed = sum(need.minutes for need in place.values())
        held = sum(choice.minutes for choice in packing.settle(list(place.values())))
        if held:
            rate, whose = contractor_rate(instance.providers, service_type)
            found.append(
                Cover(
                    rate=whose,
                    school_id=school_id,
                    service_type=service_type,
                    hours=round(held / _HOUR, 2),
                    cost=None if rate is None else price(held, rate),
                    minutes=owed - sum(need.minutes for need in place.values()),
                )
            )
    return tuple(found)


def contractor_rate(providers: Sequence[Provider], service_type: str) -> tuple[int | None, Rate | None]:
    """Return the lowest hourly cost of a contractor for the service in cents; where none is known, of the own staff.

    A contractor is whoever has another `employer` than the district. What the own staff costs is no contractor's price,
    so it is said which of the two it is.
    """
    known = [each for each in providers if service_type in each.service_types and each.hourly_cost is not None]
    outside = [each for each in known if is_contractor(each)]
    rate = min((each.hourly_cost or 0 for each in outside or known), default=None)
    return rate, None if rate is None else "contractor" if outside else "staff"


def is_contractor(provider: Provider) -> bool:
    """Return whether somebody is employed by another than the district."""
    return (provider.employer or "district").strip().casefold() not in {"", "district"}


def price(minutes: int, rate: int) -> int:
    """Return what minutes cost at an hourly rate, in whole cents, half up."""
    return (2 * minutes * rate + _HOUR) // (2 * _HOUR)
