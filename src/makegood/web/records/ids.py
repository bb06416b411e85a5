"""Random ids: nothing in an address can be guessed, and none is a number that a school gave to a child."""

import secrets
from typing import Final

_LETTERS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH: Final = 20
"""31 letters to the power of 20 are some 99 bits."""
_SHORT: Final = 12


def new_ref() -> str:
    """Return a new random id for an address, without letters that look alike."""
    return "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))


def new_id(first: str) -> str:
    """Return a new id for a row that people may read, such as `W` and twelve letters for a session."""
    return first + "".join(secrets.choice(_LETTERS) for _ in range(_SHORT)).upper()
