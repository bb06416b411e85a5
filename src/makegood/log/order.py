"""The order of many numbers."""

import numpy as np
from numpy.typing import NDArray


def order_of(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places of keys from the least key to the greatest; of equal keys, the places keep their order.

    Args:
        keys: Numbers whose greatest, multiplied by how many there are, is still a 64-bit number.
    """
    # Numbers are sorted many times faster than places by their numbers; so each number takes its place along.
    count = max(len(keys), 1)
    order: NDArray[np.int64] = np.sort(keys * count + np.arange(len(keys))) % count
    return order
