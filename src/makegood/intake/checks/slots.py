"""Checks of the weekly slots and of the days of a cycle."""

from collections.abc import Iterator

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding, Origin


@check("schedule.weekday", "schedule.cycle_day", "schedule.cycle")
def slots_without_day(facts: Facts) -> Iterator[Finding]:
    """Yield slots that have neither a weekday nor a day of a cycle, or both, or only half of a cycle's day."""
    rows = facts.records.schedule
    for weekday, day, cycle, row in zip(rows.weekday, rows.cycle_day, rows.cycle, rows.row, strict=True):
        if weekday is None and day is None and cycle is None:
            column, says = "weekday", "This slot has no day."
        elif weekday is not None and (day is not None or cycle is not None):
            column, says = "cycle_day", "This slot has both a weekday and a day of a cycle."
        elif weekday is None and cycle is None:
            column, says = "cycle", "This slot has a day of a cycle, but not how many days the cycle has."
        elif weekday is None and day is None:
            column, says = "cycle_day", "This slot has the length of a cycle, but not its day in it."
        else:
            continue
        found = "" if column == "weekday" else str(day if column == "cycle_day" and day else "")
        expected = "a weekday; or cycle_day and cycle, such as 1 and 2 for A days"
        yield Finding(
            "error", "slot_without_day", says, Origin("schedule", row, column), found=found, expected=expected
        )


@check("schedule.cycle_day", "schedule.cycle")
def cycle_days_beyond_cycle(facts: Facts) -> Iterator[Finding]:
    """Yield slots whose day of the cycle is above the number of its days."""
    rows = facts.records.schedule
    for day, cycle, row in zip(rows.cycle_day, rows.cycle, rows.row, strict=True):
        if day is not None and cycle is not None and day > cycle:
            says = f"A cycle of {cycle} days has no such day."
            origin = Origin("schedule", row, "cycle_day")
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
