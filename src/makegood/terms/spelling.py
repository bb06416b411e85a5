"""Which known word was meant, if a word is only spelled wrong: never a word that means something else."""

from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 5
"""In shorter words one letter makes another word: `term` and `team`."""


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """Return the one known word from which a word differs by a single slip of the keys.

    A slip is one letter too few, too many, another or swapped with its neighbour. A number is never a slip of another
    number. Where two known words fit, neither is returned.

    Args:
        word: The word, spelled as the known ones are (case, blanks and signs made alike).
        known: The words that it can mean.
    """
    near = {other for other in known if other != word and _one_slip(word, other)}
    return near.pop() if len(near) == 1 else None


def _one_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or len(long) - len(short) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return not long[at].isdigit() and short[at:] == long[at + 1 :]
    if short[at].isdigit() or long[at].isdigit():
        return False
    swapped = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (swapped and short[at + 2 :] == long[at + 2 :])


def near(id_: str) -> str:
    """Return an id as a hurried eye sees it: without regard to case and leading zeros."""
    return id_.casefold().lstrip("0")
