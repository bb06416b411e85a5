"""How much can flow through a net of pipes: the largest flow, poured source by source."""

from collections import deque


class Flow:
    """Pipes between named places, each with what it can still take."""

    def __init__(self) -> None:
        """Begin without pipes."""
        self._left: dict[str, dict[str, int]] = {}

    def lead(self, start: str, end: str, most: int) -> None:
        """Lay a pipe that takes so much; one that is there already is replaced."""
        self._left.setdefault(start, {})[end] = most
        self._left.setdefault(end, {}).setdefault(start, 0)

    def pour(self, source: str, wanted: int, sink: str) -> int:
        """Pour as much of what is wanted as can flow, and return it; what was poured before keeps flowing."""
        poured = 0
        while poured < wanted:
            way = self._way(source, sink)
            if way is None:
                break
            amount = wanted - poured
            for start, end in way:
                amount = min(amount, self._left[start][end])
            for start, end in way:
                self._left[start][end] -= amount
                self._left[end][start] += amount
            poured += amount
        return poured

    def _way(self, source: str, sink: str) -> list[tuple[str, str]] | None:
        """Return the shortest way on which anything can still flow."""
        came: dict[str, str] = {source: source}
        waiting = deque([source])
        while waiting:
            here = waiting.popleft()
            for there, left in self._left.get(here, {}).items():
                if left and there not in came:
                    came[there] = here
                    if there == sink:
                        way = []
                        while there != source:
                            way.append((came[there], there))
                            there = came[there]  # noqa: PLW2901 - it walks back
                        return way
                    waiting.append(there)
        return None
