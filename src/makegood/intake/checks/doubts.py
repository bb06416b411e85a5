"""Checks for what an auditor would ask about, where no policy has to be asked what a word means.

Doubts that hang on a reason or on the kind of an absence (`makegood.log.doubts.OF_REASONS`) are looked for when the
account is drawn up: a word may be a local code, which only the packs can read, and the intake does not know these.
"""

from collections.abc import Iterator

from makegood.intake.checks.check import CALENDARS, COUNTING, DATES, HOLDS, KIND, SERVED, SERVICE, SLOTS, check
from makegood.intake.checks.facts import Facts
from makegood.log import doubts
from makegood.terms.findings import Finding


@check(*COUNTING, *SERVICE, *SERVED, "sessions.date", "sessions.minutes_delivered", whole=CALENDARS)
def delivered_without_school(facts: Facts) -> Iterator[Finding]:
    """Yield minutes that were given on a day on which the service's own school had no school."""
    return doubts.delivered_without_school(facts.log)


@check(*COUNTING, *KIND, *SERVICE, "sessions.date", "sessions.minutes_delivered", "sessions.start_time")
def brought_in_twice(facts: Facts) -> Iterator[Finding]:
    """Yield rows of one service, day, length and kind that do not begin at different times: one session, twice?"""
    return doubts.brought_in_twice(facts.log)


@check(*HOLDS, *SLOTS, "services.minutes", "services.sessions", "services.every", whole=CALENDARS)
def slots_over_promise(facts: Facts) -> Iterator[Finding]:
    """Yield services whose slots hold more minutes in every day, cycle, week or month than they promise."""
    return doubts.slots_over_promise(facts.log)


@check(*DATES, whole=CALENDARS)
def outlives_calendar(facts: Facts) -> Iterator[Finding]:
    """Yield calendars after whose last term services go on: nothing falls due any more."""
    return doubts.outlives_calendar(facts.log)
