"""Whether agreed sessions keep the rules that every plan keeps."""

from collections.abc import Sequence

from makegood.planner.gather.pins import Pin
from makegood.plans.instance import Instance, Session
from makegood.plans.verify import SENTENCES, verify
from makegood.terms.findings import Finding, Origin


def against(instance: Instance, pinned: Sequence[tuple[Session, list[Pin]]]) -> list[Finding]:
    """Return what stands against agreed sessions, each with its row in the table `pinned`.

    Args:
        instance: The facts, with these sessions agreed.
        pinned: Each agreed session and its rows.
    """
    if not pinned:
        return []
    rows = {id(session): rows for session, rows in pinned}
    findings = []
    for broken in verify(instance, instance.pinned):
        row = rows[id(broken.session)][0].row if broken.session is not None else pinned[0][1][0].row
        says = f"This agreed make-up breaks a rule. {broken.says}"
        way_out = "correct the row or take it out"
        if broken.constraint == "available":
            way_out = f"if the provider left, say so in provider_absences; else {way_out}"
        expected = f"{SENTENCES[broken.constraint].rstrip('.')}; {way_out}"
        findings.append(Finding("error", "pin_breaks_a_rule", says, Origin("pinned", row), expected=expected))
    return findings
