"""Which missed minutes may still be made up, and by which rule a no to an offer would close them."""

from typing import Final, Protocol

from makegood.ledger import Miss
from makegood.policies import Rule

_WAITING: Final = frozenset({"team_decides", "unknown"})
"""What may still be made up, though no rule says that it must."""


class _Gap(Protocol):
    @property
    def open(self) -> int: ...
    @property
    def disposition(self) -> str | None: ...


def may_be_made_up(miss: _Gap) -> bool:
    """Return whether a miss may still be made up: it is open, or waits for the team, or no rule was found."""
    return bool(miss.open) or miss.disposition in _WAITING


def closed_by_no(miss: Miss) -> Rule | None:
    """Return the rule by which a declined offer would close the open minutes of a miss; None if no rule says so."""
    rule = miss.judged_by
    return rule if miss.open and rule is not None and rule.declined_offer_releases else None
