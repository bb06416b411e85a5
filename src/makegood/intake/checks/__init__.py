"""Named checks of what was read: a flat list, each one kind of finding."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from makegood.intake.checks import ids
from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding

Check = Callable[[Facts], Iterable[Finding]]

OF_IDS: Final[tuple[Check, ...]] = (
    ids.duplicate_ids,
    ids.near_ids,
    ids.unknown_references,
    ids.unknown_calendars,
)
"""Checks that look at ids only, so that they can run while other cells are still wrong."""

OF_MEANING: Final[tuple[Check, ...]] = ()
"""Checks that need every cell to be readable and every id to be known."""

__all__ = ["OF_IDS", "OF_MEANING", "Check", "Facts", "check_ids", "check_meaning"]


def check_ids(facts: Facts) -> Iterator[Finding]:
    """Yield what the checks of ids find."""
    for check in OF_IDS:
        yield from check(facts)


def check_meaning(facts: Facts) -> Iterator[Finding]:
    """Yield what the checks of meaning find."""
    for check in OF_MEANING:
        yield from check(facts)
