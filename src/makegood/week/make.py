"""A week made, checked and counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from makegood.ledger import Ledger
from makegood.week.board import Board
from makegood.week.bound import most_placed
from makegood.week.caseload import Caseload, Slot
from makegood.week.exact import Exact
from makegood.week.item import PARTS, Item, items_of
from makegood.week.parts import by_people
from makegood.week.present import order_of
from makegood.week.reasons import Unplaced, unplaced_of
from makegood.week.reserve import reserves_of
from makegood.week.search import Search
from makegood.week.verify import verify
from makegood.week.week import Summary, Week


def week_of(caseload: Caseload, ledger: Ledger) -> Week:
    """Return the week for a caseload; the same facts give the same week.

    It places as many minutes as it can; then it moves as few present slots as it can; then it takes the better of
    several spots.

    Args:
        caseload: The facts.
        ledger: The account of the records, which knows what was owed in the year before.

    Raises:
        AssertionError: If the second look finds that the week breaks a rule: it is never shown then.
    """
    solved = solve(caseload)
    broken = verify(caseload, solved.slots)
    if broken:
        raise AssertionError(broken[0].rule)
    return Week(
        first=caseload.first,
        as_of=caseload.as_of,
        slots=solved.slots,
        moved=solved.moved,
        ended=caseload.ended,
        unplaced=solved.unplaced,
        reserves=reserves_of(caseload, solved.slots, ledger),
        summary=solved.summary,
        keep=caseload.keep,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """Where the sessions are, which have none, which present slots left theirs, and how good that is."""

    slots: tuple[Slot, ...]
    moved: tuple[Slot, ...]
    unplaced: tuple[Unplaced, ...]
    summary: Summary


def solve(caseload: Caseload) -> Solved:
    """Place the sessions of a caseload."""
    items = items_of(caseload)
    board = Board(caseload, items)
    search = Search(board)
    whole = sum(item.weight for item in items)
    most = most_placed(board)
    search.run(whole - most)
    proved, settled = _prove(board, search, most)
    slots = slots_of(board)
    homes = [place.home for need in caseload.needs for place in need.places if place.home]
    moved = tuple(sorted(set(homes) - set(slots), key=order_of))
    placed = whole - search.open_weight()
    summary = Summary(
        sessions=sum(len(need.places) for need in caseload.needs),
        placed=len(slots),
        minutes=round(whole / PARTS),
        minutes_placed=round(placed / PARTS),
        bound=round((placed if proved else most) / PARTS),
        proved=proved,
        before=len(homes),
        moved=len(moved),
        fewest_moved=not moved or settled,
    )
    return Solved(slots=slots, moved=moved, unplaced=tuple(unplaced_of(board)), summary=summary)


def slots_of(board: Board) -> tuple[Slot, ...]:
    """Return what is placed as slots, one for each child."""
    slots = [
        Slot(
            service_id=need.service_id,
            pattern=meeting.spot.pattern,
            start=meeting.spot.start,
            minutes=item.minutes,
            provider_id=meeting.spot.provider_id,
        )
        for item, meeting in zip(board.items, board.at, strict=True)
        if meeting is not None
        for need in item.needs
    ]
    return tuple(sorted(slots, key=order_of))


def _prove(board: Board, search: Search, most: int) -> tuple[bool, bool]:
    """Return whether no week can place more, and whether none that places as much moves fewer.

    Where the bound does not prove it, small parts are solved exactly.
    """
    whole = sum(item.weight for item in board.items)
    if whole - search.open_weight() >= most and search.moved() <= _must_move(board):
        return True, True
    proved = settled = True
    for part in by_people(board.items):
        if _is_open(board, part) or any(board.has_left(item) for item in part):
            done = Exact(board, part).run()
            proved &= done or not _is_open(board, part)
            settled &= done
    return proved or whole - search.open_weight() >= most, settled


def _must_move(board: Board) -> int:
    """Return how many present slots cannot stay whatever else is done: no time in common, or another rule."""
    return sum(
        item.moves
        for item in board.items
        if item.moves
        and (
            item.home is None
            or item.home.provider_id not in item.providers
            or not board.may(item, item.home.provider_id, item.home.pattern) >> item.home.start & 1
        )
    )


def _is_open(board: Board, part: Sequence[Item]) -> bool:
    return any(board.at[item.number] is None for item in part)
