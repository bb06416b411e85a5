"""The most that any week can place: sessions poured into the minutes that their therapists and children have in common.

What it leaves out can only make it too high: that a session is in one piece, that a child is in one place at a time,
ways between schools and lunch.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import gcd

from makegood.week.board import Board
from makegood.week.clock_bits import spans_of
from makegood.week.flow import Flow
from makegood.week.item import PARTS, Item

SCALE = 840
"""Minutes are counted in so many parts, so that a minute shared by up to eight children is a whole number of them."""


def most_placed(board: Board) -> int:
    """Return a bound on what can be placed, in parts of a minute a week (`makegood.week.item.PARTS`)."""
    return sum(_of_part(board, items) for items in _by_providers(board))


def days_of(board: Board, item: Item) -> int:
    """Return on how many days an item could be held if nothing else were there."""
    days = {
        (pattern.cycle, pattern.day)
        for pattern in item.patterns
        if any(board.may(item, provider_id, pattern) for provider_id in item.providers)
    }
    return len(days)


def _of_part(board: Board, items: Sequence[Item]) -> int:
    """Return the bound for providers who share items with nobody else."""
    most, whole = 0, sum(item.weight for item in items)
    owners: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in items:
        owners[tuple(need.service_id for need in item.needs)].append(item)
    flow = Flow()
    asking: list[tuple[int, str, list[Item]]] = []
    for n, own in enumerate(owners.values()):
        days = days_of(board, own[0])
        if not days:
            continue
        if own[0].patterns[0].cycle:
            most += sum(item.weight for item in own[: days * _a_day(board, own[0])])
            continue
        asking.append((_largest(own[0], items), f"o{n}", own))
    cuts = _cuts(board, items)
    for size, name, own in asking:
        for provider_id in own[0].providers:
            for pattern in {pattern.day: pattern for pattern in own[0].patterns}.values():
                may = board.may(own[0], provider_id, pattern)
                if may:
                    _pour(flow, name, own, size, provider_id, pattern.day, may, board, cuts)
    for provider_id in {provider_id for item in items for provider_id in item.providers}:
        _limit(flow, board, provider_id)
    # Sessions shared by many place the most minutes for each minute of a therapist; what is poured first stays.
    for size, name, own in sorted(asking, key=lambda each: (-each[0], each[1])):
        wanted = sum(_asked(item, size) for item in own)
        poured = flow.pour(name, wanted, "sink")
        weight = sum(item.weight for item in own)
        most += weight if poured >= wanted else weight * poured // wanted
    step = gcd(*(item.weight for item in items))
    return min(most // step * step, whole)


def _asked(item: Item, size: int) -> int:
    """Return what an item asks of a therapist's average week, in parts of a minute, at least."""
    return item.weight * SCALE // (PARTS * size)


def _a_day(board: Board, item: Item) -> int:
    return min(board.most_a_day[need.service_id] for need in item.needs)


def _pour(
    flow: Flow, name: str, own: list[Item], size: int, provider_id: str, weekday: int, may: int, board: Board,
    cuts: dict[tuple[str, int], list[int]],
) -> None:  # fmt: skip
    """Lead a service's sessions of a day into the stretches of a provider's day."""
    asks = sorted((_asked(item, size) for item in own), reverse=True)
    day, most = f"{name}|{weekday}", sum(asks[: _a_day(board, own[0])])
    flow.lead(name, day, most)
    covered = 0
    for n in range(own[0].minutes):
        covered |= may << n
    spans = list(spans_of(covered))
    borders = cuts[provider_id, weekday]
    for start, end in zip(borders, borders[1:], strict=False):
        if any(a <= start and end <= b for a, b in spans):
            stretch = f"{provider_id}|{weekday}|{start}"
            flow.lead(day, stretch, min(most, SCALE * (end - start)))
            flow.lead(stretch, f"{provider_id}|{weekday}", SCALE * (end - start))


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
        if other.kind == item.kind
        and (other.cap > len(other.needs) or other.needs == item.needs)
        for need in other.needs
    }
    return max(min(item.cap, len(children)), len(item.needs))


def _cuts(board: Board, items: Iterable[Item]) -> dict[tuple[str, int], list[int]]:
    """Return by provider and weekday where the time of any item begins or ends."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for item in items:
        for provider_id in item.providers:
            for pattern in item.patterns:
                if pattern.cycle:
                    continue
                may, covered = board.may(item, provider_id, pattern), 0
                for n in range(item.minutes if may else 0):
                    covered |= may << n
                for start, end in spans_of(covered):
                    found[provider_id, pattern.day] |= {start, end}
    return defaultdict(list, {key: sorted(minutes) for key, minutes in found.items()})


def _by_providers(board: Board) -> list[list[Item]]:
    """Return the items in parts that share no provider."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for item in board.items:
        for provider_id in item.providers[1:]:
            parent[root(provider_id)] = root(item.providers[0])
    parts: dict[str, list[Item]] = defaultdict(list)
    for item in board.items:
        if item.providers:
            parts[root(item.providers[0])].append(item)
    return [parts[key] for key in sorted(parts)]
