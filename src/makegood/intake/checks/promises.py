"""Checks of what the IEP promises."""

from collections.abc import Iterator
from typing import Final

from makegood.calendars import day_number
from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding

_BLOCKS: Final = ("week", "month", "cycle")


def every_without_block(facts: Facts) -> Iterator[Finding]:
    """Yield services with `every` where no blocks can be counted, and cycles of a single day."""
    services = facts.records.services
    for per, every, row in zip(services.per, services.every, services.row, strict=True):
        if every > 1 and per not in _BLOCKS:
            says = f"services, row {row}: 'every' is {every}, but it has no meaning with per '{per}'."
            expected = "per week, month or cycle; or every blank"
            yield Finding("error", "every_without_block", says, "services", row, "every", str(every), expected)
        elif per == "cycle" and every == 1:
            says = f"services, row {row}: per is 'cycle' and 'every' is 1: each cycle is a single day of school."
            expected = "days of school in a cycle, such as 6"
            yield Finding("warning", "cycle_of_one_day", says, "services", row, "every", "1", expected)


def summer_without_term(facts: Facts) -> Iterator[Finding]:
    """Yield summer services in whose dates no `esy` term lies: nothing would fall due."""
    services = facts.records.services
    for at, esy in enumerate(services.esy):
        calendar, dates = facts.calendar_of_service(at), facts.dates_of(at)
        if not esy or calendar is None or dates is None:
            continue
        first, last = map(day_number, dates)
        if not any(t.kind == "esy" and t.start <= last and t.end >= first for t in calendar.terms):
            row = services.row[at]
            says = (
                f"services, row {row} is a summer (esy) service, but no esy term of calendar "
                f"'{calendar.calendar_id}' lies in its dates, {dates[0]} to {dates[1]}. So nothing falls due."
            )
            expected = "an esy term in the service's start to end"
            yield Finding("warning", "esy_without_term", says, "services", row, "esy", "yes", expected)


def near_service_types(facts: Facts) -> Iterator[Finding]:
    """Yield services of one student whose types differ only in case: debts are kept by type."""
    services = facts.records.services
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for at, row in enumerate(services.row):
        name = services.service_type[at]
        student = services.student_id[at]
        other, before = first.setdefault((student, name.casefold()), (name, row))
        if other != name:
            says = (
                f"services, row {row}: student '{student}' has the service types '{name}' here and '{other}' in "
                f"row {before}. They count as two, so a make-up of one does not settle the other."
            )
            yield Finding("warning", "near_service_type", says, "services", row, "service_type", name, other)
