"""The tables of time as facts of an instance, and who the providers are."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import fields

from makegood.log import alike
from makegood.plans.instance import Availability, Away, Bell, Limits, Provider, StudentTime, Travel
from makegood.records import Records


def providers_of(records: Records) -> list[Provider]:
    """Return the providers. One who is only named in another table may give nothing, as nobody says what."""
    table = records.providers
    spellings: dict[str, set[str]] = {}
    for word in set(records.services.service_type):
        spellings.setdefault(alike(word), set()).add(word)
    known = [
        Provider(
            provider_id=id_,
            service_types=tuple(sorted({each for word in types or () for each in spellings.get(alike(word), {word})})),
            school_id=table.school_id[at],
            hourly_cost=table.hourly_cost[at],
            employer=table.employer[at],
            remote=table.by_video[at],
        )
        for at, (id_, types) in enumerate(zip(table.provider_id, table.service_types, strict=True))
    ]
    named = {*records.availability.provider_id, *records.pinned.provider_id} - set(table.provider_id)
    return known + [Provider(provider_id=id_) for id_ in sorted(named)]


def availability_of(records: Records, first: dt.date, last: dt.date) -> list[Availability]:
    """Return the rows of availability that can hold from first to last."""
    table = records.availability
    return [
        Availability(
            provider_id=provider_id,
            start=table.start[at],
            end=table.end[at],
            weekday=table.weekday[at] if date is None else None,
            date=date,
            school_id=table.school_id[at],
            first=table.first_day[at] if date is None else None,
            last=table.last_day[at] if date is None else None,
        )
        for at, (provider_id, date) in enumerate(zip(table.provider_id, table.date, strict=True))
        if first <= (date or first) <= last
        and (date or ((table.first_day[at] or first) <= last and first <= (table.last_day[at] or first)))
    ]


def away_of(
    ids: list[str], firsts: list[dt.date], untils: list[dt.date | None], first: dt.date, last: dt.date
) -> list[Away]:
    """Return the absences that touch the days from first to last, clipped to them."""
    return sorted(
        {
            Away(id=id_, first=max(begin, first), last=min(until or begin, last))
            for id_, begin, until in zip(ids, firsts, untils, strict=True)
            if begin <= last and first <= (until or begin)
        },
        key=lambda away: (away.id, away.first, away.last),
    )


def student_times_of(records: Records, students: Collection[str]) -> list[StudentTime]:
    """Return what the time of schools and of some students is for."""
    table = records.student_times
    return [
        StudentTime(
            weekday=table.weekday[at],
            start=table.start[at],
            end=table.end[at],
            use=table.use[at],
            cycle_day=table.cycle_day[at],
            cycle=table.cycle[at],
            student_id=student_id,
            school_id=table.school_id[at],
            grade=table.grade[at],
        )
        for at, student_id in enumerate(table.student_id)
        if student_id is None or student_id in students
    ]


def bell_of(records: Records) -> Iterator[Bell]:
    """Yield the bells."""
    rows = zip(records.bell.school_id, records.bell.weekday, records.bell.start, records.bell.end, strict=True)
    for school_id, weekday, start, end in rows:
        yield Bell(school_id=school_id, weekday=weekday, start=start, end=end)


def travel_of(records: Records) -> Iterator[Travel]:
    """Yield the ways between schools."""
    for start, end, minutes in zip(records.travel.from_, records.travel.to, records.travel.minutes, strict=True):
        yield Travel(start=start, end=end, minutes=minutes)


def limits_of(records: Records) -> Limits:
    """Return the district's limits on make-ups; several rows hold all at once, each limit at its strictest.

    Rows that name a provider are about that provider's regular week.
    """
    table = records.limits
    district = [at for at, provider_id in enumerate(table.provider_id) if provider_id is None]
    strictest = {each.name: max if each.name == "shortest" else min for each in fields(Limits)}
    return Limits(
        **{
            name: pick((n for at in district if (n := table.values(name)[at]) is not None), default=None)
            for name, pick in strictest.items()
        }
    )
