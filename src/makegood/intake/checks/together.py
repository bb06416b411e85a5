"""Checks of sessions that were given together."""

from collections.abc import Iterator

from makegood.intake.checks.check import COUNTING, OWNER, check
from makegood.intake.checks.facts import Facts
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin


@check(*COUNTING, *OWNER, "sessions.together_with", "sessions.date")
def together_with_another(facts: Facts) -> Iterator[Finding]:
    """Yield sessions whose 'together_with' names no session of another service of that student and day."""
    sessions = facts.records.sessions
    for at, named in sessions.filled_cells("together_with"):
        other = facts.last(named) if facts.log.counts[at] else None
        if other is None:
            continue
        if other == at:
            says = "A session cannot be given together with itself."
        elif facts.log.owner(other)[0] != facts.log.owner(at)[0]:
            says = (
                f"{quoted(named)} is a session of another student, {quoted(facts.log.owner(other)[0])}. A group has "
                "a 'group_id'."
            )
        elif sessions.service_id[other] == sessions.service_id[at]:
            says = f"{quoted(named)} is a session of the same service."
        elif sessions.date[other] != sessions.date[at]:
            says = f"{quoted(named)} is on another day, {sessions.date[other]}."
        else:
            continue
        expected = "the student's session of another service on that day"
        origin = Origin("sessions", sessions.row[at], "together_with")
        yield Finding("error", "together_with_another", says, origin, found=named, expected=expected)
