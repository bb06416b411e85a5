"""Random ids: nothing in an address can be guessed, and none is a number that a school gave to a child."""

import secrets
from typing import Final

_LETTERS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH: Final = 20
"""31 letters to the power of 20 are some 99 bits."""
_SHORT: Final = 12


def new_ref() -> str:
    """Return a new random id for an address."""
    return random_letters(LENGTH)


def new_id(first: str) -> str:
    """Return a new id for a row that people may read, such as `W` and twelve letters for a session."""
    return first + random_letters(_SHORT).upper()


def random_letters(number: int) -> str:
    """Return random letters and digits that nobody can guess, none of which look alike.

    Args:
        number: How many.
    """
    # The system is asked once for all of them: an import needs an id for each of its rows.
    left = secrets.randbelow(len(_LETTERS) ** number)
    letters = []
    for _ in range(number):
        left, place = divmod(left, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)
