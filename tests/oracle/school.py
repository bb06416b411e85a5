"""A student's calendar: its terms, its weekdays in terms and its days of school."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.tables import Row, day, days_between, sure_day, text

NO_SCHOOL = ("holiday", "break", "in_service", "weather_closure", "emergency_closure")


@dataclass(frozen=True)
class Term:
    """A term, both days included."""

    kind: str
    start: date
    end: date


@dataclass(frozen=True)
class School:
    """What one student's calendar says, as plain sets of days."""

    terms: list[Term]
    year_weekdays: set[date]
    esy_weekdays: set[date]
    school_days: set[date]

    def terms_of(self, kind: str) -> list[Term]:
        """Return the terms of a kind, first to last."""
        return sorted((t for t in self.terms if t.kind == kind), key=lambda t: t.start)

    def school_days_after(self, start: date, count: int) -> date | None:
        """Return the nth school day strictly after a day.

        D21: school days are counted as far as the calendar tells; beyond that none is known.
        """
        later = sorted(d for d in self.school_days if start < d)
        return later[count - 1] if len(later) >= count else None


def school_of(term_rows: list[Row], calendar_rows: list[Row], calendar_id: str, grade: str) -> School:
    """Lay out the days of one calendar for a student of one grade."""
    terms = [
        Term(text(row, "kind"), sure_day(row, "start"), sure_day(row, "end"))
        for row in term_rows
        if text(row, "calendar_id") == calendar_id
    ]
    weekdays: dict[str, set[date]] = {"year": set(), "esy": set()}
    for term in terms:
        if term.kind in weekdays:
            weekdays[term.kind] |= {d for d in days_between(term.start, term.end) if d.weekday() < 5}
    # L1: Monday to Friday in a year or esy term is a school day, but for the calendar's rows.
    # Several rows on one day: school_day wins over all, then no school over school.
    opened: set[date] = set()
    closed: set[date] = set()
    for row in calendar_rows:
        if text(row, "calendar_id") != calendar_id or not _holds_for(row, grade):
            continue
        first = sure_day(row, "date")
        span = set(days_between(first, day(row, "until") or first))
        if text(row, "kind") == "school_day":
            opened |= span
        if text(row, "kind") in NO_SCHOOL:
            closed |= span
    usual = weekdays["year"] | weekdays["esy"]
    return School(terms, weekdays["year"], weekdays["esy"], (usual - closed) | opened)


def _holds_for(row: Row, grade: str) -> bool:
    # D3: a row with grades holds only for students of these grades.
    grades = [part.strip() for part in text(row, "grades").split(";") if part.strip()]
    return not grades or grade in grades
