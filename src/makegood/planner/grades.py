"""Grades as numbers, so that it can be counted how far apart they are."""

from typing import Final

_WORDS: Final = {"PK": -1, "K": 0} | {str(year): year for year in range(1, 13)}


def grade_of(grade: str | None) -> int | None:
    """Return a grade in years (PK is -1, K is 0), or None if it is blank or another word."""
    return _WORDS.get((grade or "").strip().upper().lstrip("0"))
