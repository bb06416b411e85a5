"""Slots of the schedule beside what the service promises."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from makegood.calendars.days import WEEK
from makegood.log.log import Log
from makegood.log.slots import Slot
from makegood.terms.findings import Finding, Origin

WEEKS_OF: Final = {"week": 1, "month": 4}
"""Whole weeks that every such period has: a fifth Monday of a month is no slot too many."""
SCHOOL_WEEK: Final = 5


def slots_over_promise(log: Log, services: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield services whose slots hold more minutes than they promise, in every day, cycle, week or month.

    A slot is counted as often as it falls in every such period: a fifth Monday in some months is not one too many.
    Longer periods are not looked at: their slots come and go.
    """
    table = log.records.services
    for place in range(len(table)) if services is None else sorted(services):
        facts = log.services.of(place)
        slots = log.slots.of(facts) if facts else ()
        most = _most(table.per[place] or "", table.every[place], slots) if slots else 0
        promised = table.whole(place)
        if most > promised > 0:
            every = table.every[place]
            span = f"each {table.per[place]}" if every == 1 else f"{every} {table.per[place]}s"
            if table.per[place] == "cycle":
                span = f"each cycle of {every} school days"
            says = (
                f"The slots of service '{table.service_id[place]}' hold {most} minutes in {span}, and it promises "
                f"{promised}. What a slot holds beyond the promise is never missed."
            )
            origin = Origin("services", table.row[place], "minutes")
            expected = "slots that hold what is promised ('every' for those of some weeks only)"
            found = str(table.minutes[place])
            yield Finding("warning", "slots_over_promise", says, origin, found=found, expected=expected)


def _most(per: str, every: int, slots: Sequence[Slot]) -> int:
    """Return the most minutes that slots in force together hold in every whole period."""
    if per == "day":
        days = {slot.weekday for slot in slots if slot.weekday is not None}
        return max((_together([(slot, 1) for slot in slots if slot.weekday == day], 1) for day in days), default=0)
    if per == "cycle":
        length = -(-every // SCHOOL_WEEK) * WEEK
        times = [every // (SCHOOL_WEEK * slot.every if slot.cycle is None else slot.cycle) for slot in slots]
    elif per in WEEKS_OF:
        weeks = WEEKS_OF[per] * every
        length = weeks * WEEK
        times = [weeks // slot.every if slot.cycle is None else weeks * SCHOOL_WEEK // slot.cycle for slot in slots]
    else:
        return 0
    return _together(list(zip(slots, times, strict=True)), length)


def _together(slots: Sequence[tuple[Slot, int]], length: int) -> int:
    """Return the most minutes of slots, each with how often it is held, that are in force together for so many days."""
    spans = [(slot.first, slot.last - length + 1, slot.minutes * times) for slot, times in slots]
    sums = (
        sum(minutes for begin, last, minutes in spans if begin <= first <= last)
        for first in {slot.first for slot, _ in slots}
    )
    return max(sums, default=0)
