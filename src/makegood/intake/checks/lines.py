"""Checks of service lines beside one another, and beside what was held: is this what the plan says?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from makegood.intake.checks.check import COUNTING, DATES, KIND, SERVICE, check
from makegood.intake.checks.facts import REGULAR, Facts
from makegood.terms.findings import Finding, Origin

LONG_PERIODS: Final = ("month", "quarter", "semester", "year", "iep")
ROWS: Final = 2
"""One session can always be short: so many of them say something."""

_WHAT: Final = tuple(f"services.{name}" for name in ("service_type", "delivery", "group_max", "setting", "esy", "plan"))


@check(*DATES, *_WHAT, whole=("terms",))
def overlapping_lines(facts: Facts) -> Iterator[Finding]:
    """Yield lines of one student, service type, delivery and setting that run at the same time: both promise."""
    services = facts.records.services
    alike: defaultdict[tuple[object, ...], list[tuple[dt.date, int, dt.date]]] = defaultdict(list)
    for at, row in enumerate(services.row):
        runs = facts.dates_of(at)
        if runs and runs[0] <= runs[1]:
            alike[services.student_id[at], *_what(facts, at)].append((runs[0], row, runs[1]))
    for (student, *_), lines in alike.items():
        last, other = dt.date.min, 0
        for start, row, end in sorted(lines):
            if start <= last:
                says = (
                    f"Student '{student}' has another line of this service in row {other}, which runs until {last}. "
                    "Both promise minutes. If this line amends that one, that one has to end the day before."
                )
                expected = f"'end' in row {other} before {start}, unless both are promised"
                origin = Origin("services", row, "start")
                yield Finding("warning", "overlapping_lines", says, origin, found=str(start), expected=expected)
            last, other = max((last, other), (end, row))


@check(*COUNTING, *KIND, *SERVICE, "sessions.minutes_delivered", "sessions.reason", "services.minutes",
       "services.sessions", "services.per")  # fmt: skip
def total_or_session(facts: Facts) -> Iterator[Finding]:
    """Yield services of one session in a month or longer whose sessions were all far shorter: it may be a total."""
    log, services = facts.records.sessions, facts.records.services
    given: defaultdict[int, list[int]] = defaultdict(list)
    for at in facts.counting:
        if log.minutes_delivered[at] and log.reason[at] is None and facts.kinds[at] == REGULAR:
            given[facts.service_of[at]].append(log.minutes_delivered[at])
    for place, minutes in sorted(given.items()):
        promised, per = services.minutes[place], services.per[place]
        single = services.sessions[place] == 1 and per in LONG_PERIODS and len(minutes) >= ROWS
        if single and promised is not None and 2 * max(minutes) <= promised:
            says = (
                f"This promises one session of {promised} minutes in each {'IEP' if per == 'iep' else per}, but the "
                f"longest session on record has {max(minutes)}. Are the minutes a total, however they are given?"
            )
            origin = Origin("services", services.row[place], "sessions")
            expected = "a blank, if the minutes are a total"
            yield Finding("warning", "total_or_session", says, origin, found="1", expected=expected)


def _what(facts: Facts, at: int) -> tuple[object, ...]:
    """Return what makes two lines one service, without regard to case and outer blanks."""
    services = facts.records.services
    most = services.group_max[at]
    delivery = services.delivery[at] or (None if most is None else "individual" if most == 1 else "group")
    words = (services.service_type[at], delivery, services.setting[at], services.plan[at])
    return (*(word.strip().casefold() if word else None for word in words), services.esy[at])
