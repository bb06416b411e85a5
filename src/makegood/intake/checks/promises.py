"""Checks of what the IEP promises."""

from collections.abc import Iterator
from typing import Final

from makegood.calendars import SchoolCalendar, day_number
from makegood.intake.checks.check import CALENDARS, DATES, check
from makegood.intake.checks.facts import Facts
from makegood.intake.values import MOST
from makegood.terms.findings import Finding, Origin

LONGEST_BLOCK: Final = 366
"""Longer blocks of weeks, months or school days are a slip of the keys."""

_BLOCKS: Final = ("week", "month", "cycle")
_TERMS: Final = ("quarter", "semester", "year")


@check("services.per", "services.every")
def every_without_block(facts: Facts) -> Iterator[Finding]:
    """Yield services with `every` where no blocks can be counted, and cycles of a single day."""
    services = facts.records.services
    for per, every, row in zip(services.per, services.every, services.row, strict=True):
        if every > 1 and per not in _BLOCKS:
            says = f"'every' has no meaning with per '{per}'."
            expected = "per week, month or cycle; or every blank"
            yield Finding(
                "error",
                "every_without_block",
                says,
                Origin("services", row, "every"),
                found=str(every),
                expected=expected,
            )
        elif every > LONGEST_BLOCK:
            says = "No block is that long."
            expected = f"up to {LONGEST_BLOCK}"
            yield Finding(
                "error", "block_too_long", says, Origin("services", row, "every"), found=str(every), expected=expected
            )
        elif per == "cycle" and every == 1:
            says = "With per 'cycle' and 'every' 1, each cycle is a single day of school."
            expected = "days of school in a cycle, such as 6"
            yield Finding(
                "warning", "cycle_of_one_day", says, Origin("services", row, "every"), found="1", expected=expected
            )


@check("services.minutes", "services.sessions")
def promises_too_large(facts: Facts) -> Iterator[Finding]:
    """Yield services whose minutes x sessions no period can hold."""
    services = facts.records.services
    for minutes, sessions, row in zip(services.minutes, services.sessions, services.row, strict=True):
        if minutes is not None and minutes * (sessions or 1) > MOST:
            says = f"{minutes} minutes x {sessions or 1} sessions is too much for one period."
            expected = f"up to {MOST:,} in all"
            yield Finding(
                "error",
                "promise_too_large",
                says,
                Origin("services", row, "sessions"),
                found=str(sessions or 1),
                expected=expected,
            )


@check(*DATES, "services.esy", whole=("terms",))
def summer_without_term(facts: Facts) -> Iterator[Finding]:
    """Yield summer services in whose dates no `esy` term lies: nothing would fall due."""
    services = facts.records.services
    for at, esy in enumerate(services.esy):
        calendar, dates = facts.calendar_of_service(at), facts.dates_of(at)
        if not esy or calendar is None or dates is None:
            continue
        first, last = map(day_number, dates)
        if not _has_summer(calendar, first, last):
            row = services.row[at]
            says = (
                f"This is a summer (esy) service, but calendar '{calendar.calendar_id}' has no esy term "
                f"from {dates[0]} to {dates[1]}. So nothing falls due."
            )
            expected = "an esy term in the service's start to end"
            yield Finding(
                "warning", "esy_without_term", says, Origin("services", row, "esy"), found="yes", expected=expected
            )


@check(*DATES, "services.esy", "services.per", whole=CALENDARS)
def nothing_falls_due(facts: Facts) -> Iterator[Finding]:
    """Yield services in whose dates no day can hold their promise, so that it vanishes."""
    services = facts.records.services
    for at, row in enumerate(services.row):
        calendar, dates, esy = facts.calendar_of_service(at), facts.dates_of(at), services.esy[at]
        if calendar is None or dates is None:
            continue
        first, last = map(day_number, dates)
        if esy and not _has_summer(calendar, first, last):
            continue
        if not _has_days(calendar, services.per[at] or "", first, last, esy=esy):
            says = (
                f"From {dates[0]} to {dates[1]} calendar '{calendar.calendar_id}' has no day for a promise per "
                f"{services.per[at]}. So nothing falls due."
            )
            kind = "an esy" if esy else "a year"
            expected = f"dates that hold a weekday of {kind} term"
            yield Finding(
                "warning",
                "nothing_falls_due",
                says,
                Origin("services", row, "start"),
                found=str(dates[0]),
                expected=expected,
            )


def _has_summer(calendar: SchoolCalendar, first: int, last: int) -> bool:
    return any(term.kind == "esy" and term.start <= last and term.end >= first for term in calendar.terms)


def _has_days(calendar: SchoolCalendar, per: str, first: int, last: int, *, esy: bool) -> bool:
    """Return whether any period has a day that the promise counts (ledger.md, 2: V) from first to last."""
    counted = calendar.esy if esy else calendar.year
    if per == "cycle":
        counted, kind = calendar.school, "esy" if esy else "year"
    elif per in _TERMS:
        kind = per
    else:
        return calendar.count(counted, first, last) > 0
    spans = [(max(t.start, first), min(t.end, last)) for t in calendar.terms if t.kind == kind]
    return any(calendar.count(counted, *span) > 0 for span in spans)


@check("services.student_id", "services.service_type")
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
                f"Student '{student}' has another spelling in row {before}. "
                "They count as two services, so a make-up of one does not settle the other."
            )
            yield Finding(
                "warning",
                "near_service_type",
                says,
                Origin("services", row, "service_type"),
                found=name,
                expected=other,
            )
