"""What is placed in one piece: a regular session of one child, or of a group that stays together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import gcd
from typing import NamedTuple

from makegood.week.caseload import Caseload, Need, Place
from makegood.week.pattern import SCHOOL_WEEK, Pattern

PARTS = 27_720
"""Shares of a week are counted in so many parts: every share up to a twelfth is a whole number of them."""


class Spot(NamedTuple):
    """Where a session can be: who gives it, on which days, when it begins."""

    provider_id: str
    pattern: Pattern
    start: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item:
    """A session to place.

    Attributes:
        number: Its place in the list of items.
        needs: The services, one each child.
        patterns: The days that it may have.
        home: Where it is in the present week; None if it is nowhere, or its children are in different places.
        locked: Whether it stays at home.
        weight: What it is worth: minutes of all its children in parts of a week.
        cap: The most children together, by the service that allows the fewest.
        grades: The lowest and highest grade, None where one is not known.
        moves: How many present slots move if it leaves home.
        kind: What a session must have in common with another to be held together with it.
    """

    number: int
    needs: tuple[Need, ...]
    minutes: int
    providers: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    home: Spot | None
    locked: bool
    weight: int
    cap: int
    grades: tuple[int, int] | None
    moves: int
    kind: tuple[str, str, int, str | None]

    @property
    def school_id(self) -> str:
        """Where it is held."""
        return self.kind[0]

    @property
    def service_type(self) -> str:
        """What is given."""
        return self.kind[1]


def items_of(caseload: Caseload) -> list[Item]:
    """Return the sessions to place: a group's common ones first, then what its children have beyond, then the others.

    Children of a group may be promised more than it has in common; these sessions are their own.
    """
    needs = caseload.need()
    left = {need.service_id: list(need.places) for need in caseload.needs}
    found: list[tuple[tuple[Need, ...], Place, tuple[Place, ...]]] = []
    for group in caseload.groups:
        own = tuple(needs[id_] for id_ in group)
        found += [(own, places[0], places) for places in _in_common([left[id_] for id_ in group])]
    for need in caseload.needs:
        found += [((need,), place, (place,)) for place in left[need.service_id]]
    return [_item(n, own, place, places, caseload) for n, (own, place, places) in enumerate(found)]


def may_stay_together(group: Sequence[Need]) -> bool:
    """Return whether a group can be held together while each of its current slots stays where it is."""
    common = _in_common([list(need.places) for need in group])
    return all(_together(places[0], place) for places in common for place in places)


def _in_common(left: list[list[Place]]) -> Iterator[tuple[Place, ...]]:
    """Yield places that each child of a group has, alike; those that are in one slot now go together. They are taken.

    A session is alike if it is held in the same weeks, or on a day of the same cycle.
    """
    for together in (True, False):
        for first in sorted(left[0], key=_by_home):
            chosen = [first]
            for others in left[1:]:
                fit = (other for other in sorted(others, key=_by_home) if _alike(first, other))
                chosen += [other for other in fit if not together or _together(first, other)][:1]
            if len(chosen) == len(left):
                for others, place in zip(left, chosen, strict=True):
                    others.remove(place)
                yield tuple(chosen)


def _by_home(place: Place) -> tuple[object, ...]:
    """Order places of a service: those in the current week first, by their slots."""
    return (True,) if place.home is None else (False, place.home.pattern, place.home.start)


def _alike(one: Place, other: Place) -> bool:
    return (one.cycle, one.every, one.held) == (other.cycle, other.every, other.held) and bool(
        set(one.phases) & set(other.phases)
    )


def _together(one: Place, other: Place) -> bool:
    here, there = one.home, other.home
    if here is None or there is None:
        return here is there
    return (here.pattern, here.start, here.provider_id) == (there.pattern, there.start, there.provider_id)


def _item(n: int, own: tuple[Need, ...], place: Place, places: tuple[Place, ...], caseload: Caseload) -> Item:
    grades = [need.grade for need in own if need.grade is not None]
    phases = sorted(set.intersection(*(set(each.phases) for each in places)))
    days = range(1, place.cycle + 1) if place.cycle else range(SCHOOL_WEEK)
    patterns = tuple(
        Pattern(day, place.cycle, place.every, place.held, phase) for day in days for phase in phases
    )  # fmt: skip
    slot = place.home
    home = (
        Spot(slot.provider_id, slot.pattern, slot.start) if slot and all(_together(place, p) for p in places) else None
    )
    share = SCHOOL_WEEK * PARTS // place.cycle if place.cycle else place.held * PARTS // place.every
    providers = set.intersection(*(set(need.providers) for need in own))
    return Item(
        number=n,
        needs=own,
        minutes=own[0].minutes,
        providers=tuple(sorted(providers)),
        patterns=patterns,
        home=home,
        locked=caseload.keep and home is not None,
        weight=own[0].minutes * len(own) * share,
        cap=min(need.group_max for need in own),
        grades=(min(grades), max(grades)) if len(grades) == len(own) else None,
        moves=sum(each.home is not None for each in places),
        kind=(own[0].school_id, own[0].service_type, own[0].minutes, own[0].goals),
    )


def step_of(items: list[Item], caseload: Caseload) -> int:
    """Return the step of the clock on which sessions begin: what all lengths are multiples of.

    Whatever fits can be moved forward to begin where somebody's time begins or where another session ends.
    """
    step = 0
    for item in items:
        step = gcd(step, item.minutes)
    for each in caseload.therapists.values():
        step = gcd(step, each.lunch)
    return step or 1
