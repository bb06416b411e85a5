"""The best week of a tiny caseload by trying every one of them; nothing of the search or of the verifier is used."""

from collections.abc import Iterator
from itertools import product
from math import gcd, lcm
from typing import NamedTuple

from makegood.week.caseload import Caseload, Need, Place


class Sit(NamedTuple):
    """One session of one child: its service, provider, weekday, weeks, begin and end."""

    need: Need
    provider: str
    day: int
    weeks: frozenset[int]
    start: int
    end: int
    home: bool


def best_week(caseload: Caseload, step: int | None = None) -> tuple[float, int]:
    """Return the most minutes a week that can be placed, and with these the fewest present slots that move.

    Only weekly rhythms are known here, and groups whose children are promised the same.
    """
    grouped = {id_: group for group in caseload.groups for id_ in group}
    needs = {need.service_id: need for need in caseload.needs}
    units: list[tuple[Need, ...]] = [tuple(needs[id_] for id_ in group) for group in caseload.groups]
    units += [(need,) for need in caseload.needs if need.service_id not in grouped]
    jobs = [(unit, tuple(need.places[n] for need in unit)) for unit in units for n in range(len(unit[0].places))]
    weeks = lcm(*(place.every for _, places in jobs for place in places), 1)
    grid = step or gcd(*(need.minutes for need in caseload.needs))
    choices = [list(_choices(caseload, unit, places, weeks, grid)) for unit, places in jobs]
    best = (-1.0, 0)

    def rest(n: int) -> float:
        return sum(len(unit) * unit[0].minutes * _share(places[0]) for unit, places in jobs[n:])

    tails = [rest(n) for n in range(len(jobs) + 1)]

    def go(n: int, held: list[Sit], minutes: float, moved: int) -> None:
        nonlocal best
        if (minutes + tails[n], -moved) <= (best[0], -best[1]):
            return
        if n == len(jobs):
            best = (minutes, moved)
            return
        unit, places = jobs[n]
        for sits in choices[n]:
            if _all_fit(caseload, held, sits):
                away = sum(place.home is not None and not sit.home for place, sit in zip(places, sits, strict=True))
                go(n + 1, held + sits, minutes + len(sits) * unit[0].minutes * _share(places[0]), moved + away)
        go(n + 1, held, minutes, moved + sum(place.home is not None for place in places))

    go(0, [], 0.0, 0)
    return best


def _share(place: Place) -> float:
    return place.held / place.every


def _choices(
    caseload: Caseload, unit: tuple[Need, ...], places: tuple[Place, ...], weeks: int, grid: int
) -> Iterator[list[Sit]]:
    minutes, place = unit[0].minutes, places[0]
    rests = {begin % grid for spans in caseload.student_time.values() for begin, _ in spans}
    rests |= {begin % grid for who in caseload.therapists.values() for spans in who.time.values() for begin, _ in spans}
    rests |= {each.slot.end % grid for each in caseload.fixed}
    rests |= {place.home.start % grid for need in caseload.needs for place in need.places if place.home}
    if caseload.ways:
        rests = {(rest + way) % grid for rest in rests for way in (0, *caseload.ways.values())}
    for provider, day, phase in product(unit[0].providers, range(5), place.phases):
        who = caseload.therapists[provider]
        held = frozenset(week for week in range(weeks) if (week - phase) % place.every < place.held)
        for start in range(24 * 60):
            end = start + minutes
            if start % grid not in rests:
                continue
            spans = [who.time.get((unit[0].school_id, day), ())]
            spans += [caseload.student_time[need.student_id, need.school_id, day] for need in unit]
            if all(any(a <= start and end <= b for a, b in each) for each in spans):
                yield [
                    Sit(need, provider, day, held, start, end, _at_home(own, provider, day, start))
                    for need, own in zip(unit, places, strict=True)
                ]


def _at_home(place: Place, provider: str, day: int, start: int) -> bool:
    home = place.home
    return home is not None and (home.provider_id, home.pattern.day, home.start) == (provider, day, start)


def _all_fit(caseload: Caseload, held: list[Sit], sits: list[Sit]) -> bool:  # noqa: C901, PLR0911, PLR0912 - each rule in its turn
    everybody = [*held, *sits]
    for sit in sits:
        for other in held:
            if sit.day != other.day:
                continue
            if sit.need.service_id == other.need.service_id:
                return False
            if not sit.weeks & other.weeks:
                continue
            overlap = sit.start < other.end and other.start < sit.end
            if overlap and sit.need.student_id == other.need.student_id:
                return False
            if sit.provider != other.provider or _one_session(sit, other):
                continue
            if overlap or not _way_holds(caseload, sit, other):
                return False
        for each in caseload.fixed:
            slot = each.slot
            mine = slot.provider_id == sit.provider or each.student_id == sit.need.student_id
            if not mine or slot.pattern.day != sit.day:
                continue
            if sit.start < slot.end and slot.start < sit.end:
                return False
            if slot.provider_id == sit.provider and not _on_time(
                caseload, (sit.start, sit.end, sit.need.school_id), (slot.start, slot.end, each.school_id)
            ):
                return False
        together = [other for other in everybody if other.provider == sit.provider and _one_session(sit, other)]
        if len(together) > min(other.need.group_max for other in together):
            return False
        grades = [other.need.grade or 0 for other in together]
        if caseload.grade_span is not None and max(grades) - min(grades) > caseload.grade_span:
            return False
    return _limits_hold(caseload, everybody)


def _one_session(sit: Sit, other: Sit) -> bool:
    one, two = sit.need, other.need
    return (sit.day, sit.weeks, sit.start, sit.end, one.school_id, one.service_type, one.goals) == (
        other.day, other.weeks, other.start, other.end, two.school_id, two.service_type, two.goals,
    )  # fmt: skip


def _way_holds(caseload: Caseload, sit: Sit, other: Sit) -> bool:
    return _on_time(caseload, (sit.start, sit.end, sit.need.school_id), (other.start, other.end, other.need.school_id))


def _on_time(caseload: Caseload, one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    (_, leave, here), (reach, _, there) = sorted((one, other))
    if here == there:
        return True
    way = caseload.ways.get((here, there))
    return way is not None and reach - leave >= way


def _limits_hold(caseload: Caseload, sits: list[Sit]) -> bool:
    for who in caseload.therapists.values():
        for week in {week for sit in sits for week in sit.weeks}:
            held = {(s.day, s.start, s.end) for s in sits if s.provider == who.provider_id and week in s.weeks}
            if not held:
                continue
            stays = (each.slot for each in caseload.fixed if each.slot.provider_id == who.provider_id)
            held |= {(slot.pattern.day, slot.start, slot.end) for slot in stays}
            for day in range(5):
                today = sum(end - start for on, start, end in held if on == day)
                if who.direct_day is not None and today > who.direct_day:
                    return False
            total = sum(end - start for _, start, end in held)
            if who.direct_week is not None and total > who.direct_week:
                return False
            if who.documentation and total > who.minutes_at_work() - who.documentation:
                return False
    return True
