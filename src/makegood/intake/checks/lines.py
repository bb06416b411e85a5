"""Checks of service lines beside one another, and beside what was held: is this what the plan says?"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from makegood.calendars import date_of
from makegood.intake.checks.check import COUNTING, DATES, KIND, SERVICE, check
from makegood.intake.checks.facts import Facts
from makegood.intake.folded import MOST
from makegood.log import alike
from makegood.terms.echo import quoted
from makegood.terms.findings import Alike, Finding, Origin

LONG_PERIODS: Final = ("month", "quarter", "semester", "year", "iep")
ROWS: Final = 2
"""One session can always be short: so many of them say something."""

NEVER: Final = -1
"""Before any day number of a record."""

_WHAT: Final = tuple(f"services.{name}" for name in ("service_type", "delivery", "group_max", "setting", "esy", "plan"))


@check(*DATES, *_WHAT, whole=("terms",))
def overlapping_lines(facts: Facts) -> Iterator[Finding | Alike]:
    """Yield lines of one student, service type, delivery and setting that run at the same time: both promise."""
    services = facts.records.services
    count = Counter(services.student_id)
    same: defaultdict[tuple[object, ...], list[tuple[int, int, int]]] = defaultdict(list)
    for at, row in enumerate(services.row):
        runs = facts.log.services.dates(at) if count[services.student_id[at]] > 1 else None
        if runs and runs[0] <= runs[1]:
            same[services.student_id[at], *_what(facts, at)].append((runs[0], row, runs[1]))
    doubled: list[_Doubled] = []
    for (student, *_), lines in same.items():
        last, other = NEVER, 0
        for start, row, end in sorted(lines):
            if start <= last:
                doubled.append(_Doubled(student, row, start, other, last))
            last, other = max((last, other), (end, row))
    if len(doubled) > MOST:
        each = partial(map, _overlap, doubled)
        yield Alike("warning", "overlapping_lines", "services", "start", len(doubled), each)
    else:
        yield from map(_overlap, doubled)


class _Doubled(NamedTuple):
    """A line that begins (a day number) while another of the same service runs, and until when that one does."""

    student: object
    row: int
    start: int
    other: int
    last: int


def _overlap(line: _Doubled) -> Finding:
    says = (
        f"Student {quoted(line.student)} has another line of this service in row {line.other}, which runs until "
        f"{date_of(line.last)}. Both promise minutes. If this line amends that one, that one has to end the day before."
    )
    start, origin = str(date_of(line.start)), Origin("services", line.row, "start")
    expected = f"'end' in row {line.other} before {start}, unless both are promised"
    return Finding("warning", "overlapping_lines", says, origin, found=start, expected=expected)


@check(*COUNTING, *KIND, *SERVICE, "sessions.minutes_delivered", "sessions.reason", "services.minutes",
       "services.sessions", "services.per")  # fmt: skip
def total_or_session(facts: Facts) -> Iterator[Finding]:
    """Yield services of one session in a month or longer whose sessions were all far shorter: it may be a total."""
    sessions, services, log = facts.records.sessions, facts.records.services, facts.log
    singles = {
        place
        for place, (often, per) in enumerate(zip(services.sessions, services.per, strict=True))
        if often == 1 and per in LONG_PERIODS
    }
    given: defaultdict[int, list[int]] = defaultdict(list)
    for at in log.that_may(lambda rows: rows.of(singles)) if singles else ():
        service, minutes_given = log.service_of[at], sessions.minutes_delivered[at]
        if service in singles and minutes_given and sessions.reason[at] is None and log.kinds[at] == "regular":
            given[service].append(minutes_given)
    for place, minutes in sorted(given.items()):
        promised, per = services.minutes[place], services.per[place]
        if len(minutes) >= ROWS and promised is not None and 2 * max(minutes) <= promised:
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
    return (*(alike(word) if word else None for word in words), services.esy[at])
