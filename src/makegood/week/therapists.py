"""Who gives services in the week, and when they can, from the records."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from makegood.planner.gather.tables import providers_of
from makegood.planner.spans import Spans, joined, without
from makegood.plans.instance import Provider
from makegood.records import Records
from makegood.week.caseload import Therapist
from makegood.week.open_time import OpenTime
from makegood.week.pattern import SCHOOL_WEEK

TWO_WEEKS = dt.timedelta(13)
"""Whoever is away from the first day for so long gives no session of this week."""


def therapists_of(
    records: Records, schools: Iterable[str], ways: Mapping[tuple[str, str], int], open_time: OpenTime, first: dt.date
) -> dict[str, Therapist]:
    """Return the therapists.

    Args:
        records: The records.
        schools: Where sessions are held.
        ways: Minutes from one school to another.
        open_time: The bells.
        first: The day from which the week is to hold.
    """
    schools = sorted(schools)
    hours, away, limits = _Hours(records, first), _away(records, first), _Limits(records)
    make_ups = _for_make_ups(records)
    known = {provider.provider_id: provider for provider in providers_of(records)}
    for id_ in {*records.services.provider_id, *records.schedule.provider_id} - known.keys() - {None}:
        known[id_ or ""] = Provider(provider_id=id_ or "")
    return {
        id_: Therapist(
            provider_id=id_,
            service_types=frozenset(each.service_types),
            time=hours.of(each, schools, ways, open_time),
            base=each.school_id,
            direct_day=limits.of(id_, "direct_day"),
            direct_week=limits.of(id_, "direct_week"),
            documentation=limits.of(id_, "documentation") or 0,
            lunch=0 if id_ in hours.with_lunch else limits.of(id_, "lunch") or 0,
            away_until=away.get(id_),
            for_make_ups=make_ups.get(id_, {}),
            any_school=hours.at_any_school(id_) and not each.remote,
        )
        for id_, each in sorted(known.items())
    }


def ways_of(records: Records) -> dict[tuple[str, str], int]:
    """Return the minutes from one school to another; the way back takes as long unless it has a row too."""
    rows = zip(records.travel.from_, records.travel.to, records.travel.minutes, strict=True)
    there = {(start, end): minutes for start, end, minutes in rows}
    return {(end, start): minutes for (start, end), minutes in there.items()} | there


def may_be(provider: Provider, school_id: str, ways: Mapping[tuple[str, str], int]) -> bool:
    """Return whether a provider can be at a school: at the base, where a way leads to, or anywhere without a base."""
    base = provider.school_id
    return provider.remote or base in {None, school_id} or (base or "", school_id) in ways


class _Hours:
    """The rows of `working_hours` that hold on the first day, by provider."""

    def __init__(self, records: Records, first: dt.date) -> None:
        table = records.working_hours
        self._rows: dict[str, list[tuple[int, int, int, str, str | None]]] = defaultdict(list)
        for at, id_ in enumerate(table.provider_id):
            begins, ends = table.from_[at], table.until[at]
            if (begins or first) <= first <= (ends or first):
                row = (table.weekday[at], table.start[at], table.end[at], table.use[at], table.school_id[at])
                self._rows[id_].append(row)
        self.with_lunch = {id_ for id_, rows in self._rows.items() if any(use == "lunch" for *_, use, _ in rows)}

    def at_any_school(self, provider_id: str) -> bool:
        """Return whether a provider's hours hold at every school that ways lead to."""
        schools = [where for *_, use, where in self._rows.get(provider_id, ()) if use == "work"]
        return not schools or None in schools

    def of(
        self, provider: Provider, schools: list[str], ways: Mapping[tuple[str, str], int], open_time: OpenTime
    ) -> dict[tuple[str, int], Spans]:
        rows = self._rows.get(provider.provider_id, [])
        says_work = any(use == "work" for *_, use, _ in rows)
        time: dict[tuple[str, int], Spans] = {}
        for weekday in range(SCHOOL_WEEK):
            today = [row for row in rows if row[0] == weekday]
            kept = [(start, end) for _, start, end, use, _ in today if use != "work"]
            for school in schools:
                if says_work:
                    at_work = [
                        (start, end)
                        for _, start, end, use, where in today
                        if use == "work" and (where == school or (where is None and may_be(provider, school, ways)))
                    ]
                else:
                    bell = open_time.bell.get((school, weekday))
                    at_work = [bell] if bell and may_be(provider, school, ways) else []
                found = without(joined(at_work), kept)
                if found:
                    time[school, weekday] = found
        return time


class _Limits:
    """A provider's own limits before the district's."""

    def __init__(self, records: Records) -> None:
        self._table = records.limits
        self._row = {id_: at for at, id_ in enumerate(records.limits.provider_id)}

    def of(self, provider_id: str, name: str) -> int | None:
        for id_ in (provider_id, None):
            if id_ in self._row:
                found: int | None = self._table.values(name)[self._row[id_]]
                if found is not None:
                    return found
        return None


def _away(records: Records, first: dt.date) -> dict[str, dt.date]:
    """Return the last day of each absence that covers the first day and two weeks from it."""
    table = records.provider_absences
    found: dict[str, dt.date] = {}
    for id_, begins, until in zip(table.provider_id, table.date, table.until, strict=True):
        if until is not None and begins <= first and until >= first + TWO_WEEKS:
            found[id_] = max(until, found.get(id_, until))
    return found


def _for_make_ups(records: Records) -> dict[str, dict[int, Spans]]:
    table = records.availability
    found: dict[str, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for at, id_ in enumerate(table.provider_id):
        weekday = table.weekday[at]
        if weekday is not None:
            found[id_][weekday].append((table.start[at], table.end[at]))
    return {id_: {weekday: joined(spans) for weekday, spans in days.items()} for id_, days in found.items()}
