"""Make-ups that were agreed for the same hour before, and did not stand."""

from collections.abc import Iterable

from makegood.planner.instance import Session
from makegood.records import Records
from makegood.terms.findings import Finding


def again(records: Records, new: Iterable[Session]) -> list[Finding]:
    """Warn of what was agreed before for the same hour, and was declined, missed or released since.

    Args:
        records: The records, with the table `pinned`.
        new: Sessions of a plan that are not agreed.
    """
    table = records.pinned
    before: dict[tuple[object, ...], int] = {}
    rows = zip(table.date, table.start, table.provider_id, table.student_id, table.row, strict=True)
    for *when, row in rows:
        before[tuple(when)] = row
    findings = []
    for session in new:
        for attends in session.students:
            earlier = before.get((session.date, session.start, session.provider_id, attends.student_id))
            if earlier is not None:
                says = (
                    f"pinned, row {earlier}: a make-up of student {attends.student_id} at this hour, on {session.date} "
                    f"with {session.provider_id}, was agreed before and did not stand. It is offered again: ask "
                    "the family first, or take the hour out of availability or student_times."
                )
                findings.append(Finding("warning", "offered_again", says, "pinned", earlier))
    return findings
