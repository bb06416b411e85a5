"""What becomes agreed when a plan, or part of it, is accepted."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from makegood.ledger import Ledger
from makegood.planner.accept.declined import without_declined
from makegood.planner.accept.fits import fits
from makegood.planner.accept.rows import Rows, rows_of
from makegood.planner.gather import gather
from makegood.plans.instance import Session
from makegood.plans.plan import Plan
from makegood.records import Records
from makegood.terms.findings import Finding, Origin, errors

_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What is to be written.

    Attributes:
        sessions: The make-ups that become agreed; none if all were agreed before.
        already: How many of those chosen were agreed before, today or on any other day.
        rows: The rows to add, by table.
        findings: What a person should look at.
    """

    sessions: tuple[Session, ...]
    already: int
    rows: Rows
    findings: list[Finding]


def acceptance_of(
    records: Records,
    ledger: Ledger,
    plan: Plan,
    *,
    providers: Collection[str] = (),
    students: Collection[str] = (),
) -> tuple[Acceptance | None, list[Finding]]:
    """Check that a plan still fits the records, and return what becomes agreed.

    Args:
        records: The records as they are now.
        ledger: Their account as of the day on which the plan is accepted.
        plan: The plan.
        providers: Only sessions of these; none named: of all.
        students: Only sessions that one of these attends; none named: all.

    Returns:
        What is to be written, or None if a finding is an error; and the findings.
    """
    chosen = [
        session
        for session in plan.sessions
        if (not providers or session.provider_id in providers)
        and (not students or any(attends.student_id in students for attends in session.students))
    ]
    if not chosen:
        return None, [_nothing("This plan has no such session.", "a provider or student of the plan")]
    last = _end_of_week(max(session.date for session in chosen))
    instance, findings = gather(records, ledger, ledger.as_of, max(last, ledger.as_of), with_team=True)
    if errors(findings):
        return None, findings
    agreed = {_alike(session) for session in instance.pinned}
    fresh = [session for session in chosen if _alike(session) not in agreed]
    wanted, left_out = without_declined(instance, fresh)
    findings += left_out
    before = _on_record(records)
    new = [session for session in wanted if _alike(session) not in before]
    already = len(chosen) - len(fresh) + len(wanted) - len(new)
    if not new and not already:
        says = "Every session of this plan was declined: nothing is left to accept."
        return None, [*findings, _nothing(says, "another plan")]
    if not new:
        return Acceptance((), already, rows_of(records, (), ledger.as_of), findings), findings
    findings += fits(instance, new)
    if errors(findings):
        return None, findings
    rows = rows_of(records, new, ledger.as_of)
    return Acceptance(tuple(new), already, rows, findings), findings


def _on_record(records: Records) -> set[tuple[object, ...]]:
    """Return each make-up in `pinned` for comparing with `_alike`, also what was held, missed or freed since.

    So a plan that is accepted once more on a later day is known again, though some of it is behind us.
    """
    table, services = records.pinned, records.services
    place = services.index()
    students: dict[str, set[str]] = {}
    where: dict[str, tuple[object, ...]] = {}
    for at, id_ in enumerate(table.pinned_id):
        students.setdefault(id_, set()).add(table.student_id[at])
        service_type = services.service_type[place[table.service_id[at]]]
        slot = (table.date[at], table.start[at], table.minutes[at], table.school_id[at], table.provider_id[at])
        where.setdefault(id_, (*slot, service_type))
    return {(*where[id_], frozenset(students[id_])) for id_ in where}


def _alike(session: Session) -> tuple[object, ...]:
    """Return a session for comparing: when, where and who. What it settles may have changed since it was agreed."""
    students = frozenset(attends.student_id for attends in session.students)
    where = (session.date, session.start, session.minutes, session.school_id, session.provider_id)
    return *where, session.service_type, students


def _end_of_week(date: dt.date) -> dt.date:
    """Return the Sunday of a day's week, so that a week's limit sees the whole week."""
    return date + dt.timedelta(_SUNDAY - date.weekday())


def _nothing(says: str, expected: str) -> Finding:
    return Finding("error", "nothing_to_accept", says, Origin("plan"), expected=expected)
