"""What several policies say of every reason on one day, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from makegood.policies.policy import Policy
from makegood.policies.rule import Rule
from makegood.terms.reasons import PARTY_OF, Party


@dataclass(frozen=True, slots=True)
class SideBySideRow:
    """One reason.

    Attributes:
        reason: The reason.
        party: To whom it belongs.
        rules: Each policy's rule, in the order asked for; None where its whole line is silent.
    """

    reason: str
    party: Party
    rules: tuple[Rule | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the policies lead to different outcomes."""
        outcomes = {
            rule and (rule.disposition, rule.make_up_within, rule.declined_offer_releases) for rule in self.rules
        }
        return len(outcomes) > 1


def rules_side_by_side(policies: Sequence[Policy], on: date) -> list[SideBySideRow]:
    """Return a row for every reason, in the order in which reports list reasons."""
    return [
        SideBySideRow(reason, party, tuple(policy.rule(reason, on) for policy in policies))
        for reason, party in PARTY_OF.items()
    ]
