"""The accounts as the sums that they are."""

from collections.abc import Mapping
from typing import Any, Final

from makegood.cli.paper import paper


def print_sums(totals: Mapping[str, Any], title: str) -> None:
    """Print the accounts as the sums that they are (ledger.md, 6)."""
    console = paper()
    console.print(title)
    for name, depth in _TREE:
        label = f"{'  ' * depth}{in_words(name)}"
        console.print(f"{label:<30}{totals[name]:>16,}")


_TREE: Final = (
    ("promised", 0),
    ("not_in_session", 1),
    ("delivered", 1),
    ("delivered_differently", 1),
    ("still_due", 1),
    ("missed", 1),
    ("unrecorded", 1),
    ("owed", 2),
    ("made_up", 3),
    ("released", 3),
    ("open", 3),
    ("overdue", 3),
    ("not_owed", 2),
    ("team_decides", 2),
    ("unknown", 2),
    ("extra", 0),
)
"""Each account under the one that it is a part of; missed and unrecorded together are what is judged."""


def in_words(name: str) -> str:
    """Return an account's or a service type's name without underscores."""
    return name.replace("_", " ")
