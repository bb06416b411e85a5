"""What a comparison of policies shows: totals, reasons, and each miss under each of them."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from makegood.ledger import Ledger, Miss
from makegood.terms.accounts import DISPOSITIONS
from makegood.terms.reasons import REASONS

COMPARED: Final = (
    "promised",
    "not_in_session",
    "due",
    "delivered",
    "delivered_differently",
    "still_due",
    "missed",
    "unrecorded",
    "owed",
    "made_up",
    "released",
    "open",
    "overdue",
    "not_owed",
    "team_decides",
    "unknown",
)
"""The ledger's accounts that a comparison shows: those that add up to what was promised, and what follows."""


@dataclass(frozen=True, slots=True)
class ComparedMiss:
    """One miss under each policy; None where its period leaves nothing to miss."""

    under: tuple[Miss | None, ...]

    @property
    def miss(self) -> Miss:
        """The miss as the first policy that has it sees it: day, student, service and reason are the same."""
        return next(miss for miss in self.under if miss is not None)

    @property
    def changes(self) -> tuple[str, ...]:
        """What the policies differ in: minutes, disposition, due_by."""
        minutes = [miss.minutes if miss else 0 for miss in self.under]
        if not any(minutes):
            return ()
        # Where nothing is missed there is nothing to judge.
        judged = [miss for miss in self.under if miss is not None and miss.minutes]
        found = ["minutes"] if len(set(minutes)) > 1 else []
        found += ["disposition"] if len({miss.disposition for miss in judged}) > 1 else []
        found += ["due_by"] if len({miss.due_by for miss in judged}) > 1 else []
        return tuple(found)

    @property
    def other_rule(self) -> bool:
        """Whether it comes to the same by other rules."""
        return not self.changes and len({miss.rule for miss in self.under if miss is not None}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same records under several policies.

    Attributes:
        policy_ids: The policies, in the order asked for.
        ledgers: The account under each.
        misses: Every miss, by day, student and service.
    """

    policy_ids: tuple[str, ...]
    ledgers: tuple[Ledger, ...]
    misses: list[ComparedMiss]

    @property
    def changed(self) -> list[ComparedMiss]:
        """The misses that come to something else."""
        return [miss for miss in self.misses if miss.changes]

    def by_reason(self) -> dict[str, list[Counter[str]]]:
        """Return for each reason, in the usual order, each policy's minutes by disposition."""
        table: dict[str, list[Counter[str]]] = {}
        for place, ledger in enumerate(self.ledgers):
            for miss in ledger.misses:
                cells = table.setdefault(miss.reason, [Counter() for _ in self.ledgers])
                cells[place][miss.disposition or miss.status] += miss.minutes
        return {reason: table[reason] for reason in REASONS if reason in table and any(map(sum_of, table[reason]))}

    def as_dict(self) -> dict[str, Any]:
        """Return the comparison as JSON prints it."""
        sides = list(zip(self.policy_ids, self.ledgers, strict=True))
        return {
            "as_of": self.ledgers[0].as_of.isoformat(),
            "policies": list(self.policy_ids),
            "totals": {name: {id_: ledger.totals[name] for id_, ledger in sides} for name in COMPARED},
            "by_reason": {
                reason: {
                    id_: {word: cell[word] for word in DISPOSITIONS}
                    for id_, cell in zip(self.policy_ids, cells, strict=True)
                }
                for reason, cells in self.by_reason().items()
            },
            "changed": [self._miss(compared) for compared in self.changed],
            "same_by_another_rule": sum(miss.other_rule for miss in self.misses),
            "misses": len(self.misses),
        }

    def _miss(self, compared: ComparedMiss) -> dict[str, Any]:
        miss = compared.miss
        shown = ("minutes", "disposition", "due_by", "status", "rule", "citation", "verification")
        sides = {
            id_: None if side is None else {name: side.as_dict()[name] for name in shown}
            for id_, side in zip(self.policy_ids, compared.under, strict=True)
        }
        same = ("service_id", "student_id", "service_type", "session_id", "reason", "inferred", "gap")
        return {
            "missed_on": miss.missed_on.isoformat(),
            **{name: getattr(miss, name) for name in same},
            "changes": list(compared.changes),
            "under": sides,
        }


def sum_of(cell: Counter[str]) -> int:
    """Return all minutes of a cell."""
    return sum(cell.values())
