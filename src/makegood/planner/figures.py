"""Figures that a plan's table and page both show; counted once, here."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from makegood.plans.instance import Session
from makegood.plans.plan import Plan, Unplanned, Why
from makegood.statements.picture.picture import monday


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What is not planned for one reason.

    Attributes:
        minutes: All of them.
        students: How many children they are owed to.
        details: The sentences that occur, those with the most minutes first.
    """

    why: Why
    minutes: int
    students: int
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of the plan, in minutes: what it settles, and what is open at its end."""

    monday: dt.date
    settled: int
    open: int


def settled(session: Session) -> int:
    """Return the owed minutes that a session settles."""
    return sum(part.minutes for student in session.students for part in student.settles)


def reasons(unplanned: Iterable[Unplanned]) -> list[Reason]:
    """Return what is not planned by reason, the largest first."""
    minutes, details = Counter[Why](), defaultdict[Why, Counter[str]](Counter)
    students = defaultdict[Why, set[str]](set)
    for each in unplanned:
        minutes[each.why] += each.minutes
        students[each.why].add(each.student_id)
        details[each.why][each.detail] += each.minutes
    return [
        Reason(
            why=why,
            minutes=most,
            students=len(students[why]),
            details=tuple(told for told, _ in sorted(details[why].items(), key=lambda item: (-item[1], item[0]))),
        )
        for why, most in sorted(minutes.items(), key=lambda item: (-item[1], item[0]))
    ]


def weeks(plan: Plan, first: dt.date, last: dt.date) -> list[Week]:
    """Return each week from first to last, Monday to Sunday."""
    each: Counter[dt.date] = Counter()
    for session in plan.sessions:
        each[monday(session.date)] += settled(session)
    still, found = plan.summary.owed, []
    for n in range((monday(last) - monday(first)).days // 7 + 1):
        day = monday(first) + dt.timedelta(7 * n)
        still -= each[day]
        found.append(Week(monday=day, settled=each[day], open=still))
    return found


def by_provider(sessions: Iterable[Session]) -> dict[str, dict[dt.date, list[Session]]]:
    """Return the sessions of each provider and week, in order of provider, week, day and time."""
    found: dict[str, dict[dt.date, list[Session]]] = {}
    for session in sorted(sessions, key=lambda each: (each.provider_id, each.date, each.start)):
        found.setdefault(session.provider_id, {}).setdefault(monday(session.date), []).append(session)
    return found


def by_student(sessions: Iterable[Session]) -> dict[str, dict[dt.date, list[Session]]]:
    """Return the sessions of each student and week, in order of student, week, day and time."""
    found: dict[str, dict[dt.date, list[Session]]] = {}
    for session in sorted(sessions, key=lambda each: (each.date, each.start, each.provider_id)):
        for attends in session.students:
            found.setdefault(attends.student_id, {}).setdefault(monday(session.date), []).append(session)
    return dict(sorted(found.items()))
