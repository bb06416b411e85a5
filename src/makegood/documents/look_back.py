"""How far back a complaint to the State reaches, and which misses it leaves behind."""

from collections.abc import Sequence
from typing import Final

from makegood.ledger import Miss
from makegood.statements.statement.case import Case
from makegood.statements.statement.steps import months_later

_YEAR: Final = 12
"""Months."""


def look_back(case: Case, misses: Sequence[Miss]) -> dict[str, str]:
    """Return what of the misses a complaint of today reaches, and what leaves its year within a month."""
    words, as_of = case.words, case.ledger.as_of
    begins, soon = months_later(as_of, -_YEAR), months_later(as_of, 1)
    will_begin = months_later(soon, -_YEAR)
    within = [m for m in misses if m.missed_on >= begins]
    leaving = [m for m in within if m.missed_on < will_begin]
    older = [m for m in misses if m.missed_on < begins]
    first = min((m.missed_on for m in leaving), default=None)
    return {
        "begins": words.day(begins),
        "month": words.day(soon),
        "within": words.minutes(sum(m.minutes for m in within)),
        "leaving": words.minutes(sum(m.minutes for m in leaving)) if leaving else "",
        "leaving_days": case.whens(leaving) if leaving else "",
        "leaving_by": words.day(months_later(first, _YEAR)) if first else "",
        "last": words.day(months_later(min(m.missed_on for m in within), _YEAR)) if within else "",
        "older": words.minutes(sum(m.minutes for m in older)) if older else "",
    }
