"""A small part of a week solved exactly: every way is tried that could still be better."""

from collections.abc import Sequence
from typing import Final

from makegood.week.board import Board
from makegood.week.item import Item, Spot

LOOKS: Final = 1_000_000
"""So many spots are looked at, at most; a part that needs more is left as it is, unproved. Steps would not do: one of
forty sessions with a whole free week looks at ten thousand spots, one of two full days at ten."""
LARGEST: Final = 40
"""A part of more sessions is not tried."""


class Exact:
    """A search through all weeks of a part, for the fewest minutes open, then the fewest moves."""

    def __init__(self, board: Board, part: Sequence[Item]) -> None:
        """Take a part that is placed somehow: what is found must be better."""
        self._board, self._part = board, part
        self._best = board.lost(part)
        self._spots: list[Spot | None] | None = None
        self._looks = 0

    def run(self) -> bool:
        """Leave the best week of the part on the board; return whether it is proved to be the best."""
        board = self._board
        before = board.spots()
        if len(self._part) > LARGEST:
            return False
        free = [item for item in self._part if not item.locked]
        for item in free:
            if board.at[item.number] is not None:
                board.take(item)
        open_ = sum(item.weight for item in self._part if item.locked and board.at[item.number] is None)
        done = self._try(free, open_, 0)
        board.restore(self._part, self._spots or before)
        return done

    def _try(self, left: Sequence[Item], open_: int, moved: int) -> bool:
        """Place what is left in every way; return whether all were tried."""
        if (open_, moved) >= self._best:
            return True
        if not left:
            self._best, self._spots = (open_, moved), self._board.spots()
            return True
        board = self._board
        rooms = [(sum(1 for _ in board.options(item)), n) for n, item in enumerate(left)]
        self._looks += sum(count + 1 for count, _ in rooms)
        if self._looks > LOOKS:
            return False
        # What has no spot any more never gets one further down: it is open for good.
        lost = [left[n] for count, n in rooms if count == 0]
        if lost:
            lost_weight, lost_moves = sum(item.weight for item in lost), sum(item.moves for item in lost)
            rest = [item for item in left if item not in lost]
            return self._try(rest, open_ + lost_weight, moved + lost_moves)
        item = left[min(rooms)[1]]
        rest = [other for other in left if other is not item]
        for option in sorted(board.options(item), key=lambda each: (each.spot != item.home, each.joins is None)):
            mark = board.mark()
            board.put(item, option)
            done = self._try(rest, open_, moved + item.moves * (option.spot != item.home))
            board.undo(mark)
            if not done:
                return False
        return self._try(rest, open_ + item.weight, moved + item.moves)
