"""Whether the plan leaves a place for a case, and if not, which limit is in the way."""

from dataclasses import dataclass

from makegood.planner.explain.case import Case
from makegood.planner.explain.meetings import Meeting
from makegood.planner.explain.minutes import bits_of, in_a_row, spans_of
from makegood.planner.explain.used import Blocked
from makegood.planner.spans import Spans
from makegood.plans.instance import Session


@dataclass(frozen=True, slots=True)
class Place:
    """Time that the plan leaves to both, and the limits that forbid to use it."""

    meeting: Meeting
    spans: Spans
    blocked: tuple[Blocked, ...]


def places(case: Case) -> list[Place]:
    """Return every place that the plan leaves, by day, up to the first that no limit forbids."""
    found = []
    shortest = case.shortest
    for meeting in case.usable:
        left = in_a_row(meeting.left, shortest)
        if left:
            blocked = case.book.used.blocked(case.student.student_id, meeting.provider_id, meeting.date, shortest)
            found.append(Place(meeting, spans_of(left), blocked))
            if not blocked:
                break
    return found


def session_to_join(case: Case) -> Session | None:
    """Return a planned group that the student could join, keeping every rule."""
    sessions = case.book.joinable.sessions(case.student, case.miss)
    if not sessions or case.minutes < case.least:
        return None
    at = {(meeting.date, meeting.provider_id): meeting.fact & ~meeting.own for meeting in case.all_meetings}
    for session in sessions:
        free = at.get((session.date, session.provider_id))
        if (
            free
            and session.minutes >= case.least
            and not bits_of([(session.start, session.start + session.minutes)]) & ~free
            and case.book.joinable.fits(case.student, case.miss, session)
            and not _over(case, session)
        ):
            return session
    return None


def _over(case: Case, session: Session) -> bool:
    """Return whether the session would be over one of the student's limits."""
    blocked = case.book.used.blocked(case.student.student_id, session.provider_id, session.date, session.minutes)
    return any(each.limit.startswith("student") for each in blocked)
