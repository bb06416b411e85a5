"""Every minute that a session settles, with what speaks for its place."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makegood.planner.explain.case import Book, Case, case_of
from makegood.planner.explain.minutes import in_a_row
from makegood.planner.explain.words import day, listed, minutes
from makegood.planner.misses import key_of
from makegood.plans.instance import Instance, Miss, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Minutes of a miss that one session settles.

    Attributes:
        in_time: Whether its day is on or before the deadline, or no deadline is known.
        day: Which day it is of those on which both have time, and how many these are; None where it was agreed before.
        note: In sentences for a director: who, the deadline, with whom.
    """

    session: Session
    miss: Miss
    minutes: int
    in_time: bool
    day: tuple[int, int] | None
    note: str

    @property
    def why(self) -> str:
        """Return what speaks for this place, in sentences."""
        return " ".join(part for part in (_which_day(self.day), self.note) if part)


def placed(instance: Instance, sessions: Sequence[Session]) -> Iterator[Placed]:
    """Yield what a plan settles, in its order.

    Args:
        instance: The facts.
        sessions: The whole plan, pinned sessions included.
    """
    book = Book(instance, sessions)
    misses = {(each.student_id, *key_of(each)): each for each in instance.misses}
    agreed = set(instance.pinned)
    for session in sessions:
        for attends in session.students:
            for part in attends.settles:
                miss = misses[attends.student_id, *key_of(part)]
                case = case_of(book, miss, part.minutes)
                yield Placed(
                    session=session,
                    miss=miss,
                    minutes=part.minutes,
                    in_time=miss.due_by is None or session.date <= miss.due_by,
                    day=None if session in agreed else _day(case, session),
                    note=" ".join(_sentences(case, session, agreed=session in agreed)),
                )


def _sentences(case: Case, session: Session, *, agreed: bool) -> Iterator[str]:
    yield "Agreed already, so it stays." if agreed else _who(case, session)
    yield _deadline(case, session.date)
    others = len(session.students) - 1
    if others:
        yield f"Together with {others} other student{'s' if others > 1 else ''}; the IEPs allow it."


def _who(case: Case, session: Session) -> str:
    who, usual = session.provider_id, case.miss.provider_id
    if usual is None or usual == who:
        return f"{who} usually gives it." if usual else f"{who} may give it."
    offers = [offer for _, offers in case.supply.days for offer in offers if offer.provider_id == usual]
    left = sum((offer.fact & ~(offer.here | offer.elsewhere)).bit_count() for offer in offers)
    time = f"has {minutes(left)} left" if offers else "has no time for make-ups"
    return f"{who} may give it; {usual}, who usually does, {time} at {session.school_id} in these weeks."


def _day(case: Case, session: Session) -> tuple[int, int]:
    days = sorted({each.date for each in case.all_meetings if each.provider_id == session.provider_id})
    return days.index(session.date) + 1, len(days)


def _which_day(day: tuple[int, int] | None) -> str:
    if day is None:
        return ""
    nth, days = day
    return "The only day on which both have time." if days == 1 else f"Day {nth} of {days} on which both have time."


def _deadline(case: Case, date: dt.date) -> str:
    due = case.miss.due_by
    if due is None:
        return "No deadline is known."
    if date <= due:
        return f"In time: due by {day(due)}."
    if due < case.book.instance.first:
        return f"Late: it was due by {day(due)}, before these weeks begin."
    late, who = f"Late: it was due by {day(due)}", f"{case.student.student_id} and {listed(case.people, 'or')}"
    sooner = [each for each in case.usable if each.date <= due]
    if not sooner:
        return f"{late}, and {who} have no time in common before that."
    if any(in_a_row(each.left, case.shortest) for each in sooner):
        return f"{late}."
    return f"{late}, and other make-ups take what {who} have in common up to then."
