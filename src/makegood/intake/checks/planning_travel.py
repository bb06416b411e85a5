"""Checks of where providers are free, and of the way between schools."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.terms.clock import clock
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin
from makegood.terms.weekdays import WEEKDAYS

_FREE: Final = tuple(f"availability.{name}" for name in ("provider_id", "weekday", "date", "school_id"))
"""What says where and on which days providers are free."""


@check("travel.from", "travel.to")
def ways_to_nowhere(facts: Facts) -> Iterator[Finding]:
    """Yield ways from a school to itself, and second rows for one way."""
    rows = facts.records.travel
    first: dict[tuple[str, str], int] = {}
    for from_, to, row in zip(rows.from_, rows.to, rows.row, strict=True):
        before = first.setdefault((from_, to), row)
        if from_ == to:
            says, place = "This way leads from a school to itself.", facts.place(to)
            yield Finding(
                "error",
                "travel_to_itself",
                says,
                Origin("travel", row, "to"),
                found=facts.place(to),
                expected="another school",
            )
        elif before != row:
            says = f"The way from {quoted(facts.place(from_))} to {quoted(facts.place(to))} is also in row {before}."
            expected, place = "one row for each way; the way back may have a row of its own", facts.place(to)
            yield Finding(
                "error", "two_travel_times", says, Origin("travel", row, "to"), found=place, expected=expected
            )


@check(*_FREE, "availability.start", "availability.end")
def free_in_two_places(facts: Facts) -> Iterator[Finding]:
    """Yield rows by which a provider is free at two schools at once."""
    rows = facts.records.availability
    seen: set[tuple[int, int]] = set()
    for places in _days(facts).values():
        running: dict[str, int] = {}
        for at in sorted(places, key=lambda at: (rows.start[at], rows.row[at])):
            school = rows.school_id[at]
            if school is None:
                continue
            running = {other: before for other, before in running.items() if rows.end[before] > rows.start[at]}
            for other, before in running.items():
                if other != school and (before, at) not in seen:
                    seen.add((before, at))
                    yield _two_places(facts, before, at)
            if school not in running or rows.end[at] > rows.end[running[school]]:
                running[school] = at


@check(*_FREE, "travel.from", "travel.to", whole=("travel",))
def no_travel_time(facts: Facts) -> Iterator[Finding]:
    """Yield providers who are free at two schools on one day between which no travel time is known."""
    rows, travel = facts.records.availability, facts.records.travel
    known = {frozenset(way) for way in zip(travel.from_, travel.to, strict=True)}
    seen: set[tuple[str, frozenset[str]]] = set()
    for (provider, _), days in _days(facts).items():
        first: dict[str, int] = {}
        for at in days:
            school = rows.school_id[at]
            if school is not None:
                first.setdefault(school, rows.row[at])
        for (one, _), (other, row) in combinations(first.items(), 2):
            way = frozenset((one, other))
            if way in known or (provider, way) in seen:
                continue
            seen.add((provider, way))
            says = (
                f"Provider {quoted(provider)} is free at {quoted(facts.place(one))} and at "
                f"{quoted(facts.place(other))} on one day, but "
                "'travel' does not say how long the way takes. A plan will use only one of the two schools that day."
            )
            expected = f"a row of 'travel' from {shown(facts.place(one))} to {shown(facts.place(other))}"
            yield Finding(
                "warning",
                "no_travel_time",
                says,
                Origin("availability", row, "school_id"),
                found=facts.place(other),
                expected=expected,
            )


@check(
    *_FREE,
    "providers.provider_id",
    "providers.school_id",
    "bell.school_id",
    "bell.weekday",
    "travel.from",
    "travel.to",
    "students.school_id",
    whole=("bell",),
)
def free_without_bell(facts: Facts) -> Iterator[Finding]:
    """Yield schools at which providers are free on weekdays for which `bell` has no row."""
    rows, bell = facts.records.availability, facts.records.bell
    known = set(zip(bell.school_id, bell.weekday, strict=True))
    ringing = set(bell.school_id)
    reached = _Reached(facts)
    lacking: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for at, row in enumerate(rows.row):
        weekday, date = rows.weekday[at], rows.date[at]
        # A row for one date may well lie on a day on which no bell rings.
        day = weekday if date is None else date.weekday()
        if day is None:
            continue
        for school in reached(rows.school_id[at], facts.base_of(rows.provider_id[at])):
            if (school, day) not in known and not (date is not None and school in ringing):
                lacking[school].setdefault(day, row)
    for school, days in lacking.items():
        row, names = min(days.values()), ", ".join(WEEKDAYS[day] for day in sorted(days))
        says = (
            f"Providers are free at school {quoted(facts.place(school))} on {names}, but 'bell' does not say when "
            "school begins and ends then. Its students can be planned only where 'student_times' says 'open'."
        )
        expected = f"rows of 'bell' for school {shown(facts.place(school))}: {names}"
        yield Finding(
            "warning",
            "no_bell",
            says,
            Origin("availability", row, "school_id"),
            found=facts.place(school),
            expected=expected,
        )


class _Reached:
    """Says at which schools with students a row of free time holds."""

    def __init__(self, facts: Facts) -> None:
        travel = facts.records.travel
        self._students = {school for school in facts.records.students.school_id if school is not None}
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in zip(travel.from_, travel.to, strict=True):
            self._near[one].add(other)
            self._near[other].add(one)

    def __call__(self, school: str | None, base: str | None) -> list[str]:
        """Return the row's own school, else the base and where ways lead from it."""
        if school is not None:
            return [school]
        return [] if base is None else [base, *sorted(self._near[base] & self._students - {base})]


def _two_places(facts: Facts, before: int, at: int) -> Finding:
    rows = facts.records.availability
    found, row = clock(rows.start[at]), rows.row[at]
    says = (
        f"Provider {quoted(rows.provider_id[at])} is free at {quoted(facts.place(rows.school_id[at]))} from {found}, "
        f"and at {quoted(facts.place(rows.school_id[before]))} until {clock(rows.end[before])} in row "
        f"{rows.row[before]}. A plan uses only one of them at a time. Is this a typing error?"
    )
    expected = "times that do not overlap, or one row without a school"
    return Finding(
        "warning", "free_in_two_places", says, Origin("availability", row, "start"), found=found, expected=expected
    )


def _days(facts: Facts) -> dict[tuple[str, object], list[int]]:
    """Return the places of the rows that can hold on one day, by provider and by weekday or date."""
    rows = facts.records.availability
    days: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    for at, (provider, weekday) in enumerate(zip(rows.provider_id, rows.weekday, strict=True)):
        if rows.date[at] is None:
            days[provider, weekday].append(at)
    weekly = {key: list(places) for key, places in days.items()}
    for at, (provider, date) in enumerate(zip(rows.provider_id, rows.date, strict=True)):
        if date is not None:
            key = (provider, date)
            if key not in days:
                days[key] = list(weekly.get((provider, date.weekday()), ()))
            days[key].append(at)
    return days
