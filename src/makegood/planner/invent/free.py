"""Made-up times that providers have for make-ups."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Final

from makegood.planner.invent.chance import happens
from makegood.planner.invent.days import school_days
from makegood.planner.invent.schools import School
from makegood.planner.invent.shape import Shape
from makegood.planner.invent.staff import Member
from makegood.plans.instance import Availability

_STEP: Final = 5
_SHORTEST: Final = 20
_LONGEST: Final = 60

Spans = list[tuple[int, int]]


def free_rows(staff: list[Member], schools: list[School], shape: Shape, rng: Random) -> list[Availability]:
    """Return when the providers are free: in one or two pieces a day, now and then after school as well."""
    rows: list[Availability] = []
    at = {school.school_id: school for school in schools}
    days = school_days()["upper"]
    for member in staff:
        for weekday, duties in member.duties.items():
            # What is free on a day is shared by its half-days.
            low, high = (max(_SHORTEST, minutes // len(duties)) for minutes in shape.free)
            for start, end, school_id in duties:
                if happens(shape.free_on, rng):
                    row = Availability(
                        provider_id=member.provider.provider_id,
                        weekday=weekday,
                        start=start,
                        end=end,
                        school_id=None if member.roams else school_id,
                    )
                    minutes = rng.randrange(low, high + 1, _STEP)
                    rows += _pieces(row, minutes, _open(at[school_id], weekday), shape.looks, rng)
        if happens(0.05, rng):
            date = rng.choice(days)
            for _, end, school_id in member.duties.get(date.weekday(), [])[-1:]:
                rows.append(
                    Availability(
                        provider_id=member.provider.provider_id, date=date, start=end, end=end + 60, school_id=school_id
                    )
                )
    return rows


def _pieces(row: Availability, minutes: int, is_open: Spans, looks: int, rng: Random) -> Iterator[Availability]:
    """Yield one or two pieces of a duty, each the best of some places for the students who are open then."""
    parts = [minutes]
    if minutes > _LONGEST or (minutes >= 2 * _SHORTEST and happens(0.5, rng)):
        first = _STEP * (minutes // (2 * _STEP))
        parts = [first, minutes - first]
    start = row.start
    for each, part in enumerate(parts):
        until = row.start + (row.end - row.start) * (each + 1) // len(parts)
        latest = max(start, until - part)
        begins = [rng.randrange(start, latest + 1, _STEP) for _ in range(looks)]
        begin = max(begins, key=lambda at: _meeting(is_open, at, at + part))
        start = min(begin + part, row.end)
        if start - begin >= _SHORTEST:
            yield replace(row, start=begin, end=start)


def _open(school: School, weekday: int) -> Spans:
    """Return when the grades of a school are open."""
    return [(start, end) for grade in school.grades for start, end, use in school.days[grade, weekday] if use == "open"]


def _meeting(spans: Spans, start: int, end: int) -> int:
    return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in spans)
