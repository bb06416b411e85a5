"""Checks of single entries of the sessions."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from makegood.calendars import date_of
from makegood.intake.checks.check import AWAY, CALENDARS, COUNTING, DATES, KIND, PLANNED, check
from makegood.intake.checks.facts import Facts
from makegood.terms.echo import quoted
from makegood.terms.findings import Alike, Finding, Origin

WHOLE: Final = (*CALENDARS, "schedule")
LONG: Final = 600
"""More minutes than this in one session are likely a slip."""
SHORT: Final = 4
"""So many minutes are never far more than what was planned."""
TIMES_PLANNED: Final = 4
"""So many times the planned minutes in one regular session are likely a slip."""


@check(*COUNTING, *KIND, *DATES, "sessions.service_id", "sessions.date", whole=("terms",))
def outside_service(facts: Facts) -> Iterator[Finding]:
    """Yield regular sessions before their service begins or after it ends."""
    sessions, log = facts.records.sessions, facts.log
    for at in log.that_may(lambda rows: rows.outside_dates()):
        runs = log.services.dates(log.service_of[at])
        if runs and not runs[0] <= log.days[at] <= runs[1] and log.kinds[at] == "regular":
            says = (
                f"Service {quoted(sessions.service_id[at])} does not run on this day. The minutes may count as extra."
            )
            origin = Origin("sessions", sessions.row[at], "date")
            expected = f"{date_of(runs[0])} to {date_of(runs[1])}"
            found = str(sessions.date[at])
            yield Finding("warning", "outside_service", says, origin, found=found, expected=expected)


@check("sessions.date")
def after_as_of(facts: Facts) -> Iterator[Alike]:
    """Yield entries dated after the day of the account: they do not count yet."""
    if facts.as_of is None:
        return
    sessions, as_of = facts.records.sessions, facts.as_of
    late = {day for day in sessions.different("date") if day > as_of}
    count = sum(map(late.__contains__, sessions.date)) if late else 0

    def each() -> Iterator[Finding]:
        says, expected = "This is after the day of the account, so it does not count yet.", f"{as_of} or earlier"
        for day, row in zip(sessions.date, sessions.row, strict=True):
            if day in late:
                origin = Origin("sessions", row, "date")
                yield Finding("warning", "after_as_of", says, origin, found=str(day), expected=expected)

    if count:
        yield Alike("warning", "after_as_of", "sessions", "date", count, each)


@check(*PLANNED, whole=WHOLE)
def many_minutes(facts: Facts) -> Iterator[Finding]:
    """Yield sessions that are far longer than a day, or than what was planned, allows."""
    sessions, log = facts.records.sessions, facts.log
    for at in log.that_may(lambda rows: rows.over(LONG, TIMES_PLANNED)):
        given = sessions.minutes_delivered[at]
        if given <= SHORT:
            continue
        planned = log.lengths.planned(at).minutes
        if given > LONG:
            why, expected = f"more than {LONG}", f"up to {LONG}"
        elif planned and given > TIMES_PLANNED * planned and log.kinds[at] == "regular":
            why, expected = f"more than {TIMES_PLANNED} times the {planned} planned", f"about {planned}"
        else:
            continue
        says = f"The minutes given are {why}. Is this a typing error?"
        origin = Origin("sessions", sessions.row[at], "minutes_delivered")
        yield Finding("warning", "many_minutes", says, origin, found=str(given), expected=expected)


@check(*PLANNED, *AWAY, whole=(*WHOLE, "student_absences", "provider_absences"))
def missing_without_reason(facts: Facts) -> Iterator[Finding]:
    """Yield how many sessions of a service lack minutes without saying why, and no absence on record says it."""
    sessions, log, services = facts.records.sessions, facts.log, facts.records.services
    lacking: defaultdict[int, list[int]] = defaultdict(list)
    for at in log.that_may(lambda rows: rows.short()):
        if sessions.reason[at] is not None or log.kinds[at] != "regular":
            continue
        if log.lengths.planned(at).minutes > sessions.minutes_delivered[at] and not log.reason(at).from_absences:
            lacking[log.service_of[at]].append(sessions.row[at])
    for service, rows in lacking.items():
        count = "1 session" if len(rows) == 1 else f"{len(rows):,} sessions"
        has = "has" if len(rows) == 1 else "have"
        says = (
            f"{count} of service {quoted(services.service_id[service])} {has} fewer minutes than planned and no "
            f"reason. {'It counts' if len(rows) == 1 else 'They count'} as 'other'."
        )
        origin = Origin("sessions", min(rows), "reason")
        yield Finding("warning", "missing_without_reason", says, origin, found="", expected="a reason")
