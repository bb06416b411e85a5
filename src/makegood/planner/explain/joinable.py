"""Planned sessions that one more student could join."""

from collections import defaultdict
from collections.abc import Sequence

from makegood.planner.grades import may_be_together
from makegood.planner.misses import key_of
from makegood.plans.instance import Instance, Miss, Session, Student


class Joinable:
    """Sessions with a seat left, by school and service. What is agreed already is left as it is."""

    def __init__(self, instance: Instance, sessions: Sequence[Session]) -> None:
        """Sort the sessions that are not full."""
        self._span = instance.limits.grade_span
        self._grade = {student.student_id: student.grade for student in instance.students}
        most = {key_of(miss): miss.group_max for miss in instance.misses}
        pinned = set(instance.pinned)
        self._open: dict[tuple[str, str], list[Session]] = defaultdict(list)
        for session in sessions:
            parts = [part for attends in session.students for part in attends.settles]
            seats = min((most.get(key_of(part), 1) for part in parts), default=1)
            if len(session.students) < seats and session not in pinned:
                self._open[session.school_id, session.service_type].append(session)

    def sessions(self, student: Student, miss: Miss) -> Sequence[Session]:
        """Return those of the student's school and the miss's service."""
        return self._open.get((student.school_id, miss.service_type), ()) if miss.group_max > 1 else ()

    def fits(self, student: Student, miss: Miss, session: Session) -> bool:
        """Return whether a student may join a session for a miss, as far as group and grades go."""
        others = [attends.student_id for attends in session.students]
        return (
            len(others) < miss.group_max
            and student.student_id not in others
            and may_be_together([student.grade, *(self._grade.get(other) for other in others)], self._span)
        )
