"""The log's words for reasons, each as the policy of its day understands it."""

import datetime as dt
from dataclasses import dataclass, field
from difflib import get_close_matches

from makegood.policies import Policy
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import OTHER, REASONS


@dataclass(slots=True)
class ReasonCodes:
    """Translates reasons into places in REASONS, remembering what it has seen."""

    findings: list[Finding] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=lambda: {reason: place for place, reason in enumerate(REASONS)})
    _local: dict[tuple[str, str, dt.date], int] = field(default_factory=dict)

    def code(self, word: str | None, policy: Policy, on: dt.date, row: int) -> int:
        """Return a reason's place. A blank is `other`; an unknown word is an error finding."""
        if word is None:
            return self._known[OTHER]
        if word in self._known:
            return self._known[word]
        key = (word, policy.policy_id, on)
        if key not in self._local:
            self._local[key] = self._translate(word, policy, on, row)
        return self._local[key]

    def _translate(self, word: str, policy: Policy, on: dt.date, row: int) -> int:
        reason = policy.reason_of(word, on) or _spelled(word)
        if reason in self._known:
            return self._known[reason]
        near = get_close_matches(_spelled(word), REASONS, 1)
        self.findings.append(
            Finding(
                "error",
                "unknown_reason",
                f"Policy {policy.policy_id} has no code {word!r} on {on}.",
                Origin("sessions", row, "reason"),
                found=word,
                expected=("perhaps " + near[0] + "; " if near else "")
                + "one of the reasons ('makegood reasons') or a code of the student's policy",
            )
        )
        return self._known[OTHER]


def _spelled(word: str) -> str:
    """Return a word in the spelling of the fixed reasons: small letters, underscores between words."""
    return "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
