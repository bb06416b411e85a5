"""Checks of terms and calendars, and of who keeps which."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from makegood.intake.checks.check import DATES, KEPT, check
from makegood.intake.checks.facts import Facts
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Level, Origin

if TYPE_CHECKING:
    import datetime as dt

_SPANS: Final = (
    ("terms", "start", "end"),
    ("calendar", "date", "until"),
    ("services", "start", "end"),
    ("schedule", "from", "until"),
    ("awards", "start", "end"),
    ("student_absences", "date", "until"),
    ("provider_absences", "date", "until"),
)


@check()
def empty_tables(facts: Facts) -> Iterator[Finding]:
    """Yield tables without which nothing can be said, if they have no rows."""
    for name in ("students", "terms", "services"):
        if name in facts.given and name not in facts.unsure and not len(facts.records.table(name)):
            says = "This table has no rows, so nothing falls due."
            yield Finding("warning", "empty_table", says, Origin(name), expected="at least one row")


@check(*(f"{table}.{name}" for table, *names in _SPANS for name in names))
def ends_before_start(facts: Facts) -> Iterator[Finding]:
    """Yield rows whose last day lies before their first."""
    for table, start, end in _SPANS:
        rows = facts.records.table(table)
        for first, last, row in zip(rows.values(start), rows.values(end), rows.row, strict=True):
            if first and last and last < first:
                says = f"'{end}' is before '{start}'."
                expected = f"{first} or later"
                yield Finding(
                    "error", "end_before_start", says, Origin(table, row, end), found=str(last), expected=expected
                )


@check("terms.calendar_id", "terms.kind", "terms.start", "terms.end")
def overlapping_terms(facts: Facts) -> Iterator[Finding]:
    """Yield `year`, `semester` and `quarter` terms of one kind and calendar that share a day."""
    terms = facts.records.terms
    spans = sorted(
        (terms.calendar_id[at], kind, terms.start[at], terms.end[at], terms.row[at])
        for at, kind in enumerate(terms.kind)
        if kind != "esy"
    )
    latest: dict[tuple[str, str], tuple[dt.date, int]] = {}
    for calendar, kind, start, end, row in spans:
        before, other = latest.get((calendar, kind), (None, 0))
        if before and start <= before:
            # A quarter inside another would leave minutes in two places at once.
            level: Level = "error" if kind == "year" or end <= before else "warning"
            then = "must not share a day" if level == "error" else "share days, which count to the earlier one"
            says = (
                f"The {kind} term in row {other} ends on {before}, when this one has begun. "
                f"{kind.capitalize()} terms of calendar {quoted(facts.place(calendar))} {then}."
            )
            expected = f"a first day after {before}"
            yield Finding(
                level, "overlapping_terms", says, Origin("terms", row, "start"), found=str(start), expected=expected
            )
        if before is None or end > before:
            latest[calendar, kind] = (end, row)


@check(*KEPT, whole=("terms",))
def students_without_calendar(facts: Facts) -> Iterator[Finding]:
    """Yield students of whom the records do not say which calendar they keep."""
    students = facts.records.students
    names = ", ".join(sorted(set(facts.records.terms.calendar_id))) or "none"
    for student, row in zip(students.student_id, students.row, strict=True):
        if facts.log.services.calendars.of_student(student) is None:
            says = (
                f"Student {quoted(student)} has no calendar, here or at the school, "
                f"and 'terms' does not have just one. Calendars there: {names}."
            )
            expected = "a calendar_id of the table 'terms', here or at the school"
            yield Finding(
                "error", "no_calendar", says, Origin("students", row, "calendar_id"), found="", expected=expected
            )


@check(*DATES, "services.per", whole=("terms",))
def missing_terms(facts: Facts) -> Iterator[Finding]:
    """Yield services whose periods are terms that the calendar of their own school does not have."""
    services = facts.records.services
    for at, row in enumerate(services.row):
        calendar = facts.log.services.calendar(at)
        if calendar is None:
            continue
        per, kinds = services.per[at], {term.kind for term in calendar.terms}
        wanted = "year" if not services.esy[at] else "esy" if facts.log.services.dates(at) is None else None
        if per in ("quarter", "semester") and per not in kinds:
            wanted = per
        if wanted and wanted not in kinds:
            says = (
                f"This promise needs a term of the kind '{wanted}', and calendar "
                f"{quoted(facts.place(calendar.calendar_id))} has "
                "none."
            )
            expected = f"a row of the table 'terms' with kind {wanted}"
            yield Finding("error", "missing_term", says, Origin("services", row, "per"), found=per, expected=expected)
