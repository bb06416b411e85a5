"""The search for a week: present slots first, the tightest sessions next, chains of moves for what is left."""

from collections import defaultdict
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import Final

from makegood.week.board import Board
from makegood.week.clock_bits import each
from makegood.week.cost import Cost
from makegood.week.item import Item, Spot
from makegood.week.meeting import Option
from makegood.week.parts import by_people

CHAIN: Final = 2
"""How many moves one after another are tried for a session without a place."""
BRANCHES: Final = (12, 6)
"""How many spots are tried at each step of a chain, the cheapest first."""
TURNS: Final = 40
"""For each session without a place so many turns of giving way in its part of the week; counted, not timed."""
FEWEST_TURNS, MOST_TURNS = 200, 30_000
MOST_LEAVING: Final = 4
"""A spot for which more sessions would have to leave is not tried."""
MOVED: Final = 3
"""What it costs in turns to move a session that has not moved yet."""


class Search:
    """A week on a board, made better step by step."""

    def __init__(self, board: Board) -> None:
        """Take a board with nothing placed."""
        self.board = board
        self.cost = Cost(board)

    def run(self, least_open: int = 0) -> None:
        """Place the sessions.

        Args:
            least_open: What no week can place, in parts of a minute a week; where that is reached, nothing more is
                tried.
        """
        self._at_home()
        left = [item for item in self._tightest_first() if not self._place(item)]
        for item in left:
            self._chain(item, CHAIN, set())
        if self.open_weight() > least_open:
            for part in by_people(self.board.items):
                self._give_way(part)
        self._return()
        self._better()
        self._return()

    def open_weight(self) -> int:
        """Return what is not placed, in parts of a minute a week."""
        return self.board.lost(self.board.items)[0]

    def moved(self) -> int:
        """Return how many present slots are not where they were."""
        return self.board.lost(self.board.items)[1]

    def _at_home(self) -> None:
        """Put what is in the present week where it is, as far as that keeps the rules."""
        for item in sorted(self.board.items, key=lambda each_: (not each_.locked, -len(each_.needs), each_.number)):
            if item.home is None:
                continue
            option = self.board.fits(item, item.home)
            if option is None and item.locked:
                option = Option(item.home, None)
            if option is not None:
                self.board.put(item, option)

    def _tightest_first(self) -> list[Item]:
        """Return what is not placed, what has the fewest spots first."""
        rooms: dict[int, int] = {}
        for item in self.board.items:
            if self.board.at[item.number] is None:
                rooms[item.number] = sum(
                    self.board.may(item, provider_id, pattern).bit_count()
                    for provider_id in item.providers
                    for pattern in item.patterns
                )
        items = [self.board.items[n] for n in rooms]
        return sorted(items, key=lambda item: (rooms[item.number] / len(item.needs) / item.minutes, -item.minutes,
                                               item.number))  # fmt: skip

    def _place(self, item: Item) -> bool:
        """Put an item into the cheapest spot that is free."""
        best = min(((self.cost.of(item, option), n, option) for n, option in enumerate(self.board.options(item))),
                   default=None, key=lambda each_: each_[:2])  # fmt: skip
        if best is None:
            return False
        self.board.put(item, best[2])
        return True

    def _chain(self, item: Item, depth: int, moving: set[int]) -> bool:
        """Make room for an item by moving others, which move others in their turn; as they were if that fails."""
        if self._place(item):
            return True
        if depth == 0:
            return False
        board = self.board
        moving = moving | {item.number}
        for spot, leaving in self._contested(item, moving)[: BRANCHES[CHAIN - depth]]:
            mark = board.mark()
            for other in leaving:
                board.take(other)
            option = board.fits(item, spot)
            if option is not None:
                board.put(item, option)
                heaviest = sorted(leaving, key=lambda each_: (-each_.weight, each_.number))
                if all(self._chain(other, depth - 1, moving) for other in heaviest):
                    return True
            board.undo(mark)
        return False

    def _contested(self, item: Item, moving: set[int]) -> list[tuple[Spot, list[Item]]]:
        """Return spots that an item could have if one or two others left, the cheapest first."""
        found: list[tuple[float, int, Spot, list[Item]]] = []
        for spot in self._spots(item):
            leaving = self.board.in_the_way(item, spot)
            if not leaving or len(leaving) > MOST_LEAVING or any(other.number in moving for other in leaving):
                continue
            cost = sum(10 + 100 * (other.moves and not self.board.has_left(other)) + 5 * len(other.needs)
                       + other.weight / item.weight for other in leaving)  # fmt: skip
            cost += self.cost.of(item, Option(spot, None)) / 10
            found.append((cost, len(found), spot, leaving))
        return [(spot, leaving) for *_, spot, leaving in sorted(found, key=lambda each_: each_[:2])]

    def _spots(self, item: Item) -> Iterator[Spot]:
        """Yield spots of an item at which something begins or ends, whoever is there now."""
        board = self.board
        for provider_id in item.providers:
            for pattern in item.patterns:
                may = board.may(item, provider_id, pattern)
                if not may or not board.day_is_free(item, pattern):
                    continue
                starts = {start for start in each(may) if not may >> max(start - board.step, 0) & 1} if may else set()
                for cell in board.cells.of(pattern).beside:
                    for meeting in board.held(provider_id)[cell]:
                        starts |= {meeting.spot.start, meeting.end, meeting.spot.start - item.minutes,
                                   meeting.end - item.minutes}  # fmt: skip
                yield from (
                    Spot(provider_id, pattern, start) for start in sorted(starts) if start >= 0 and may >> start & 1
                )

    def _give_way(self, part: list[Item]) -> None:
        """Put what has no place where it costs least, whoever has to leave, turn after turn; keep the best week.

        An item that was put out often costs more to put out again, so that the turns do not go in circles.
        """
        board = self.board
        waiting = [item for item in part if board.at[item.number] is None and self._may_be_placed(item)]
        worth = best = (
            sum(item.weight for item in waiting),
            sum(item.moves for item in part if self.board.has_left(item)),
        )
        best_spots = board.spots()
        turns = min(max(FEWEST_TURNS, TURNS * len(waiting)), MOST_TURNS)
        blame = defaultdict[int, int](int)
        queue = [(0, item.number) for item in waiting]
        heapify(queue)
        for _ in range(turns if waiting else 0):
            if not queue:
                break
            item = board.items[heappop(queue)[1]]
            blame[item.number] += 1
            before = self.board.lost([item])
            if self._place(item):
                leaving: list[Item] = []
            else:
                spot, leaving = self._least_wanted(item, blame)
                before = self.board.lost([item, *leaving])
                if spot is None or not self._push_in(item, spot, leaving):
                    heappush(queue, (blame[item.number], item.number))
                    continue
            after = self.board.lost([item, *leaving])
            worth = worth[0] - before[0] + after[0], worth[1] - before[1] + after[1]
            for other in leaving:
                heappush(queue, (blame[other.number], other.number))
            if worth < best:
                best, best_spots = worth, board.spots()
        board.restore(part, best_spots)

    def _may_be_placed(self, item: Item) -> bool:
        return any(self.board.may(item, who, pattern) for who in item.providers for pattern in item.patterns)

    def _least_wanted(self, item: Item, blame: dict[int, int]) -> tuple[Spot | None, list[Item]]:
        """Return the spot for which others leave at the least cost, and who leaves."""
        least, found, out = float("inf"), None, list[Item]()
        for spot in self._spots(item):
            leaving = self.board.in_the_way(item, spot)
            if leaving is None:
                continue
            cost = spot.start / 1e6
            for other in leaving:
                at_home = other.moves and not self.board.has_left(other)
                cost += (other.weight / item.weight) * (1 + blame[other.number]) + MOVED * bool(at_home)
            if cost < least:
                least, found, out = cost, spot, leaving
        return found, out

    def _push_in(self, item: Item, spot: Spot, leaving: list[Item]) -> bool:
        """Put an item where others leave; return whether the rest of the rules lets it."""
        mark = self.board.mark()
        for other in leaving:
            self.board.take(other)
        option = self.board.fits(item, spot)
        if option is None:
            self.board.undo(mark)
            return False
        self.board.put(item, option)
        return True

    def _return(self) -> None:
        """Bring back home what can go there, whoever of the others can make room."""
        board = self.board
        for item in board.items:
            if item.home is None or not self.board.has_left(item) or board.at[item.number] is None:
                continue
            mark = board.mark()
            board.take(item)
            leaving = board.in_the_way(item, item.home)
            if leaving is not None and not any(other.moves and not self.board.has_left(other) for other in leaving):
                for other in leaving:
                    board.take(other)
                option = board.fits(item, item.home)
                if option is not None:
                    board.put(item, option)
                    if all(self._place(other) for other in leaving):
                        continue
            board.undo(mark)

    def _better(self) -> None:
        """Give each session that is new or has moved the cheapest spot that is free now."""
        for item in self.board.items:
            if (
                self.board.at[item.number] is not None
                and not item.locked
                and (not item.moves or self.board.has_left(item))
            ):
                self.board.take(item)
                self._place(item)
