"""The schedule as it is: slots in force on the first day, those that come later, and what belongs together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from makegood.calendars import monday_of
from makegood.calendars.days import WEEK
from makegood.log import Log
from makegood.log import Slot as Row
from makegood.planner.grades import near_enough
from makegood.week.caseload import Need, Place, Slot
from makegood.week.pattern import SCHOOL_WEEK, Pattern

NEAR: Final = 13
"""A service or slot that begins within two weeks of the first day belongs to the week (ledger.md, 2)."""
YEAR: Final = 365
OFTEN: Final = 3
"""So many sessions held together make a group."""


@dataclass(frozen=True, slots=True)
class Present:
    """A service's slots.

    Attributes:
        now: Those in force on the first day or within two weeks.
        later: Rows that begin after that, and when.
    """

    now: tuple[Slot, ...]
    later: tuple[tuple[Slot, int, int], ...]


def present_of(log: Log, place: int, first: int) -> Present:
    """Return a service's slots at the first day (a day number); those on a Saturday are left out."""
    facts, table = log.services.of(place), log.records.services
    rows = log.slots.of(facts) if facts else ()
    now: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    later: list[tuple[Slot, int, int]] = []
    for row in rows:
        if row.last < first or (row.weekday is not None and row.weekday >= SCHOOL_WEEK):
            continue
        who = row.provider_id or table.provider_id[place] or ""
        # Of a session that is not held every week, the other weeks' rows begin within its block.
        near = max(first, facts.start if facts else first) + NEAR + WEEK * (row.every - 1)
        if row.first > near:
            later.append((_slot([row], table.service_id[place], who, first), row.first, row.last))
        else:
            key = (row.weekday, row.cycle, row.cycle_day, row.every, row.start_time, row.minutes, who)
            now[key].append(row)
    slots = [_slot(same, table.service_id[place], str(key[-1]), first) for key, same in now.items()]
    return Present(tuple(sorted(slots, key=order_of)), tuple(later))


def order_of(slot: Slot) -> tuple[object, ...]:
    """Return where a slot comes among others: by day, time, provider and service."""
    return slot.pattern.cycle, slot.pattern.day, slot.start, slot.provider_id, slot.service_id, slot.pattern


def with_homes(places: Sequence[Place], minutes: int, slots: Iterable[Slot]) -> tuple[list[Place], list[Slot]]:
    """Return the sessions that are needed, each at home in a present slot that fits it, and the slots that fit none."""
    found, left = list(places), []
    for slot in slots:
        pattern = slot.pattern
        at = next((n for n, each in enumerate(found) if each.home is None and _fits(each, slot, minutes)), None)
        if at is None or any(_same_day(each.home, pattern) for each in found if each.home):
            left.append(slot)
        else:
            found[at] = replace(found[at], home=slot)
    return found, left


def groups_of(log: Log, needs: Mapping[str, Need], grade_span: int | None) -> list[tuple[str, ...]]:
    """Return the services whose sessions are held together: in one present slot, or by the log of the year before.

    A group is of one provider's services alike, at one school, and no larger than each of its services allows.
    """
    together: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for need in needs.values():
        for place in need.places:
            if place.home:
                home = place.home
                key = (home.provider_id, home.pattern, home.start, need.school_id, need.service_type, home.minutes)
                together[key].add(need.service_id)
    counted = Counter(tuple(sorted(each)) for each in together.values() if len(each) > 1)
    logged = _logged(log, needs)
    groups: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for group in sorted({*counted, *logged}, key=lambda each: (-counted[each], -logged[each], -len(each), each)):
        if not taken & set(group) and _may_be(group, needs, grade_span):
            groups.append(group)
            taken |= set(group)
    return sorted(groups)


def _logged(log: Log, needs: Mapping[str, Need]) -> Counter[tuple[str, ...]]:
    """Return how often services were given together: with one group_id, or by one provider at one time as a group."""
    sessions, table = log.records.sessions, log.records.services
    last = max((day for day, counts in zip(log.days, log.counts, strict=True) if counts), default=0)
    held: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for at in sorted({*sessions.filled("group_id"), *sessions.filled("group_size")}):
        service_id, size = sessions.service_id[at], sessions.group_size[at]
        if not log.counts[at] or service_id not in needs or log.days[at] <= last - YEAR:
            continue
        group_id, start = sessions.group_id[at], sessions.start_time[at]
        if group_id is not None:
            held[group_id,].add(service_id)
        elif start is not None and size is not None and size > 1:
            kind = table.service_type[log.service_of[at]]
            held[log.provider_of(at), log.days[at], start, kind].add(service_id)
    counted = Counter(tuple(sorted(each)) for each in held.values() if len(each) > 1)
    return Counter({group: times for group, times in counted.items() if times >= OFTEN})


def _may_be(group: tuple[str, ...], needs: Mapping[str, Need], grade_span: int | None) -> bool:
    own = [needs[id_] for id_ in group]
    return (
        near_enough([need.grade for need in own], grade_span)
        and len({need.student_id for need in own}) == len(own) <= min(need.group_max for need in own)
        and len({(need.service_type, need.school_id, need.minutes, need.goals) for need in own}) == 1
        and bool(set.intersection(*(set(need.providers) for need in own)))
    )


def _fits(place: Place, slot: Slot, minutes: int) -> bool:
    pattern = slot.pattern
    return (
        slot.minutes == minutes
        and place.cycle == pattern.cycle
        and (place.every, place.held) == (pattern.every, pattern.held)
        and (bool(place.cycle) or pattern.phase in place.phases)
    )


def _same_day(home: Slot | None, pattern: Pattern) -> bool:
    return home is not None and (home.pattern.day, home.pattern.cycle) == (pattern.day, pattern.cycle)


def _slot(rows: list[Row], service_id: str, provider_id: str, first: int) -> Slot:
    """Return rows of the same time as one slot: those of several weeks of a block are one session."""
    row = rows[0]
    if row.weekday is None:
        pattern = Pattern(row.cycle_day or 1, row.cycle or 0)
    else:
        monday = monday_of(first)
        weeks = {(each.anchor - monday) // WEEK % each.every for each in rows}
        begins = [week for week in weeks if (week - 1) % row.every not in weeks]
        phase = begins[0] if begins else 0
        pattern = Pattern(row.weekday, every=row.every, held=len(weeks), phase=phase)
        if len(weeks) == row.every:
            pattern = Pattern(row.weekday)
    return Slot(
        service_id=service_id, pattern=pattern, start=row.start_time, minutes=row.minutes, provider_id=provider_id
    )
