"""Checks of the rows of time that the planner reads: that each says when, and for whom."""

from collections.abc import Iterator
from typing import Final

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.terms.clock import clock
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin
from makegood.terms.weekdays import WEEKDAYS

_WITH_END: Final = ("availability", "bell", "student_times", "working_hours")
_HALF_DAY: Final = 12 * 60
_DAY: Final = 2 * _HALF_DAY
_EARLY: Final = 5 * 60
"""Nobody's make-up begins before this, in minutes after midnight."""


@check(*(f"{table}.{name}" for table in _WITH_END for name in ("start", "end")))
def times_end_before_start(facts: Facts) -> Iterator[Finding]:
    """Yield rows of free time, of a school day or of a student's week that end when they begin, or before."""
    for table in _WITH_END:
        rows = facts.records.table(table)
        for start, end, row in zip(rows.values("start"), rows.values("end"), rows.row, strict=True):
            if end <= start:
                says = "The end is not after the start."
                expected = f"a time after {clock(start)}"
                if start < end + _HALF_DAY < _DAY:
                    expected += f", such as {clock(end + _HALF_DAY)} or {clock(end).lstrip('0')} PM"
                yield Finding(
                    "error", "end_before_start", says, Origin(table, row, "end"), found=clock(end), expected=expected
                )


@check(*(f"{table}.start" for table in (*_WITH_END, "pinned")))
def times_at_night(facts: Facts) -> Iterator[Finding]:
    """Yield rows of the planner's tables that begin at night: 1:30 without PM is half past one in the night."""
    for table in (*_WITH_END, "pinned"):
        rows = facts.records.table(table)
        for start, row in zip(rows.values("start"), rows.row, strict=True):
            if start < _EARLY:
                says = "This is at night. Is the afternoon meant?"
                afternoon = start + _HALF_DAY
                expected = f"{clock(afternoon)} or {clock(start).lstrip('0')} PM"
                yield Finding(
                    "warning", "at_night", says, Origin(table, row, "start"), found=clock(start), expected=expected
                )


@check("availability.weekday", "availability.date")
def weekday_or_date(facts: Facts) -> Iterator[Finding]:
    """Yield rows of availability that name both a weekday and a date, or neither."""
    rows = facts.records.availability
    for weekday, date, row in zip(rows.weekday, rows.date, rows.row, strict=True):
        if (weekday is None) != (date is None):
            continue
        has = "neither a weekday nor a date" if date is None else "both a weekday and a date"
        says = f"This row has {has}, so it is not clear on which days it applies."
        found = "" if date is None or weekday is None else f"{WEEKDAYS[weekday]}, {date}"
        expected = "a weekday for every week, or a date for one day"
        yield Finding(
            "error", "weekday_or_date", says, Origin("availability", row, "weekday"), found=found, expected=expected
        )


@check(
    "student_times.student_id",
    "student_times.school_id",
    "student_times.grade",
    "students.student_id",
    "students.school_id",
)
def whose_time(facts: Facts) -> Iterator[Finding]:
    """Yield rows of student_times that do not say whose time it is: one student's, a school's or a grade's."""
    rows = facts.records.student_times
    for at, row in enumerate(rows.row):
        student, school, grade = rows.student_id[at], rows.school_id[at], rows.grade[at]
        if student is None and school is None and grade is not None:
            code, column, found = "grade_without_school", "school_id", ""
            says = f"This row is for grade {quoted(grade)} but names no school, so it is not clear whose time it is."
            expected = "the school of this grade"
        elif student is None and school is None:
            code, column, found = "whose_time", "student_id", ""
            says = "This row names neither a student nor a school, so it is not clear whose time it is."
            expected = "a student_id, or a school_id for everybody there"
        elif student is not None and (grade or school) and school in (None, facts.school_of.get(student) or school):
            code, column, found = "whose_time", "student_id", student
            also = "a grade" if school is None else "the school"
            says = f"This row names student {quoted(student)} and also {also}, so it is not clear whose time it is."
            expected = "only the student_id for one student; only school_id, with or without grade, for many"
        else:
            continue
        yield Finding("error", code, says, Origin("student_times", row, column), found=found, expected=expected)


@check("bell.school_id", "bell.weekday")
def two_bells(facts: Facts) -> Iterator[Finding]:
    """Yield second rows of bell for one school and weekday."""
    rows = facts.records.bell
    first: dict[tuple[str, int], int] = {}
    for school, weekday, row in zip(rows.school_id, rows.weekday, rows.row, strict=True):
        before = first.setdefault((school, weekday), row)
        if before != row:
            day = WEEKDAYS[weekday]
            says = (
                f"School {quoted(facts.place(school))} also has a {day} in row {before}. Write one row with the first "
                "and the last bell."
            )
            yield Finding(
                "error",
                "two_bells",
                says,
                Origin("bell", row, "weekday"),
                found=day,
                expected=f"one {day} for each school",
            )


@check("limits.provider_id")
def two_limits(facts: Facts) -> Iterator[Finding]:
    """Yield every row of limits beyond the first of the district or of a provider: which holds cannot be told."""
    first: dict[str | None, int] = {}
    for provider, row in zip(facts.records.limits.provider_id, facts.records.limits.row, strict=True):
        if first.setdefault(provider, row) == row:
            continue
        whose = "" if provider is None else f" of provider {quoted(provider)}"
        says = f"This is a second row of limits{whose}. It is not clear which one applies."
        yield Finding("error", "two_limits", says, Origin("limits", row), expected="one row with all limits")


@check("limits.shortest", "limits.longest")
def shortest_over_longest(facts: Facts) -> Iterator[Finding]:
    """Yield limits by which the shortest make-up session would be longer than the longest."""
    rows = facts.records.limits
    for shortest, longest, row in zip(rows.shortest, rows.longest, rows.row, strict=True):
        if shortest and longest and shortest > longest:
            says = (
                f"The shortest session ({shortest} minutes) is longer than the longest ({longest}), so no make-up "
                "could be planned."
            )
            expected = f"at most {longest}"
            yield Finding(
                "error",
                "shortest_over_longest",
                says,
                Origin("limits", row, "shortest"),
                found=str(shortest),
                expected=expected,
            )
