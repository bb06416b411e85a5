"""Slots of the schedule of which no row tells: gaps that are inferred, never logged (ledger.md, 3)."""

from collections.abc import Collection
from typing import NamedTuple

from makegood.calendars import Period, day_number
from makegood.log.log import Log
from makegood.log.services import ServiceFacts
from makegood.log.slots import Slot
from makegood.terms.reasons import PARTY_OF, UNRECORDED

NO_SCHOOL = "no_school"


class EmptySlot(NamedTuple):
    """A slot of which no row tells; such slots sort as they are written here.

    Attributes:
        service: The place of its service.
        day: A day number.
        start_time: Minutes after midnight.
        minutes: How long it was planned to last.
        provider: Who was to give it; empty if nobody is named.
        reason: Why nothing was held, as far as the calendar and the absences say; else `unrecorded`.
    """

    service: int
    day: int
    start_time: int
    minutes: int
    provider: str
    reason: str


def empty_slots(log: Log, services: Collection[int]) -> list[EmptySlot]:
    """Return the slots of services of which no row tells, up to the log's as-of date, by service, day and time.

    They are looked for on the weekdays of the service's terms and on its school days (of a `cycle` on school days
    only), in a closed period also after the as-of date: there is no school on these days.
    """
    found: list[EmptySlot] = []
    looked_at: dict[tuple[int, bool, bool], frozenset[int]] = {}
    for service in services:
        facts = log.services.of(service)
        if facts is not None and (slots := log.slots.of(facts)):
            if facts.terms_and_calendar not in looked_at:
                looked_at[facts.terms_and_calendar] = _days_looked_at(facts)
            found += _of_service(log, facts, slots, looked_at[facts.terms_and_calendar])
    return sorted(found)


def _days_looked_at(facts: ServiceFacts) -> frozenset[int]:
    days = facts.calendar.days_of(facts.school_days)
    return frozenset(days if facts.by_cycle else days + facts.calendar.days_of(facts.term_days))


def _of_service(log: Log, facts: ServiceFacts, slots: tuple[Slot, ...], looked_at: frozenset[int]) -> list[EmptySlot]:
    until = _looked_at_until(log, facts)
    by_day: dict[int, list[Slot]] = {}
    for slot in slots:
        for day in slot.days(log.slots.cycle_days(facts, slot), until):
            if day in looked_at:
                by_day.setdefault(day, []).append(slot)
    regular = log.regular_on(facts.place)
    found = []
    for day, of_day in by_day.items():
        if day not in regular:
            found += [_empty(log, facts, slot, day) for slot in of_day]
        elif len(of_day) > 1:
            taken = log.slots_by_row(facts.place, day).values()
            found += [_empty(log, facts, slot, day) for slot in of_day if slot not in taken]
    return found


def _looked_at_until(log: Log, facts: ServiceFacts) -> int:
    """Return the last day whose slots are looked at: the as-of date's, or the last of a period that has closed."""
    if log.as_of is None:
        return facts.end
    as_of = day_number(log.as_of)
    begun = [period for period in log.services.periods(facts.place) if period.first <= as_of < period.last]
    return max([as_of, *(period.last for period in begun if not is_open(facts, period, as_of))])


def is_open(facts: ServiceFacts, period: Period, as_of: int) -> bool:
    """Return whether one of a period's school days in the service's dates lies after the as-of date (ledger.md, 2)."""
    first, last = max(period.first, facts.start, as_of + 1), min(period.last, facts.end)
    return facts.calendar.count(facts.school_days, first, last) > 0


def _empty(log: Log, facts: ServiceFacts, slot: Slot, day: int) -> EmptySlot:
    provider = slot.provider_id or log.records.services.provider_id[facts.place] or ""
    reason = _reason(log, facts, provider, day)
    return EmptySlot(facts.place, day, slot.start_time, slot.minutes, provider, reason)


def _reason(log: Log, facts: ServiceFacts, provider: str, day: int) -> str:
    """Return why a slot was empty: the calendar's kind on a day without school, else as the absences say."""
    if not facts.is_school_day(day):
        kind = facts.calendar.kind_of(day)
        return kind if kind in PARTY_OF else NO_SCHOOL
    student_id = log.records.services.student_id[facts.place]
    return log.absences.reason(student_id, provider, day, facts.policy_id) or UNRECORDED
