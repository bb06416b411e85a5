"""The periods of services whose days are weighed by their slots (ledger.md, 2)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from makegood.calendars import Period, is_weekday, weekdays_in
from makegood.ledger.coding.roster import Roster
from makegood.log import ServiceFacts, Slot
from makegood.policies import Policy

WEEKS_AND_MONTHS: Final = ("week", "month")
"""The periods that can lie partly outside the terms; blocks of them too."""

_SOON: Final = 14
"""Days after a period within which slots that come into force stand for it, where none was in force in it."""


class Weights(NamedTuple):
    """One period of a service, its days weighed in minutes of slots: by the columns of `Weighed`."""

    nth: int
    partly: int
    whole: int
    served: int
    school: int


def whole_of(per: str, in_terms: int, period: Period) -> int:
    """Return the days that a period's promise is shared over (W; ledger.md, 2).

    Of a week or month, or a block of them, of which terms hold under half of the weekdays, these are all its weekdays.

    Args:
        per: How often the promise falls due.
        in_terms: The period's weekdays inside the terms, or its school days for a cycle.
        period: The period.
    """
    if per in WEEKS_AND_MONTHS:
        weekdays = weekdays_in(period.first, period.last)
        return weekdays if 2 * in_terms < weekdays else in_terms
    return in_terms


def weigh(roster: Roster, periods: Sequence[Sequence[Period]]) -> list[list[Weights]]:
    """Return for each service the weights of its periods, where they are looked at.

    That is where the service does not have all weekdays of the period, and for `by_school_days` always; unless no slot
    falls on any day of it.

    Args:
        roster: Who and what is accounted for.
        periods: Each service's periods, in order; services alike share a list.
    """
    partly: dict[int, list[int]] = {}
    return [_weights(roster, at, own, partly) for at, own in enumerate(periods)]


def _weights(roster: Roster, at: int, periods: Sequence[Period], partly: dict[int, list[int]]) -> list[Weights]:
    facts, services = roster.services[at], roster.records.services
    slots = roster.log.slots.of(facts)
    if not slots or services.per[facts.place] not in WEEKS_AND_MONTHS:
        return []
    if id(periods) not in partly:
        partly[id(periods)] = [nth for nth, period in enumerate(periods) if _is_partly_served(facts, period)]
    short = partly[id(periods)]
    always = _may_count_by_school_days(roster.policies[roster.policy[at]])
    found = []
    for nth in range(len(periods)) if always else short:
        whole, served, school = weigh_period(roster, facts, periods[nth], in_force(slots, periods[nth]))
        if whole:
            found.append(Weights(nth, int(nth in short), whole, served, school))
    return found


def _is_partly_served(facts: ServiceFacts, period: Period) -> bool:
    served = facts.calendar.count(facts.term_days, max(period.first, facts.start), min(period.last, facts.end))
    return served < weekdays_in(period.first, period.last)


def in_force(slots: tuple[Slot, ...], period: Period) -> list[Slot]:
    """Return the slots in force on some day of a period; if there are none, those that soon come into force."""
    now = [
        slot for slot in slots if slot.first <= slot.last and slot.first <= period.last and slot.last >= period.first
    ]
    soon = [slot for slot in slots if slot.first <= slot.last and period.last < slot.first <= period.last + _SOON]
    return now or soon


def weigh_period(roster: Roster, facts: ServiceFacts, period: Period, slots: list[Slot]) -> tuple[int, int, int]:
    """Return W, V and F in minutes of slots, each slot taken to fall on all days of its pattern."""
    whole, served, school = 0, 0, 0
    calendar = facts.calendar
    kind = "esy" if facts.esy else "year"
    for slot in slots:
        cycle_days = roster.log.slots.cycle_days(facts, slot)
        for day in range(period.first, period.last + 1):
            if slot.falls_on(day, cycle_days):
                whole += slot.minutes
                if facts.start <= day <= facts.end and calendar.term_of(kind, day) is not None:
                    served += slot.minutes
                    # A weekend day counts unless the calendar has no school for it.
                    has_school = facts.is_school_day(day) or not (is_weekday(day) or calendar.kind_of(day))
                    school += slot.minutes * has_school
    return whole, served, school


def _may_count_by_school_days(policy: Policy) -> bool:
    return any(version.short_period == "by_school_days" for pack in policy.line for version in pack.versions)
