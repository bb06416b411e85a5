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


def empty_slots(log: Log, services: Collection[int], since: int | None = None) -> list[EmptySlot]:
    """Return the slots of services of which no row tells, up to the log's as-of date, by service, day and time.

    They are looked for on the weekdays of the service's terms and on its school days (of a `cycle` on school days
    only), in a closed period also after the as-of date: there is no school on these days.

    Args:
        log: What the rows of the log say.
        services: The places of the services.
        since: The first day that is looked at, as a day number; None from the beginning.
    """
    found: list[EmptySlot] = []
    apart: list[tuple[ServiceFacts, Slot, frozenset[int]]] = []
    days = _SlotDays(log, since)
    for service in services:
        facts = log.services.of(service)
        if facts is not None and (slots := log.slots.of(facts)):
            until = days.until(facts)
            of_slots = [(slot, days.of(facts, slot, until)) for slot in slots]
            if days.are_apart([own for _, own in of_slots]):
                apart += [(facts, slot, own) for slot, own in of_slots]
            else:
                found += _of_days_shared(log, facts, of_slots, days)
    for at, day in log.regular.days_without([(facts.place, own) for facts, _, own in apart]):
        facts, slot, _ = apart[at]
        found.append(_empty(log, facts, slot, day, days))
    return sorted(found)


def _of_days_shared(
    log: Log, facts: ServiceFacts, of_slots: list[tuple[Slot, frozenset[int]]], days: "_SlotDays"
) -> list[EmptySlot]:
    """Return a service's empty slots where some of its slots fall on one day: a row tells of one of them."""
    by_day: dict[int, list[Slot]] = {}
    for slot, own in of_slots:
        for day in own:
            by_day.setdefault(day, []).append(slot)
    regular = log.regular.by_day(facts.place)
    found = []
    for day, of_day in by_day.items():
        if day not in regular:
            found += [_empty(log, facts, slot, day, days) for slot in of_day]
        elif len(of_day) > 1:
            taken = log.regular.slot_of_each(facts.place, day).values()
            found += [_empty(log, facts, slot, day, days) for slot in of_day if slot not in taken]
    return found


class _SlotDays:
    """The days of slots that are looked at; what services and slots share is worked out once."""

    def __init__(self, log: Log, since: int | None) -> None:
        """Begin with none."""
        self._log = log
        self._since = since
        self._looked_at: dict[tuple[int, bool, bool], frozenset[int]] = {}
        self._until: dict[int, int] = {}
        self._days: dict[tuple[object, ...], frozenset[int]] = {}
        self._apart: dict[tuple[int, ...], bool] = {}
        self._closed: dict[tuple[tuple[int, bool, bool], int], str | None] = {}

    def of(self, facts: ServiceFacts, slot: Slot, until: int) -> frozenset[int]:
        """Return the days up to one on which a slot of a service holds and is looked at."""
        pattern = (slot.weekday, slot.every, slot.anchor, slot.cycle, slot.cycle_day)
        key = (facts.terms_and_calendar, slot.first, min(slot.last, until), pattern)
        if key not in self._days:
            days = slot.days(self._log.slots.cycle_days(facts, slot), until)
            self._days[key] = self._in_terms(facts).intersection(days)
        return self._days[key]

    def are_apart(self, slots: list[frozenset[int]]) -> bool:
        """Return whether no two of a service's slots, given by their days, fall on one day."""
        if len(slots) == 1:
            return True
        key = tuple(map(id, slots))
        if key not in self._apart:
            self._apart[key] = sum(map(len, slots)) == len(frozenset().union(*slots))
        return self._apart[key]

    def until(self, facts: ServiceFacts) -> int:
        """Return the last day whose slots are looked at: the as-of date's, or the last of a period that has closed."""
        if self._log.as_of is None:
            return facts.end
        # Services alike are given the same list of periods.
        periods = self._log.services.periods(facts.place)
        if id(periods) not in self._until:
            as_of = day_number(self._log.as_of)
            begun = [period for period in periods if period.first <= as_of < period.last]
            closed = [period.last for period in begun if not is_open(facts, period, as_of)]
            self._until[id(periods)] = max([as_of, *closed])
        return self._until[id(periods)]

    def why_closed(self, facts: ServiceFacts, day: int) -> str | None:
        """Return the calendar's kind of a day without school for a service; None on a school day."""
        key = (facts.terms_and_calendar, day)
        if key not in self._closed:
            kind = facts.calendar.kind_of(day)
            why = kind if kind in PARTY_OF else NO_SCHOOL
            self._closed[key] = None if facts.is_school_day(day) else why
        return self._closed[key]

    def _in_terms(self, facts: ServiceFacts) -> frozenset[int]:
        """Return the days on which a service's slots are looked at."""
        key = facts.terms_and_calendar
        if key not in self._looked_at:
            days = facts.calendar.days_of(facts.school_days)
            days = days if facts.by_cycle else days + facts.calendar.days_of(facts.term_days)
            self._looked_at[key] = frozenset(day for day in days if self._since is None or day >= self._since)
        return self._looked_at[key]


def is_open(facts: ServiceFacts, period: Period, as_of: int) -> bool:
    """Return whether one of a period's school days in the service's dates lies after the as-of date (ledger.md, 2)."""
    first, last = max(period.first, facts.start, as_of + 1), min(period.last, facts.end)
    return facts.calendar.count(facts.school_days, first, last) > 0


def _empty(log: Log, facts: ServiceFacts, slot: Slot, day: int, days: _SlotDays) -> EmptySlot:
    provider = slot.provider_id or log.records.services.provider_id[facts.place] or ""
    reason = days.why_closed(facts, day)
    if reason is None:
        student_id = log.records.services.student_id[facts.place]
        reason = log.absences.reason(student_id, provider, day, facts.policy_id) or UNRECORDED
    return EmptySlot(facts.place, day, slot.start_time, slot.minutes, provider, reason)
