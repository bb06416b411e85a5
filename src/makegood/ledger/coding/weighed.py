"""The periods of services whose days are weighed by their slots (ledger.md, 2)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from makegood.calendars import Period, is_weekday, weekdays_in
from makegood.ledger.coding.roster import Roster
from makegood.log import ServiceFacts, Slot
from makegood.policies import Policy

_WEIGHED_PERIODS: Final = ("week", "month")
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
    if per in ("week", "month"):
        weekdays = weekdays_in(period.first, period.last)
        return weekdays if 2 * in_terms < weekdays else in_terms
    return in_terms


def weigh(roster: Roster, at: int, periods: Sequence[Period]) -> list[Weights]:
    """Return the weights of a service's periods, where they are looked at.

    That is where the service does not have all weekdays of the period, and for `by_school_days` always; unless no slot
    falls on any day of it.

    Args:
        roster: Who and what is accounted for.
        at: The service's place in the roster.
        periods: Its periods, in order.
    """
    facts, services = roster.services[at], roster.records.services
    slots = roster.log.slots.of(facts)
    if not slots or services.per[facts.place] not in _WEIGHED_PERIODS:
        return []
    always = _may_count_by_school_days(roster.policies[roster.policy[at]])
    found = []
    for nth, period in enumerate(periods):
        served = facts.calendar.count(facts.term_days, max(period.first, facts.start), min(period.last, facts.end))
        partly = served < weekdays_in(period.first, period.last)
        if partly or always:
            whole, of_service, school = weigh_period(roster, facts, period, in_force(slots, period))
            if whole:
                found.append(Weights(nth, int(partly), whole, of_service, school))
    return found


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
