"""The order of many numbers, and which of them are alike."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_MOST: Final = np.iinfo(np.int64).max


def order_of(keys: Numbers) -> Numbers:
    """Return the places of keys (0 or more) from the least key to the greatest; of equal keys they keep their order."""
    count = max(len(keys), 1)
    if keys.max(initial=0) >= _MOST // count:
        return np.argsort(keys, kind="stable")
    # Numbers are sorted many times faster than places by their numbers; so each number takes its place along.
    order: Numbers = np.sort(keys * count + np.arange(len(keys))) % count
    return order


def alike(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return the first place of each different key, from the least, and for each key which of these it is like."""
    order = order_of(keys)
    in_order = keys[order]
    begins = np.diff(in_order, prepend=-1) != 0
    group = np.empty_like(order)
    group[order] = np.cumsum(begins) - 1
    return order[begins], group
