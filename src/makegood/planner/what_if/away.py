"""A vacancy or a leave: a provider who is not there, and what was agreed with them."""

from dataclasses import replace

from makegood.planner.what_if.changes import Change, Vacancy
from makegood.planner.what_if.telling import told
from makegood.plans.instance import Away, Instance
from makegood.terms.findings import Finding


def take_away(instance: Instance, change: Change, what: Vacancy) -> tuple[Instance, list[Finding]]:
    """Return the facts with a provider away; make-ups agreed with them in those days are released."""
    first, last = max(what.from_ or instance.first, instance.first), min(what.until or instance.last, instance.last)
    if last < first:
        return instance, [outside(change, instance)]
    released = [each for each in instance.pinned if each.provider_id == what.provider and first <= each.date <= last]
    findings = []
    if released:
        minutes = sum(part.minutes for each in released for who in each.students for part in who.settles)
        message = (
            f"{what.provider} is away from {first} to {last}. {len(released)} agreed make-up session(s) with "
            f"{minutes} minutes of make-ups cannot be held then; these minutes are planned anew."
        )
        findings.append(told(change, "warning", "pin_released", message))
    changed = replace(
        instance,
        provider_away=(*instance.provider_away, Away(id=what.provider, first=first, last=last)),
        pinned=tuple(each for each in instance.pinned if each not in released),
    )
    return changed, findings


def outside(change: Change, instance: Instance) -> Finding:
    """Return the warning that a change has no day in the plan."""
    message = f"None of these days lies in the plan, which runs from {instance.first} to {instance.last}."
    return told(change, "warning", "outside_plan", message, expected="days in the plan, or a plan with other days")
