"""The grades that a calendar entry's title names."""

import re
from typing import Final

YEARS: Final = ("PK", "TK", "K", *map(str, range(1, 13)))
"""Grades as records write them, in order."""
_NAMES: Final = frozenset({"gr", "grs", "grade", "grades", "grader", "graders", "grado", "grados"})
_TO: Final = frozenset({"-", "to", "thru", "through", "a"})
_AND: Final = frozenset({",", "/", "and", "y"})
_PRE_K: Final = re.compile(r"\bpre[- ]?k\b")
_TOKEN: Final = re.compile(r"[^\W_]+|[^\w\s.]")
_GRADE: Final = re.compile(r"pk|prek|tk|k|\d{1,2}(?:st|nd|rd|th)?")


def take_grades(text: str) -> tuple[str, list[str], list[str]]:
    """Take ranges and lists of grades out of a plain text, in one walk over its words.

    A range needs no other word ("K-5"); single numbers need one that names grades ("grades 6, 7 and 8").

    Args:
        text: The text, with dates and times taken out.

    Returns:
        The text without them, the grades in order, and the words that named them. "PK-12" is every grade: it
        is taken out and names none.
    """
    tokens = _TOKEN.findall(_PRE_K.sub("prek", text))
    rest: list[str] = []
    found: set[str] = set()
    said: list[str] = []
    at = 0
    while at < len(tokens):
        end = _run(tokens, at)
        named = bool(end > at and ((rest and rest[-1] in _NAMES) or (end < len(tokens) and tokens[end] in _NAMES)))
        grades = _grades(tokens[at:end], named=named)
        if not grades:
            rest += tokens[at : max(end, at + 1)]
            at = max(end, at + 1)
            continue
        if len(grades) < len(YEARS):
            found.update(grades)
            said.append(" ".join(tokens[at:end]).replace(" - ", "-"))
        at = end
        if named and at < len(tokens) and tokens[at] in _NAMES:
            at += 1
        elif named and rest and rest[-1] in _NAMES:
            rest.pop()
    return " ".join(rest), [year for year in YEARS if year in found], said


def _run(tokens: list[str], at: int) -> int:
    """Return where the grades end that begin here, with the signs between them."""
    end = at
    while at < len(tokens) and _GRADE.fullmatch(tokens[at]):
        end = at = at + 1
        while at < len(tokens) and at < end + 2 and tokens[at] in _TO | _AND:
            at += 1
    return end


def _grades(run: list[str], *, named: bool) -> set[str]:
    """Return the grades of a run; none if it has a number that is no grade, or could be another number."""
    grades: set[str] = set()
    at = 0
    while at < len(run):
        first = _place(run[at])
        last = _place(run[at + 2]) if len(run) > at + 2 and run[at + 1] in _TO else None
        if first is None or (last is None and not named) or (last is not None and last <= first):
            return set()
        grades.update(YEARS[first : (first if last is None else last) + 1])
        at += 1 if last is None else 3
        while at < len(run) and run[at] in _TO | _AND:
            at += 1
    return grades


def _place(grade: str) -> int | None:
    name = grade.rstrip("stndrh").lstrip("0") if grade[:1].isdigit() else grade.upper()
    name = "PK" if name == "PREK" else name
    return YEARS.index(name) if name in YEARS else None
