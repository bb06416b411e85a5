"""Every minute that no session settles, with one reason."""

from collections.abc import Sequence

from makegood.planner.explain.case import Book, case_of
from makegood.planner.explain.reasons import reason_of
from makegood.planner.misses import key_of
from makegood.plans.instance import Instance, Session
from makegood.plans.plan import Unplanned


def unplanned(instance: Instance, sessions: Sequence[Session]) -> tuple[Unplanned, ...]:
    """Return what a plan leaves, in the order of the instance's misses.

    With what the sessions settle, the minutes of each miss add up to its own.

    Args:
        instance: The facts.
        sessions: The whole plan, pinned sessions included.
    """
    book = Book(instance, sessions)
    found = []
    for miss in instance.misses:
        minutes = miss.minutes - book.settled[key_of(miss)]
        if minutes > 0:
            why, detail = reason_of(case_of(book, miss, minutes))
            found.append(
                Unplanned(
                    student_id=miss.student_id,
                    service_id=miss.service_id,
                    service_type=miss.service_type,
                    session_id=miss.session_id,
                    missed_on=miss.missed_on,
                    minutes=minutes,
                    why=why,
                    detail=detail,
                    decided=miss.decided,
                )
            )
    return tuple(found)
