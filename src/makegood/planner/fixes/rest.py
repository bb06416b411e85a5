"""The part of an instance that decides how much more time would settle: the rest, and whom it touches."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from makegood.planner.misses import key_of, settled
from makegood.plans.instance import Availability, Instance, Miss, Provider, Session


@dataclass(frozen=True, slots=True)
class Rest:
    """What a plan leaves of one service, at one school or everywhere.

    Attributes:
        school_id: The school, or None for all.
        misses: What is open, with all of its minutes.
        minutes: Minutes that no session settles.
    """

    school_id: str | None
    service_type: str
    misses: tuple[Miss, ...]
    minutes: int


def rests(instance: Instance, sessions: Sequence[Session]) -> list[Rest]:
    """Return what a plan leaves by school and service, the most minutes first."""
    done = settled(sessions)
    school = {student.student_id: student.school_id for student in instance.students}
    found: dict[tuple[str, str], list[Miss]] = {}
    for miss in instance.misses:
        if miss.minutes > done[key_of(miss)]:
            found.setdefault((school[miss.student_id], miss.service_type), []).append(miss)
    made = [
        Rest(*place, tuple(misses), sum(miss.minutes - done[key_of(miss)] for miss in misses))
        for place, misses in found.items()
    ]
    return sorted(made, key=lambda rest: (-rest.minutes, rest.school_id or "", rest.service_type))


def everywhere(rest: Iterable[Rest], service_type: str) -> Rest:
    """Return the rests of one service as one."""
    same = [each for each in rest if each.service_type == service_type]
    misses = tuple(miss for each in same for miss in each.misses)
    return Rest(None, service_type, misses, sum(each.minutes for each in same))


def after(later: Instance, since: dt.date, sessions: Sequence[Session], rest: Rest) -> Instance:
    """Return the facts of the days from `since` on, with what a plan before them leaves of the rest to be planned.

    What is agreed for those days stays, with the misses that it settles.
    """
    done = settled(sessions)
    pinned = tuple(session for session in later.pinned if session.date >= since)
    agreed, open_ = settled(pinned), {key_of(miss) for miss in rest.misses}
    kept = []
    for miss in later.misses:
        key = key_of(miss)
        left = max(miss.minutes - done[key], agreed[key]) if key in open_ else agreed[key]
        if left:
            kept.append(replace(miss, minutes=left))
    return replace(
        later,
        first=since,
        misses=tuple(kept),
        pinned=pinned,
        school_days={key: tuple(day for day in days if day >= since) for key, days in later.school_days.items()},
    )


def part(
    instance: Instance,
    sessions: Sequence[Session],
    rest: Rest,
    extra: Sequence[Availability],
    more: Sequence[Provider] = (),
) -> Instance:
    """Return the facts with the plan agreed, the rest to be planned, and no time but the extra one.

    Whatever touches neither the students of the rest nor the extra time's providers is left out, so that it is quick.
    """
    whose = {miss.student_id for miss in rest.misses}
    who = {row.provider_id for row in extra}
    kept = tuple(
        session
        for session in sessions
        if session.provider_id in who or any(attends.student_id in whose for attends in session.students)
    )
    done = settled(kept)
    open_ = {key_of(miss) for miss in rest.misses}
    misses = tuple(
        miss if key_of(miss) in open_ else replace(miss, minutes=done[key_of(miss)])
        for miss in instance.misses
        if key_of(miss) in open_ or done[key_of(miss)]
    )
    people = {miss.student_id for miss in misses}
    regular = tuple(row for row in instance.regular if row.student_id in people or row.provider_id in who)
    people |= {row.student_id for row in regular}
    # What is agreed keeps its own minutes, so that it still lies in time that its provider has.
    agreed = (
        Availability(
            provider_id=each.provider_id,
            date=each.date,
            start=each.start,
            end=each.start + each.minutes,
            school_id=each.school_id,
        )
        for each in kept
    )
    staff = who | {session.provider_id for session in kept} | {row.provider_id for row in regular if row.provider_id}
    return replace(
        instance,
        providers=(*(each for each in instance.providers if each.provider_id in staff), *more),
        students=tuple(student for student in instance.students if student.student_id in people),
        misses=misses,
        availability=(*extra, *agreed),
        student_times=tuple(row for row in instance.student_times if not row.student_id or row.student_id in people),
        regular=regular,
        pinned=kept,
    )
