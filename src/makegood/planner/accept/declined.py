"""Sessions of a plan at an hour that a family declined since the plan was made."""

from collections.abc import Sequence

from makegood.planner.spans import common
from makegood.plans.instance import Instance, Session
from makegood.terms.clock import clock
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin


def without_declined(instance: Instance, sessions: Sequence[Session]) -> tuple[list[Session], list[Finding]]:
    """Return the sessions that no family declined, and a warning for each other one.

    Args:
        instance: The facts as they are now.
        sessions: Sessions of a plan that are not agreed.
    """
    kept, findings = [], []
    for session in sessions:
        span = session.start, session.start + session.minutes
        declined = {
            hour.student_id
            for hour in instance.declined
            if hour.date == session.date and common([span], [(hour.start, hour.start + hour.minutes)])
        }
        families = [attends.student_id for attends in session.students if attends.student_id in declined]
        if not families:
            kept.append(session)
            continue
        says = (
            f"The make-up of {shown(session.provider_id)} on {session.date} at {clock(session.start)} is left out: the "
            f"family of student {', '.join(map(shown, families))} declined that hour. The next plan finds another "
            "place for its minutes."
        )
        findings.append(Finding("warning", "plan_declined", says, Origin("plan")))
    return kept, findings
