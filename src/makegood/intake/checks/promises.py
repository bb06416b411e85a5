"""Checks of what the IEP promises."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from makegood.calendars import Period, SchoolCalendar, date_of
from makegood.intake.checks.check import CALENDARS, DATES, HOLDS, check
from makegood.intake.checks.facts import Facts
from makegood.intake.values import MOST
from makegood.log import ServiceFacts, alike
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin

LONGEST_BLOCK: Final = 366
"""Longer blocks of weeks, months or school days are a slip of the keys."""

BY_TERM: Final = ("quarter", "semester")
"""Periods that are terms of their own: where a calendar has none, `missing_terms` says so."""
_BLOCKS: Final = ("week", "month", "cycle")


@check("services.per", "services.every")
def every_without_block(facts: Facts) -> Iterator[Finding]:
    """Yield services with `every` where no blocks can be counted, and cycles of a single day."""
    services = facts.records.services
    for per, every, row in zip(services.per, services.every, services.row, strict=True):
        if every > 1 and per not in _BLOCKS:
            says = f"'every' has no meaning with per {quoted(per)}."
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


@check("services.per", "services.esy", "services.end")
def total_without_end(facts: Facts) -> Iterator[Finding]:
    """Yield services that promise one total for the whole IEP and have no last day.

    They run to the end of the last school year (or summer) on record, so their figures change when one is added.
    """
    services = facts.records.services
    for per, esy, end, row in zip(services.per, services.esy, services.end, services.row, strict=True):
        if per == "iep" and end is None:
            term = "summer" if esy else "school year"
            says = (
                f"This is one total for the whole IEP, and the line has no last day. It is due by the end of the last "
                f"{term} on record: when the next {term} is added, minutes that count as missed now may count as "
                "still to come."
            )
            origin = Origin("services", row, "end")
            yield Finding("warning", "total_without_end", says, origin, expected="the last day of the IEP")


@check(*DATES, whole=("terms",))
def summer_without_term(facts: Facts) -> Iterator[Finding]:
    """Yield summer services in whose dates no `esy` term lies: nothing would fall due."""
    services = facts.records.services
    for at, esy in enumerate(services.esy):
        calendar, dates = facts.log.services.calendar(at), facts.log.services.dates(at)
        if not esy or calendar is None or dates is None or _has_summer(calendar, *dates):
            continue
        says = (
            f"This is a summer (esy) service, but calendar {quoted(facts.place(calendar.calendar_id))} has no esy term "
            f"from {date_of(dates[0])} to {date_of(dates[1])}. So nothing falls due."
        )
        origin = Origin("services", services.row[at], "esy")
        expected = "an esy term in the service's start to end"
        yield Finding("warning", "esy_without_term", says, origin, found="yes", expected=expected)


@check(*HOLDS, "services.every", whole=CALENDARS)
def nothing_falls_due(facts: Facts) -> Iterator[Finding]:
    """Yield services in whose dates no day can hold their promise, so that it vanishes."""
    services = facts.records.services
    known: dict[tuple[object, ...], bool] = {}
    for at, row in enumerate(services.row):
        holds = facts.log.services.of(at)
        if holds is None or services.every[at] > LONGEST_BLOCK:
            continue
        if holds.esy and not _has_summer(holds.calendar, holds.start, holds.end):
            continue
        if services.per[at] in BY_TERM and services.per[at] not in {term.kind for term in holds.calendar.terms}:
            continue
        key = (id(holds.calendar), services.per[at], services.every[at], holds.start, holds.end, holds.esy)
        if key not in known:
            known[key] = _has_days(holds, facts.log.services.periods(at))
        if not known[key]:
            start, kind = date_of(holds.start), "an esy" if holds.esy else "a year"
            says = (
                f"From {start} to {date_of(holds.end)} calendar {quoted(facts.place(holds.calendar.calendar_id))} has "
                f"no day for a promise per {services.per[at]}. So nothing falls due."
            )
            origin = Origin("services", row, "start")
            expected = f"dates that hold a weekday of {kind} term"
            yield Finding("warning", "nothing_falls_due", says, origin, found=str(start), expected=expected)


def _has_summer(calendar: SchoolCalendar, first: int, last: int) -> bool:
    return any(term.kind == "esy" and term.start <= last and term.end >= first for term in calendar.terms)


def _has_days(holds: ServiceFacts, periods: Iterable[Period]) -> bool:
    """Return whether any period has a day that the promise counts (ledger.md, 2: V)."""
    spans = ((max(one.first, holds.start), min(one.last, holds.end)) for one in periods)
    return any(holds.calendar.count(holds.counted, *span) > 0 for span in spans)


@check("services.student_id", "services.service_type")
def near_service_types(facts: Facts) -> Iterator[Finding]:
    """Yield services of one student whose types differ only in blanks, hyphens or underscores: debts are kept by type.

    Case and outer blanks do not matter: such types are one.
    """
    services = facts.records.services
    bares = {name: re.sub(r"[\s_\-]+", "", alike(name)) for name in services.different("service_type")}
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for at, row in enumerate(services.row):
        name, student = services.service_type[at], services.student_id[at]
        other, before = first.setdefault((student, bares[name]), (name, row))
        if other != name and alike(other) != alike(name):
            says = (
                f"Student {quoted(student)} has another spelling in row {before}. "
                "They count as two services, so a make-up of one does not settle the other."
            )
            origin = Origin("services", row, "service_type")
            yield Finding("warning", "near_service_type", says, origin, found=name, expected=shown(other))
