"""Chance."""

from random import Random


def happens(share: float, rng: Random) -> bool:
    """Return whether something that happens in this share of cases happens now."""
    return rng.random() < share
