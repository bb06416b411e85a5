"""Weeks of tiny random caseloads beside the best of all weeks, found by trying every one."""

import pytest
from tests.week.exhaustive import best_week
from tests.week.tiny_caseload import tiny_caseload

from makegood.week.make import solve
from makegood.week.verify import verify


@pytest.mark.parametrize("seed", range(48))
def test_a_tiny_week_places_as_much_and_moves_as_little_as_any_week_can(seed: int) -> None:
    caseload = tiny_caseload(seed)
    solved = solve(caseload)
    minutes, moved = best_week(caseload)
    assert verify(caseload, solved.slots) == []
    assert solved.summary.bound >= round(minutes)
    assert (solved.summary.minutes_placed, solved.summary.moved) == (round(minutes), moved)
    assert solved.summary.proved
