"""Grades as numbers, so that it can be counted how far apart they are."""

from collections.abc import Iterable, Sequence
from typing import Final

_WORDS: Final = {"PK": -1, "K": 0} | {str(year): year for year in range(1, 13)}


def grade_of(grade: str | None) -> int | None:
    """Return a grade in years (PK is -1, K is 0), or None if it is blank or another word."""
    return _WORDS.get((grade or "").strip().upper().lstrip("0"))


def may_be_together(grades: Iterable[str | None], span: int | None) -> bool:
    """Return whether students of these grades may share a session."""
    return near_enough([grade_of(grade) for grade in grades], span)


def near_enough(numbers: Sequence[int | None], span: int | None) -> bool:
    """Return whether grades in years are no further apart than a span; one that is not known is near to no other."""
    if span is None or len(numbers) == 1:
        return True
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and max(known) - min(known) <= span
