"""The most that any week can place: sessions poured into the minutes that their therapists and children have in common.

What it leaves out can only make it too high: that a session is in one piece, that a child is in one place at a time,
ways between schools and lunch.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import gcd

from makegood.week.board import Board
from makegood.week.clock_bits import covered, spans_of
from makegood.week.flow import Flow
from makegood.week.item import PARTS, Item
from makegood.week.parts import by_providers

SCALE = 840
"""Minutes are counted in so many parts, so that a minute shared by up to eight children is a whole number of them."""


def most_placed(board: Board) -> int:
    """Return a bound on what can be placed, in parts of a minute a week (`makegood.week.item.PARTS`)."""
    return sum(_of_part(board, items) for items in by_providers(board.items))


def days_of(board: Board, item: Item) -> int:
    """Return on how many days an item could be held if nothing else were there."""
    days = {
        (pattern.cycle, pattern.day)
        for pattern in item.patterns
        if any(board.may(item, provider_id, pattern) for provider_id in item.providers)
    }
    return len(days)


@dataclass(frozen=True, slots=True)
class _Asking:
    """The sessions of one service, or of one group.

    Attributes:
        name: Its name in the net.
        items: The sessions.
        size: The most children who could be together for one.
    """

    name: str
    items: list[Item]
    size: int

    def of_item(self, item: Item) -> int:
        """Return what an item asks of a therapist's average week, in parts of a minute, at least."""
        return item.weight * SCALE // (PARTS * self.size)


def _of_part(board: Board, items: Sequence[Item]) -> int:
    """Return the bound for providers who share items with nobody else."""
    owners: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items:
        owners[tuple(need.service_id for need in item.needs)].append(item)
    open_ = [own for own in owners.values() if days_of(board, own[0])]
    cycles = [own for own in open_ if own[0].patterns[0].cycle]
    # What a day of a cycle takes of a weekday is not known, so it is not counted against anything.
    most = sum(item.weight for own in cycles for item in own[: days_of(board, own[0]) * _a_day(board, own[0])])
    asking = [
        _Asking(f"o{n}", own, _largest(own[0], items)) for n, own in enumerate(open_) if not own[0].patterns[0].cycle
    ]
    net = _net(board, items, asking)
    # Sessions shared by many place the most minutes for each minute of a therapist; what is poured first stays.
    for each in sorted(asking, key=lambda each: (-each.size, each.name)):
        wanted = sum(map(each.of_item, each.items))
        poured = net.pour(each.name, wanted, "sink")
        weight = sum(item.weight for item in each.items)
        most += weight if poured >= wanted else weight * poured // wanted
    step = gcd(*(item.weight for item in items))
    return min(most // step * step, sum(item.weight for item in items))


def _a_day(board: Board, item: Item) -> int:
    return min(board.most_a_day[need.service_id] for need in item.needs)


def _net(board: Board, items: Sequence[Item], asking: Iterable[_Asking]) -> Flow:
    """Lead each service's sessions over its days into the stretches of its providers' days."""
    flow, cuts = Flow(), _cuts(board, items)
    for each in asking:
        first = each.items[0]
        for provider_id in first.providers:
            for pattern in {pattern.day: pattern for pattern in first.patterns}.values():
                spans = list(spans_of(covered(board.may(first, provider_id, pattern), first.minutes)))
                day = f"{each.name}|{pattern.day}"
                asks = sorted(map(each.of_item, each.items), reverse=True)
                most = sum(asks[: _a_day(board, first)])
                flow.lead(each.name, day, most)
                for start, end in pairwise(cuts[provider_id, pattern.day]):
                    if any(a <= start and end <= b for a, b in spans):
                        stretch = f"{provider_id}|{pattern.day}|{start}"
                        flow.lead(day, stretch, min(most, SCALE * (end - start)))
                        flow.lead(stretch, f"{provider_id}|{pattern.day}", SCALE * (end - start))
    for provider_id in {provider_id for item in items for provider_id in item.providers}:
        _limit(flow, board, provider_id)
    return flow


def _limit(flow: Flow, board: Board, provider_id: str) -> None:
    therapist = board.caseload.therapists.get(provider_id)
    if therapist is None:
        return
    week = therapist.minutes_at_work() - therapist.documentation
    week = min(week, therapist.direct_week if therapist.direct_week is not None else week)
    for weekday in range(5):
        most = therapist.direct_day if therapist.direct_day is not None else 1440
        flow.lead(f"{provider_id}|{weekday}", provider_id, SCALE * most)
    flow.lead(provider_id, "sink", SCALE * max(week, 0))


def _largest(item: Item, items: Iterable[Item]) -> int:
    """Return how many children could be together with an item at most."""
    children = {
        need.student_id
        for other in items
        if other.kind == item.kind and (other.cap > len(other.needs) or other.needs == item.needs)
        for need in other.needs
    }
    return max(min(item.cap, len(children)), len(item.needs))


def _cuts(board: Board, items: Iterable[Item]) -> dict[tuple[str, int], list[int]]:
    """Return by provider and weekday where the time of any item begins or ends."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for item in items:
        for provider_id in item.providers:
            for pattern in item.patterns:
                if not pattern.cycle:
                    for span in spans_of(covered(board.may(item, provider_id, pattern), item.minutes)):
                        found[provider_id, pattern.day] |= set(span)
    return defaultdict(list, {key: sorted(minutes) for key, minutes in found.items()})
