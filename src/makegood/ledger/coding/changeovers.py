"""Weeks and months in which one line of the IEP follows another, and both together promise an odd amount."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from makegood.calendars import Period, date_of, weekdays_in
from makegood.ledger.coding.roster import Roster
from makegood.ledger.coding.weighed import Weights, in_force, weigh_period, whole_of
from makegood.ledger.fold.days import half_up
from makegood.log import ServiceFacts, alike
from makegood.terms.findings import Finding, Origin

ROUNDED: Final = 1
"""Two parts of one promise, each to the nearest minute, may differ from the whole by so much."""


def changeovers(
    roster: Roster, periods: Sequence[Sequence[Period]], weights: Sequence[Sequence[Weights]]
) -> Iterator[Finding]:
    """Yield changeovers whose period promises more, or less, than the old plan and the new one do alone.

    One line follows another where it begins after that one's end, with no weekday of a term between. Where no slots
    weigh the days, the two parts of a period lie between the two plans; so only lines with slots are looked at.

    Args:
        roster: Who and what is accounted for.
        periods: Each service's periods, in order.
        weights: Each service's periods whose days are weighed by slots.
    """
    lines: defaultdict[tuple[str, str, bool], list[int]] = defaultdict(list)
    services = roster.records.services
    for at, facts in enumerate(roster.services):
        key = (services.student_id[facts.place], alike(services.service_type[facts.place]), facts.esy)
        lines[key].append(at)
    for several in lines.values():
        if len(several) > 1 and any(weights[at] for at in several):
            yield from _of_lines(roster, several, periods, weights)


def _of_lines(
    roster: Roster, lines: list[int], periods: Sequence[Sequence[Period]], weights: Sequence[Sequence[Weights]]
) -> Iterator[Finding]:
    found: defaultdict[tuple[Period, int, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for old in lines:
        end = roster.services[old].end
        for new in lines:
            start = roster.services[new].start
            period = _changed_in(roster.services[new], end, start, periods[new])
            if period is not None and period in periods[old]:
                ending, starting = found[period, end, start]
                ending.add(old)
                starting.add(new)
    for (period, _, start), (ending, starting) in sorted(found.items(), key=lambda one: one[0][1:]):
        both = sum(_promised(roster, at, period, periods[at], weights[at]) for at in ending | starting)
        before, after = (sum(_alone(roster, at, period) for at in ats) for ats in (ending, starting))
        if not min(before, after) - ROUNDED <= both <= max(before, after) + ROUNDED:
            yield _finding(roster, period, start, (both, before, after), (ending, starting))


def _changed_in(new: ServiceFacts, end: int, start: int, periods: Sequence[Period]) -> Period | None:
    """Return the period in which a line that ends on a day is followed by one that starts, if it is."""
    if not end < start or new.calendar.count(new.term_days, end + 1, start - 1):
        return None
    return next((one for one in periods if one.first <= end and start <= one.last), None)


def _promised(roster: Roster, at: int, period: Period, periods: Sequence[Period], weights: Sequence[Weights]) -> int:
    """Return what a line promises in a period, of which it may have a part only (ledger.md, 2)."""
    facts = roster.services[at]
    nth = periods.index(period)
    own = next((one for one in weights if one.nth == nth and one.partly), None)
    if own is not None:
        return half_up(roster.records.services.whole(facts.place), own.served, own.whole)
    return _by_days(roster, facts, period)


def _alone(roster: Roster, at: int, period: Period) -> int:
    """Return what a line would promise in a period if it held in all of it."""
    facts = roster.services[at]
    through = replace(facts, start=min(facts.start, period.first), end=max(facts.end, period.last))
    if facts.calendar.count(facts.term_days, period.first, period.last) < weekdays_in(period.first, period.last):
        slots = in_force(roster.log.slots.of(facts), period)
        whole, served, _ = weigh_period(roster, through, period, slots)
        if whole:
            return half_up(roster.records.services.whole(facts.place), served, whole)
    return _by_days(roster, through, period)


def _by_days(roster: Roster, facts: ServiceFacts, period: Period) -> int:
    services = roster.records.services
    in_terms = facts.calendar.count(facts.counted, period.first, period.last)
    whole = whole_of(services.per[facts.place] or "", in_terms, period)
    served = facts.calendar.count(facts.counted, max(period.first, facts.start), min(period.last, facts.end))
    return half_up(services.whole(facts.place), served, whole) if whole else 0


def _finding(
    roster: Roster, period: Period, start: int, figures: tuple[int, int, int], lines: tuple[set[int], set[int]]
) -> Finding:
    services, (both, before, after) = roster.records.services, figures
    old, new = (sorted(services.row[roster.services[at].place] for at in ats) for ats in lines)
    place = next(roster.services[at].place for at in lines[1])
    says = (
        f"This plan follows that of row {' and '.join(map(str, old))}. In the {services.per[place]} from "
        f"{date_of(period.first)} to {date_of(period.last)} both together promise {both} minutes by their slots; "
        f"the old plan alone promises {before} and the new one {after}."
    )
    return Finding(
        "warning",
        "changeover",
        says,
        Origin("services", new[0], "start"),
        found=str(date_of(start)),
        expected="a look at what the team meant for that time",
    )
