"""Whether a plan that was made before still fits the records as they are now."""

from collections.abc import Sequence

from makegood.planner.gather.pins import order_of
from makegood.plans.instance import Instance, Session
from makegood.plans.verify import SENTENCES, verify
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin

MissName = tuple[str, str, str | None, object]
"""Whose miss, and what names it."""


def fits(instance: Instance, new: Sequence[Session]) -> list[Finding]:
    """Return what keeps sessions of a plan from being agreed.

    Args:
        instance: The facts as they are now, with what is agreed; nothing stands against that.
        new: The sessions that are to be agreed too.
    """
    past = [session for session in new if session.date < instance.first]
    if past:
        return [_past(past, instance)]
    findings = _debts(instance, new)
    if findings:
        return findings
    together = sorted([*instance.pinned, *new], key=order_of)
    return [
        Finding(
            "error",
            "plan_breaks_a_rule",
            f"The plan no longer fits. {broken.says}",
            Origin("plan"),
            expected=SENTENCES[broken.constraint].rstrip("."),
        )
        for broken in verify(instance, together)
    ]


def _debts(instance: Instance, new: Sequence[Session]) -> list[Finding]:
    """Return the minutes that are planned and are not open, or no longer so many."""
    left: dict[MissName, int] = {
        (miss.student_id, miss.service_id, miss.session_id, miss.missed_on): miss.minutes for miss in instance.misses
    }
    agreed: dict[MissName, int] = {}
    for name, minutes in _pieces(instance.pinned):
        agreed[name] = agreed.get(name, 0) + minutes
    planned: dict[MissName, int] = {}
    for name, minutes in _pieces(new):
        planned[name] = planned.get(name, 0) + minutes
    findings = []
    for name, minutes in planned.items():
        free = left.get(name, 0) - agreed.get(name, 0)
        if minutes > free:
            student_id, service_id, session_id, missed_on = name
            which = f"session {shown(session_id)}" if session_id is not None else "what was missed"
            says = (
                f"The plan no longer fits: {minutes} minutes of student {shown(student_id)} are planned for {which} "
                f"(service {shown(service_id)}, {missed_on}), and {free} are open and not agreed otherwise. Please "
                "plan anew."
            )
            findings.append(
                Finding(
                    "error", "plan_beyond_open", says, Origin("plan"), found=str(minutes), expected=f"at most {free}"
                )
            )
    return findings


def _pieces(sessions: Sequence[Session]) -> list[tuple[MissName, int]]:
    return [
        ((attends.student_id, part.service_id, part.session_id, part.missed_on), part.minutes)
        for session in sessions
        for attends in session.students
        for part in attends.settles
    ]


def _past(sessions: Sequence[Session], instance: Instance) -> Finding:
    first, count = sessions[0], len(sessions)
    says = (
        f"{count} of the plan's make-ups {'is' if count == 1 else 'are'} behind us, the first with "
        f"{shown(first.provider_id)} on {first.date}. Please plan anew."
    )
    return Finding(
        "error", "plan_in_the_past", says, Origin("plan", None, "date"), expected=f"{instance.first} or later"
    )
