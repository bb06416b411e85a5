"""Minutes on a day on which the tables of absences say that somebody was away."""

from collections.abc import Collection, Iterator
from typing import Final

from makegood.log.doubts.rows import rows_of
from makegood.log.log import Log
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin

LATE: Final = frozenset({"student_late", "provider_late", "delayed_start"})
"""Reasons after which a person came all the same."""


def delivered_while_away(log: Log, services: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield minutes given on a day on which an absence table says that the student or the provider was away."""
    records = log.records
    if not len(records.student_absences) and not len(records.provider_absences):
        return
    sessions = records.sessions
    for place in rows_of(log, services, lambda rows: (rows.given > 0) & rows.away()):
        if not sessions.minutes_delivered[place]:
            continue
        facts = log.facts(place)
        who = _who_was_away(log, place, facts.policy_id if facts else None)
        if who is not None:
            table, person = who
            says = (
                f"{sessions.minutes_delivered[place]} minutes on a day on which {person} was away, as '{table}' says. "
                "If that was for another part of the day, nothing is wrong."
            )
            origin = Origin("sessions", sessions.row[place], "date")
            expected = "a day on which both were there"
            yield Finding(
                "warning", "delivered_while_away", says, origin, found=str(sessions.date[place]), expected=expected
            )


def _who_was_away(log: Log, place: int, policy_id: str | None) -> tuple[str, str] | None:
    """Return which table says that who was away on a session's day, or None."""
    day, (student_id, _) = log.days[place], log.owner(place)
    if (log.absences.of_student(student_id, day, policy_id) or "student_late") not in LATE:
        return "student_absences", "the student"
    if not len(log.records.provider_absences):
        return None
    provider_id = log.provider_of(place)
    if (log.absences.of_provider(provider_id, day, policy_id) or "provider_late") not in LATE:
        return "provider_absences", f"provider {quoted(provider_id)}"
    return None
