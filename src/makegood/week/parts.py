"""Parts of a week that can be looked at alone: what shares nobody with the other parts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from makegood.week.item import Item


def by_people(items: Iterable[Item]) -> list[list[Item]]:
    """Return the items in parts that share neither a student nor a provider with one another."""
    return _parts(
        items, lambda item: [f"s{need.student_id}" for need in item.needs] + [f"p{id_}" for id_ in item.providers]
    )


def by_providers(items: Iterable[Item]) -> list[list[Item]]:
    """Return the items in parts that share no provider; an item that nobody may give is left out."""
    return _parts((item for item in items if item.providers), lambda item: item.providers)


def _parts(items: Iterable[Item], keys_of: Callable[[Item], Sequence[str]]) -> list[list[Item]]:
    items = list(items)
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for item in items:
        first, *others = keys_of(item)
        for key in others:
            parent[root(key)] = root(first)
    parts: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        parts[root(keys_of(item)[0])].append(item)
    return list(parts.values())
