"""What a proof may cost: a part with much free time ends as soon as one with little."""

from collections.abc import Iterator

import pytest
from tests.week.facts import caseload, daily, need, slot

from makegood.week.board import Board
from makegood.week.exact import Exact
from makegood.week.item import Item, items_of
from makegood.week.meeting import Option
from makegood.week.search import Search

MANY = 3_000_000
"""Looks that take a few seconds."""


def test_a_large_part_with_a_free_week_is_given_up_after_so_many_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    # Two children are in one spot today, alone by their IEPs, so one has to move; that none could stay put is known
    # once both are placed. Before them come nineteen with fewer spots each, still hundreds, and it makes no difference
    # which these take.
    same = [need(name, homes=(slot(name, 0, "14:00"),)) for name in ("a", "b")]
    facts = caseload(
        [*same, *(need(str(n)) for n in range(19))], open_={f"C{n}": daily("8:00", "12:00") for n in range(19)}
    )
    board = Board(facts, items_of(facts))
    Search(board).run()
    looked = 0
    options = Board.options

    def counted(self: Board, item: Item) -> Iterator[Option]:
        nonlocal looked
        for option in options(self, item):
            looked += 1
            assert looked <= MANY, "the search goes on and on"
            yield option

    monkeypatch.setattr(Board, "options", counted)
    placed = board.spots()
    Exact(board, board.items).run()
    assert board.spots() == placed
