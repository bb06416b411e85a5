"""The order of many numbers, held against Python's own sorting."""

import numpy as np
import pytest

from makegood.log.order import alike, order_of


@pytest.mark.parametrize("greatest", [3, 5_000, 2**62], ids=["many are equal", "few are equal", "too great"])
def test_places_come_by_their_keys_and_those_of_equal_keys_stay_in_order(greatest: int) -> None:
    keys = np.random.default_rng(4).integers(0, greatest, 1_000)
    assert order_of(keys).tolist() == sorted(range(1_000), key=keys.tolist().__getitem__)


def test_no_keys_have_no_order() -> None:
    assert order_of(np.zeros(0, np.int64)).tolist() == []


def test_of_keys_that_are_alike_the_first_place_is_told_and_each_key_says_which_it_is_like() -> None:
    first, group = alike(np.array([7, 2, 7, 0, 2], np.int64))
    assert (first.tolist(), group.tolist()) == ([3, 1, 0], [2, 1, 2, 0, 1])


def test_of_no_keys_none_are_alike() -> None:
    first, group = alike(np.zeros(0, np.int64))
    assert (first.tolist(), group.tolist()) == ([], [])
