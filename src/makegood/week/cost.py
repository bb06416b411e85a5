"""What speaks for one spot of several: few closed days, a group if the IEP has one, the same hour, room for others."""

from collections import defaultdict
from typing import Final

from makegood.week.board import Board
from makegood.week.clock_bits import DAY, bits_of, covered, spans_of
from makegood.week.item import PARTS, Item
from makegood.week.meeting import Option
from makegood.week.pattern import SCHOOL_WEEK

CLOSED: Final = 40
"""What a weekday costs of which every day is closed; Mondays lose some 20 in a hundred, Tuesdays 10."""
ALONE: Final = 12
"""What it costs to leave a child alone whose IEP says group."""
TOGETHER: Final = 2
"""What it costs to put one in a group whose IEP does not say so."""
OTHER_HOUR: Final = 3
"""What it costs to come at another hour than on the other days."""
NEXT_DAY: Final = 2
"""What it costs to come on the day after or before another session."""
MAKE_UPS: Final = 8
"""What it costs to take an hour that is called free for make-ups."""
CROWDED: Final = 30
"""How much it counts that others need the same time."""


class Cost:
    """Weighs spots; what does not change is worked out once."""

    def __init__(self, board: Board) -> None:
        """Count who could use each minute of each provider's week."""
        self._board = board
        self._make_ups = {
            (id_, weekday): bits_of(spans)
            for id_, each in board.caseload.therapists.items()
            for weekday, spans in each.for_make_ups.items()
        }
        self._crowd = self._crowds()

    def of(self, item: Item, option: Option) -> float:
        """Return what an option costs; less is better."""
        spot, board = option.spot, self._board
        pattern, end = spot.pattern, spot.start + item.minutes
        cost = 0.0
        if not pattern.cycle:
            cost += CLOSED * self.closed(item, pattern.day)
            taken = self._make_ups.get((spot.provider_id, pattern.day), 0)
            if taken >> spot.start & ((1 << item.minutes) - 1):
                cost += MAKE_UPS
        if item.cap > 1 and len(item.needs) == 1:
            if option.joins is None:
                cost += ALONE * item.needs[0].in_group
            else:
                cost += -1 if item.needs[0].in_group else TOGETHER
        for other in board.others_of(item):
            cost += OTHER_HOUR * (other.spot.start != spot.start)
            cost += NEXT_DAY * (abs(other.spot.pattern.day - pattern.day) == 1)
        if option.joins is None:
            days = range(SCHOOL_WEEK) if pattern.cycle else (pattern.day,)
            for weekday in days:
                crowd = self._crowd.get((spot.provider_id, weekday))
                if crowd:
                    cost += CROWDED * (crowd[end] - crowd[spot.start]) / item.minutes / len(days)
        return cost + spot.start / DAY

    def closed(self, item: Item, weekday: int) -> float:
        """Return the share of a weekday's days to come without school, over the item's children."""
        shares = [
            closed / days if days else 0.0
            for need in item.needs
            for days, closed in [self._board.caseload.closed.get(need.service_id, ((0, 0),) * SCHOOL_WEEK)[weekday]]
        ]
        return sum(shares) / len(shares)

    def _crowds(self) -> dict[tuple[str, int], list[float]]:
        """Return by provider and weekday the sum up to each minute of what is asked of it.

        A session asks for its minutes, spread evenly over all minutes at which it could be held; one that has few
        asks much of each.
        """
        rates: dict[tuple[str, int], list[float]] = defaultdict(lambda: [0.0] * (DAY + 1))
        for item in self._board.items:
            open_: list[tuple[str, int, list[tuple[int, int]]]] = []
            total = 0
            days = {pattern.day: pattern for pattern in item.patterns if not pattern.cycle}
            for provider_id in item.providers:
                for weekday, pattern in days.items():
                    # The minutes between two steps are filled in, so that spans are few.
                    spans = [
                        (a, b + item.minutes)
                        for a, b in spans_of(covered(self._board.may(item, provider_id, pattern), self._board.step))
                    ]
                    total += sum(b - a for a, b in spans)
                    if spans:
                        open_.append((provider_id, weekday, spans))
            for provider_id, weekday, spans in open_:
                rate = item.weight / len(item.needs) / total / PARTS * item.cap**-0.5
                column = rates[provider_id, weekday]
                for a, b in spans:
                    column[a] += rate
                    column[min(b, DAY)] -= rate
        return {key: _summed(column) for key, column in rates.items()}


def _summed(column: list[float]) -> list[float]:
    sums, rate, total = [0.0] * (DAY + 1), 0.0, 0.0
    for minute in range(DAY):
        sums[minute] = total
        rate += column[minute]
        total += rate
    sums[DAY] = total
    return sums
