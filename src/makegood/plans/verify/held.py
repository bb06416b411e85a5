"""What a plan holds, session by session, found by provider and by student."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from makegood.plans.instance import Attends, Session, Settles

PieceName = tuple[str, str, str | None, dt.date]
"""Whose miss, and the three parts of its name."""

ByDate = dict[tuple[str, dt.date], list[Session]]
"""Sessions by provider or student and by date."""


def piece_name(attends: Attends, settles: Settles) -> PieceName:
    """Return which miss of whom is settled."""
    return attends.student_id, settles.service_id, settles.session_id, settles.missed_on


class Held:
    """A plan's sessions, in the plan's order and by provider or student and day.

    Attributes:
        sessions: All of them, in the plan's order.
        by_provider_day: Those that take time, by provider and date.
        by_start: All of them by provider, date and start.
        by_student_day: Those that take time, by student and date; a session counts once for a student.
    """

    def __init__(self, sessions: Sequence[Session]) -> None:
        self.sessions = tuple(sessions)
        self.by_provider_day: ByDate = defaultdict(list)
        self.by_student_day: ByDate = defaultdict(list)
        self.by_start: dict[tuple[str, dt.date, int], list[Session]] = defaultdict(list)
        for session in self.sessions:
            self.by_start[session.provider_id, session.date, session.start].append(session)
            # A session without minutes is found by `complete`; it is in nobody's way.
            if session.minutes > 0:
                self.by_provider_day[session.provider_id, session.date].append(session)
                for student_id in dict.fromkeys(attends.student_id for attends in session.students):
                    self.by_student_day[student_id, session.date].append(session)

    def attended(self) -> Iterator[tuple[Session, Attends]]:
        """Walk over every session and each of its students."""
        for session in self.sessions:
            for attends in session.students:
                yield session, attends

    def pieces(self) -> Iterator[tuple[Session, Attends, Settles]]:
        """Walk over every piece of a miss that the plan settles."""
        for session, attends in self.attended():
            for settles in attends.settles:
                yield session, attends, settles
