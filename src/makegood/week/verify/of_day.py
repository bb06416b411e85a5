"""A therapist's days as a whole: lunch, minutes of sessions, time for notes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import lcm

from makegood.week.caseload import Caseload, Slot, Therapist
from makegood.week.verify.broken import Broken

NOON = (630, 810)
WEEKS = 60
"""So many weeks are looked at, at most; then every rhythm that is used has come round."""
Session = tuple[int, int, str]


def of_days(caseload: Caseload, slots: Sequence[Slot]) -> Iterator[Broken]:
    """Yield what the days and weeks of therapists with limits break."""
    schools = {need.service_id: need.school_id for need in caseload.needs}
    held: dict[str, list[tuple[Slot, str]]] = defaultdict(list)
    for slot in slots:
        held[slot.provider_id].append((slot, schools[slot.service_id]))
    for fixed in caseload.fixed:
        if fixed.first == caseload.first:
            held[fixed.slot.provider_id].append((fixed.slot, fixed.school_id))
    for provider_id, own in sorted(held.items()):
        therapist = caseload.therapists.get(provider_id)
        if therapist is None or not _is_limited(therapist):
            continue
        rhythm = min(lcm(*(slot.pattern.every for slot, _ in own)), WEEKS)
        for week in range(rhythm):
            yield from _of_week(caseload, therapist, own, week)


def _is_limited(therapist: Therapist) -> bool:
    limits = (therapist.direct_day, therapist.direct_week, therapist.documentation, therapist.lunch)
    return any(limit not in {None, 0} for limit in limits)


def _of_week(caseload: Caseload, therapist: Therapist, own: Sequence[tuple[Slot, str]], week: int) -> Iterator[Broken]:
    """Look at one week. A day of a cycle may fall on any weekday, so its worst case is looked at."""
    name, total, on_the_way = f"Provider {therapist.provider_id}", 0, 0
    cycles = [(slot, school) for slot, school in own if slot.pattern.cycle]
    for weekday in range(5):
        today = [
            (slot, school)
            for slot, school in own
            if not slot.pattern.cycle and slot.pattern.day == weekday and slot.pattern.in_week(week)
        ]
        sessions = sorted({(slot.start, slot.end, school) for slot, school in today})
        minutes = sum(end - start for start, end, _ in sessions)
        total += minutes
        on_the_way += sum(caseload.ways.get((a[2], b[2]), 0) for a, b in pairwise(sessions) if a[2] != b[2])
        slot = (today or own)[0][0]
        if therapist.direct_day is not None and sessions and minutes + _worst_day(cycles) > therapist.direct_day:
            yield Broken("direct", f"{name} has more minutes of sessions on a day than the limit.", slot)
        with_cycles = sorted({*sessions, *((slot.start, slot.end, school) for slot, school in cycles)})
        if therapist.lunch and with_cycles and not _lunches(with_cycles, therapist.lunch, caseload):
            yield Broken("lunch", f"{name} has no {therapist.lunch} minutes on end around noon.", slot)
    total += _of_cycles(cycles)
    if therapist.direct_week is not None and total > therapist.direct_week:
        yield Broken("direct", f"{name} has more minutes of sessions a week than the limit.", own[0][0])
    if therapist.documentation and total + on_the_way > therapist.minutes_at_work() - therapist.documentation:
        yield Broken("documentation", f"{name} keeps too few minutes for notes.", own[0][0])


def _worst_day(cycles: Sequence[tuple[Slot, str]]) -> int:
    days: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for slot, _ in cycles:
        days[slot.pattern.cycle, slot.pattern.day].add((slot.start, slot.end))
    worst: dict[int, int] = defaultdict(int)
    for (cycle, _), spans in days.items():
        worst[cycle] = max(worst[cycle], sum(end - start for start, end in spans))
    return sum(worst.values())


def _of_cycles(cycles: Sequence[tuple[Slot, str]]) -> int:
    """Return the most minutes of a week: each day of a cycle as often as it can come in five days."""
    sessions = {(slot.pattern, slot.start, slot.end) for slot, _ in cycles}
    return sum((end - start) * -(-5 // pattern.cycle) for pattern, start, end in sessions)


def _lunches(sessions: Sequence[Session], lunch: int, caseload: Caseload) -> bool:
    free_from, school = NOON[0], ""
    for start, end, where in sessions:
        way = caseload.ways.get((school, where), 0) if school not in {"", where} else 0
        if min(start, NOON[1]) - free_from - way >= lunch:
            return True
        if end > free_from:
            free_from, school = end, where
    return NOON[1] - free_from >= lunch
