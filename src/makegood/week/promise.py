"""How many regular sessions a promise asks for, and how often: ledger.md's words as days of a week."""

from math import ceil, gcd
from typing import Final, NamedTuple

from makegood.calendars import monday_of
from makegood.log import Log, ServiceFacts
from makegood.week.caseload import Place
from makegood.week.pattern import SCHOOL_WEEK

MONTH: Final = 4
"""Whole weeks that every month has: a session in each so many weeks is in every month at least once."""
LONGEST_CYCLE: Final = 12
"""A longer block of school days is counted in weeks: nobody can remember day 17 of 30."""
LONGEST: Final = 60
"""Minutes of one session where a total is promised and nothing says how it is given."""
_RATES: Final = ((1, 4), (1, 2), (3, 4), (1, 1), (3, 2), *((n, 1) for n in range(2, 11)))
"""Sessions and weeks, from rare to often."""


class Often(NamedTuple):
    """So many sessions in each block of so many weeks, or in each cycle of school days."""

    sessions: int
    weeks: int = 1
    cycle: int = 0


class Length(NamedTuple):
    """How long one session is, in minutes, and where that is from: `iep`, `slot`, `log` or `total`."""

    minutes: int
    source: str


def length_of(whole: int, written: int | None, slot: int | None, usual: int | None) -> Length:
    """Return how long one session is.

    Args:
        whole: The minutes promised in a period.
        written: What the IEP says, if it says it.
        slot: What the present slots last, if there are any.
        usual: What the student's sessions of this kind usually lasted, if the log has them.
    """
    for minutes, source in ((written, "iep"), (slot, "slot"), (usual, "log")):
        if minutes:
            return Length(min(minutes, whole) or minutes, source)
    return Length(ceil(whole / ceil(whole / LONGEST)), "total")


def often(log: Log, place: int, facts: ServiceFacts, minutes: int, first: int) -> Often:
    """Return how often sessions of so many minutes are needed, so that every period can hold what it promises.

    A month is counted as four weeks. A quarter, a semester, a year and the time of an IEP have the weeks with school
    that the calendar gives them, and the rarest rhythm is taken that reaches what they promise.

    Args:
        log: The log of the records, which knows the periods.
        place: The place of the service in its table.
        facts: Its calendar and dates.
        minutes: How long one session is.
        first: The first day of the week (a day number).
    """
    table = log.records.services
    sessions = ceil(table.whole(place) / minutes)
    per, every = table.per[place] or "week", table.every[place]
    if per == "day":
        return Often(sessions * SCHOOL_WEEK)
    if per == "cycle":
        if every == 1:
            return Often(sessions * SCHOOL_WEEK)
        if every <= LONGEST_CYCLE:
            return Often(sessions, cycle=every)
        return Often(sessions, max(1, every // SCHOOL_WEEK))
    if per in {"week", "month"}:
        weeks = every * (MONTH if per == "month" else 1)
        shared = gcd(sessions, weeks)
        return Often(sessions // shared, weeks // shared)
    return _in_long_periods(log, place, facts, sessions, first)


def places_of(rhythm: Often, offset: int) -> list[Place]:
    """Return the sessions of a week that a rhythm asks for; those of one block are shared evenly over its weeks.

    Args:
        rhythm: The rhythm.
        offset: The week of the first day within the service's own block of weeks, from 0 on.
    """
    if rhythm.cycle:
        return [Place(cycle=rhythm.cycle)] * rhythm.sessions
    weeks = rhythm.weeks
    count = ceil(rhythm.sessions / weeks)
    places = []
    for n in range(count):
        held = rhythm.sessions // count + (n < rhythm.sessions % count)
        shared = gcd(held, weeks)
        held, every = held // shared, weeks // shared
        # Once in a block, any week of it will do; several are in its first weeks.
        phases = tuple(range(every)) if held == 1 else (-offset % every,)
        places.append(Place(every=every, held=held, phases=phases))
    return places


def _in_long_periods(log: Log, place: int, facts: ServiceFacts, sessions: int, first: int) -> Often:
    weeks = []
    for period in log.services.periods(place):
        begin, last = max(period.first, facts.start), min(period.last, facts.end)
        if last < first:
            continue
        days = [day for day in facts.calendar.days_of(facts.school_days) if period.first <= day <= period.last]
        whole = len({monday_of(day) for day in days})
        held = len({monday_of(day) for day in days if begin <= day <= last})
        if held:
            weeks.append((held, ceil(sessions * held / whole)))
    return next(
        (
            Often(times, per)
            for times, per in _RATES
            if all(held * times // per >= due for held, due in weeks)
        ),
        Often(max((ceil(due / held) for held, due in weeks), default=1)),
    )  # fmt: skip
