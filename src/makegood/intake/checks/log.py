"""Checks of single entries of the log."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from makegood.intake.checks.check import CALENDARS, COUNTING, DATES, KIND, SERVED, SERVICE, check
from makegood.intake.checks.facts import REGULAR, Facts
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    import datetime as dt

LONG: Final = 600
"""More minutes than this in one session are likely a slip."""
TIMES_PLANNED: Final = 4
"""So many times the planned minutes in one regular session are likely a slip."""


@check(*COUNTING, *SERVED, "sessions.service_id", "sessions.date", "sessions.minutes_delivered", whole=CALENDARS)
def delivered_without_school(facts: Facts) -> Iterator[Finding]:
    """Yield minutes that were given on a day on which there was no school."""
    log = facts.records.sessions
    calendars = [facts.calendar_of_service(at) for at in range(len(facts.records.services))]
    closed: dict[tuple[int, dt.date], bool] = {}
    for at in facts.counting:
        calendar = calendars[facts.service_of[at]]
        if not log.minutes_delivered[at] or calendar is None:
            continue
        key = (id(calendar), log.date[at])
        if key not in closed:
            closed[key] = not calendar.is_school_day(log.date[at])
        if closed[key]:
            row, day = log.row[at], log.date[at]
            why = calendar.why_closed(day)
            says = f"{log.minutes_delivered[at]} minutes on a day without school ({why})."
            yield Finding(
                "warning",
                "delivered_without_school",
                says,
                Origin("sessions", row, "date"),
                found=str(day),
                expected="a school day",
            )


@check(*COUNTING, *KIND, *DATES, "sessions.service_id", "sessions.date", whole=("terms",))
def outside_service(facts: Facts) -> Iterator[Finding]:
    """Yield regular sessions before their service begins or after it ends."""
    log = facts.records.sessions
    dates = [facts.dates_of(at) for at in range(len(facts.records.services))]
    for at in facts.counting:
        runs = dates[facts.service_of[at]]
        if runs and not runs[0] <= log.date[at] <= runs[1] and facts.kinds[at] == REGULAR:
            row, day = log.row[at], log.date[at]
            says = f"Service '{log.service_id[at]}' does not run on this day. The minutes may count as extra."
            expected = f"{runs[0]} to {runs[1]}"
            yield Finding(
                "warning", "outside_service", says, Origin("sessions", row, "date"), found=str(day), expected=expected
            )


@check("sessions.date")
def after_as_of(facts: Facts) -> Iterator[Finding]:
    """Yield entries dated after the day of the account: they do not count yet."""
    if facts.as_of is None:
        return
    log = facts.records.sessions
    for day, row in zip(log.date, log.row, strict=True):
        if day > facts.as_of:
            says = "This is after the day of the account, so it does not count yet."
            expected = f"{facts.as_of} or earlier"
            yield Finding(
                "warning", "after_as_of", says, Origin("sessions", row, "date"), found=str(day), expected=expected
            )


@check(*COUNTING, *KIND, *SERVICE, "sessions.minutes_delivered", "sessions.minutes_planned", "services.minutes")
def many_minutes(facts: Facts) -> Iterator[Finding]:
    """Yield sessions that are far longer than a day, or than what was planned, allows."""
    log, services = facts.records.sessions, facts.records.services
    for at in facts.counting:
        given = log.minutes_delivered[at]
        if not given:
            continue
        planned = log.minutes_planned[at]
        if planned is None:
            planned = services.minutes[facts.service_of[at]] or 0
        if given > LONG:
            why, expected = f"more than {LONG}", f"up to {LONG}"
        elif planned and given > TIMES_PLANNED * planned and facts.kinds[at] == REGULAR:
            why, expected = f"more than {TIMES_PLANNED} times the {planned} planned", f"about {planned}"
        else:
            continue
        row = log.row[at]
        says = f"The minutes given are {why}. Is this a typing error?"
        yield Finding(
            "warning",
            "many_minutes",
            says,
            Origin("sessions", row, "minutes_delivered"),
            found=str(given),
            expected=expected,
        )


@check(
    *COUNTING,
    *KIND,
    *SERVICE,
    "sessions.reason",
    "sessions.minutes_delivered",
    "sessions.minutes_planned",
    "services.minutes",
)
def missing_without_reason(facts: Facts) -> Iterator[Finding]:
    """Yield how many sessions of a service lack minutes without saying why."""
    log, services = facts.records.sessions, facts.records.services
    lacking: defaultdict[int, list[int]] = defaultdict(list)
    for at in facts.counting:
        if log.reason[at] is not None or facts.kinds[at] != REGULAR:
            continue
        planned = log.minutes_planned[at]
        if planned is None:
            planned = services.minutes[facts.service_of[at]] or 0
        if planned > log.minutes_delivered[at]:
            lacking[facts.service_of[at]].append(log.row[at])
    for service, rows in lacking.items():
        count = "1 session" if len(rows) == 1 else f"{len(rows):,} sessions"
        has = "has" if len(rows) == 1 else "have"
        says = (
            f"{count} of service '{services.service_id[service]}' {has} fewer minutes than planned and no reason. "
            f"{'It counts' if len(rows) == 1 else 'They count'} as 'other'."
        )
        yield Finding(
            "warning",
            "missing_without_reason",
            says,
            Origin("sessions", min(rows), "reason"),
            found="",
            expected="a reason",
        )
