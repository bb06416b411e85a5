"""One school calendar: which days are school days, counted by look-ups."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from makegood.calendars.days import day_number, is_weekday

NO_SCHOOL_KINDS = frozenset({"holiday", "break", "in_service", "weather_closure", "emergency_closure"})


@dataclass(frozen=True, slots=True)
class Term:
    """A year, semester, quarter or esy term, from its first day to its last (day numbers)."""

    kind: str
    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A row of the calendar: days that differ from Monday to Friday in a term (day numbers)."""

    kind: str
    first: int
    last: int
    label: str = ""
    cycle_day: int | None = None


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """A calendar, with counts that make any span two look-ups.

    Attributes:
        calendar_id: Its name in the records.
        terms: Its terms, by start.
        differing: The rows of the calendar that hold here.
        first: The first day that the counts cover, as a day number.
        year: `year[i]` is the number of weekdays in `year` terms before day `first + i`.
        esy: The same for `esy` terms.
        school: The same for school days.
        school_year: The same for the school days of services of the year: in `year` terms, or added.
        school_esy: The same for the school days of services of `esy` terms.
        school_days: Every school day, ascending.
    """

    calendar_id: str
    terms: tuple[Term, ...]
    differing: tuple[CalendarDay, ...]
    first: int
    year: list[int] = field(repr=False)
    esy: list[int] = field(repr=False)
    school: list[int] = field(repr=False)
    school_year: list[int] = field(repr=False)
    school_esy: list[int] = field(repr=False)
    school_days: list[int] = field(repr=False)

    @classmethod
    def of(cls, calendar_id: str, terms: Iterable[Term], differing: Iterable[CalendarDay] = ()) -> "SchoolCalendar":
        """Build the calendar from its terms and the days that differ."""
        terms = tuple(sorted(terms, key=lambda term: (term.start, term.end, term.kind)))
        differing = tuple(differing)
        edges = [(term.start, term.end) for term in terms]
        edges += [(row.first, row.last) for row in differing if row.kind == "school_day"]
        first = min((start for start, _ in edges), default=0)
        size = max((end for _, end in edges), default=-1) - first + 1
        weekday = [is_weekday(first + i) for i in range(size)]
        in_year = _covered(first, size, [t for t in terms if t.kind == "year"])
        in_esy = _covered(first, size, [t for t in terms if t.kind == "esy"])
        year = [w and y for w, y in zip(weekday, in_year, strict=True)]
        esy = [w and e for w, e in zip(weekday, in_esy, strict=True)]
        school = _school(first, [y or e for y, e in zip(year, esy, strict=True)], differing)
        added = _added(first, size, differing)
        of_year = [s and (y or a) for s, y, a in zip(school, in_year, added, strict=True)]
        of_esy = [s and (e or a) for s, e, a in zip(school, in_esy, added, strict=True)]
        days = [first + i for i, open_ in enumerate(school) if open_]
        return cls(
            calendar_id,
            terms,
            differing,
            first,
            _sums(year),
            _sums(esy),
            _sums(school),
            _sums(of_year),
            _sums(of_esy),
            days,
        )

    def is_school_day(self, day: dt.date) -> bool:
        """Return whether there is school on a day."""
        number = day_number(day)
        return self.count(self.school, number, number) == 1

    def count(self, sums: list[int], first: int, last: int) -> int:
        """Return how many of the counted days (`year`, `esy` or `school`) lie in first to last."""
        if last < first:
            return 0
        return sums[self._place(last + 1)] - sums[self._place(first)]

    def days_of(self, sums: list[int]) -> list[int]:
        """Return the days that sums of this calendar count, ascending."""
        return [day for day, (before, then) in enumerate(pairwise(sums), self.first) if before < then]

    def kind_of(self, day: int) -> str | None:
        """Return the kind that the rows give to a day without school, or None if none of them closes it.

        Of several rows the one that begins last holds, then the shorter one, then the first in the alphabet
        (ledger.md, 1).
        """
        closing = [row for row in self.differing if row.first <= day <= row.last and row.kind in NO_SCHOOL_KINDS]
        if not closing:
            return None
        return min(closing, key=lambda row: (-row.first, row.last, row.kind)).kind

    def cycle_days(self, cycle: int) -> dict[int, int]:
        """Return each school day's place in a cycle of so many school days (A and B days: 1 and 2 of 2).

        They are counted from the first school day of each `year` term. A day to which the calendar gives a place has
        that one, with or without school, and counting goes on from it.
        """
        given = {row.first: row.cycle_day for row in self.differing if row.cycle_day is not None}
        given = {day: place for day, place in given.items() if place <= cycle}
        anew = set()
        for term in (term for term in self.terms if term.kind == "year"):
            first = bisect_left(self.school_days, term.start)
            if first < len(self.school_days) and self.school_days[first] <= term.end:
                anew.add(self.school_days[first])
        places: dict[int, int] = {}
        place: int | None = None
        for day in sorted({*self.school_days, *given}):
            if day in anew:
                place = 0
            if day in given:
                place = given[day]
            elif place is not None:
                place = place % cycle + 1
            if place is not None:
                places[day] = place
        return places

    def nth_school_day_after(self, day: int, n: int) -> int | None:
        """Return the nth school day strictly after a day; None if the calendar ends before."""
        place = bisect_right(self.school_days, day) + n - 1
        return self.school_days[place] if place < len(self.school_days) else None

    def term_of(self, kind: str, day: int) -> Term | None:
        """Return the term of a kind in which a day lies."""
        return next((t for t in self.terms if t.kind == kind and t.start <= day <= t.end), None)

    def why_closed(self, day: dt.date) -> str | None:
        """Return what the calendar calls a day without school, or None on a school day."""
        if self.is_school_day(day):
            return None
        number = day_number(day)
        rows = [r for r in self.differing if r.first <= number <= r.last]
        closing = [r.label or r.kind.replace("_", " ") for r in rows if r.kind in NO_SCHOOL_KINDS]
        return "; ".join(dict.fromkeys(closing)) or ("weekend" if not is_weekday(number) else "outside the terms")

    def _place(self, number: int) -> int:
        return min(max(number - self.first, 0), len(self.school) - 1)


def _covered(first: int, size: int, terms: list[Term]) -> list[bool]:
    covered = [False] * size
    for term in terms:
        for number in range(term.start, term.end + 1):
            covered[number - first] = True
    return covered


def _school(first: int, usual: list[bool], differing: tuple[CalendarDay, ...]) -> list[bool]:
    """Apply the differing days: an added school day wins over all, then no school over school."""
    school = list(usual)
    for row in differing:
        if row.kind in NO_SCHOOL_KINDS:
            for number in range(max(row.first, first), min(row.last, first + len(usual) - 1) + 1):
                school[number - first] = False
    for row in differing:
        if row.kind == "school_day":
            for number in range(row.first, row.last + 1):
                school[number - first] = True
    return school


def _added(first: int, size: int, differing: tuple[CalendarDay, ...]) -> list[bool]:
    """Return for each day whether a row `school_day` names it."""
    added = [False] * size
    for row in differing:
        if row.kind == "school_day":
            added[row.first - first : row.last - first + 1] = [True] * (row.last - row.first + 1)
    return added


def _sums(flags: list[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))
