"""A calendar as one student's grade keeps it: its terms, its days of school and its cycle days."""

from dataclasses import dataclass, field
from datetime import date

from tests.oracle.tables import Row, day, days_between, holding_row, number, sure_day, text

NO_SCHOOL = ("holiday", "break", "in_service", "weather_closure", "emergency_closure")
REASONS_OF_DAYS = ("holiday", "in_service", "weather_closure", "emergency_closure")


@dataclass(frozen=True)
class Term:
    """A term, both days included."""

    kind: str
    start: date
    end: date


@dataclass(frozen=True)
class School:
    """What a calendar says, as plain sets of days.

    `school_days` are the calendar's; `added` those that a row `school_day` names; `closed` those
    without school by a row, each with the kind that holds; `marks` the cycle days that rows give.
    """

    terms: list[Term]
    school_days: set[date]
    added: set[date]
    closed: dict[date, str]
    marks: dict[date, int]
    counted: dict[int, dict[date, int]] = field(default_factory=dict)  # cycles, once counted

    def terms_of(self, kind: str) -> list[Term]:
        """Return the terms of a kind, first to last."""
        return sorted((t for t in self.terms if t.kind == kind), key=lambda t: t.start)

    def days_in_terms(self, kind: str) -> set[date]:
        """Return every day inside the terms of a kind, weekends too."""
        return {d for term in self.terms_of(kind) for d in days_between(term.start, term.end)}

    def school_days_after(self, start: date, count: int) -> date | None:
        """Return the nth school day strictly after a day.

        D21: school days are counted as far as the calendar tells; beyond that none is known.
        """
        later = sorted(d for d in self.school_days if start < d)
        return later[count - 1] if len(later) >= count else None

    def reason_of_day(self, on: date) -> str:
        """Return the reason that a day without school gives (L3)."""
        kind = self.closed.get(on, "")
        return kind if kind in REASONS_OF_DAYS else "no_school"

    def cycle_days(self, cycle: int) -> dict[date, int]:
        """Return the days that have a place in a cycle of so many school days (L1).

        Counting begins with 1 on the first school day of each year term; a calendar's own
        cycle_day takes its place, and counting goes on from it.
        """
        if cycle in self.counted:
            return self.counted[cycle]
        firsts = set()
        for term in self.terms_of("year"):
            inside = [d for d in self.school_days if term.start <= d <= term.end]
            firsts |= {min(inside)} if inside else set()
        places = self.counted[cycle] = {}
        last = 0  # no place yet
        for on in sorted(self.school_days | set(self.marks)):
            if self.marks.get(on, cycle + 1) <= cycle:
                last = self.marks[on]
            elif on not in self.school_days:
                continue
            elif on in firsts:
                last = 1
            elif last:
                last = last % cycle + 1
            if last:
                places[on] = last
        return places


def school_of(term_rows: list[Row], calendar_rows: list[Row], calendar_id: str, grade: str) -> School:
    """Lay out the days of one calendar for a student of one grade."""
    terms = [
        Term(text(row, "kind"), sure_day(row, "start"), sure_day(row, "end"))
        for row in term_rows
        if text(row, "calendar_id") == calendar_id
    ]
    rows = [row for row in calendar_rows if text(row, "calendar_id") == calendar_id and _holds_for(row, grade)]
    # L1: Monday to Friday in a year or esy term is a school day, but for the calendar's rows.
    usual = {
        d
        for term in terms
        if term.kind in ("year", "esy")
        for d in days_between(term.start, term.end)
        if d.weekday() < 5
    }
    # Several rows on one day: school_day wins over all, then no school over school.
    added = {d for row in rows if text(row, "kind") == "school_day" for d in _span(row)}
    closing = [row for row in rows if text(row, "kind") in NO_SCHOOL]
    closed: dict[date, str] = {}
    for on in {d for row in closing for d in _span(row)} - added:
        closed[on] = text(holding_row(closing, on, lambda row: text(row, "kind")) or {}, "kind")
    # A cycle_day is that of a row's first day: from there counting goes on.
    marking = [row for row in rows if text(row, "cycle_day")]
    marks: dict[date, int] = {}
    for on in {sure_day(row, "date") for row in marking}:
        there = [row for row in marking if sure_day(row, "date") == on]
        held = holding_row(there, on, lambda row: f"{text(row, 'kind')} {number(row, 'cycle_day', 0):09d}")
        marks[on] = number(held or {}, "cycle_day", 0)
    return School(terms, (usual - set(closed)) | added, added, closed, marks)


def _span(row: Row) -> set[date]:
    first = sure_day(row, "date")
    return set(days_between(first, day(row, "until") or first))


def _holds_for(row: Row, grade: str) -> bool:
    # D3: a row with grades holds only for students of these grades.
    grades = [part.strip() for part in text(row, "grades").split(";") if part.strip()]
    return not grades or grade in grades
