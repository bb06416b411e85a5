"""Checks of rows that hold on a weekday or on a day of a cycle: weekly slots, and students' time."""

from collections.abc import Iterator
from typing import Final

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding, Origin

_CALLED: Final = {"schedule": "This slot", "student_times": "This row"}
"""The tables whose rows hold on a weekday or on a day of a cycle."""


@check(*(f"{table}.{name}" for table in _CALLED for name in ("weekday", "cycle_day", "cycle")))
def slots_without_day(facts: Facts) -> Iterator[Finding]:
    """Yield slots, and rows of student_times, that have no day, two kinds of day, or only half of a cycle's day."""
    for table, this in _CALLED.items():
        rows = facts.records.table(table)
        cells = (rows.values("weekday"), rows.values("cycle_day"), rows.values("cycle"))
        for weekday, day, cycle, row in zip(*cells, rows.row, strict=True):
            if weekday is None and day is None and cycle is None:
                column, says = "weekday", f"{this} has no day."
            elif weekday is not None and (day is not None or cycle is not None):
                column, says = "cycle_day", f"{this} has both a weekday and a day of a cycle."
            elif weekday is None and cycle is None:
                column, says = "cycle", f"{this} has a day of a cycle, but not how many days the cycle has."
            elif weekday is None and day is None:
                column, says = "cycle_day", f"{this} has the length of a cycle, but not its day in it."
            else:
                continue
            found = "" if column == "weekday" else str(day if column == "cycle_day" and day else "")
            expected = "a weekday; or cycle_day and cycle, such as 1 and 2 for A days"
            yield Finding("error", "slot_without_day", says, Origin(table, row, column), found=found, expected=expected)


@check(*(f"{table}.{name}" for table in _CALLED for name in ("cycle_day", "cycle")))
def cycle_days_beyond_cycle(facts: Facts) -> Iterator[Finding]:
    """Yield slots, and rows of student_times, whose day of the cycle is above the number of its days."""
    for table in _CALLED:
        rows = facts.records.table(table)
        for day, cycle, row in zip(rows.values("cycle_day"), rows.values("cycle"), rows.row, strict=True):
            if day is not None and cycle is not None and day > cycle:
                says = f"A cycle of {cycle} days has no such day."
                origin = Origin(table, row, "cycle_day")
                yield Finding("error", "cycle_day_beyond", says, origin, found=str(day), expected=f"1 to {cycle}")


@check("schedule.cycle_day", "schedule.every")
def every_with_cycle_day(facts: Facts) -> Iterator[Finding]:
    """Yield slots that count weeks although their day is one of a cycle."""
    rows = facts.records.schedule
    for day, every, row in zip(rows.cycle_day, rows.every, rows.row, strict=True):
        if day is not None and every > 1:
            says = "'every' counts weeks, and a cycle has none. A longer cycle can say the same."
            expected = "'every' blank, or a weekday"
            origin = Origin("schedule", row, "every")
            yield Finding("error", "every_with_cycle_day", says, origin, found=str(every), expected=expected)
