"""Swaps of equal worth, so that nobody gets nothing where another child gives up one of several make-ups."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from makegood.planner.grades import may_be_together
from makegood.planner.lengths import least_of
from makegood.planner.misses import MissKey, key_of, piece
from makegood.planner.spans import Spans
from makegood.planner.times import Times
from makegood.plans.instance import Attends, Instance, Miss, Session, Settles


def nobody_left_out(instance: Instance, times: Times, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Return the sessions with a place for each child who had none and can take one of another's several.

    As many minutes are settled as before, as many of them in time; whoever gives up a make-up keeps another one.
    Agreed ones stay. Those to whom the oldest minutes are owed choose first.
    """
    return tuple(_Swaps(instance, times, list(sessions)).done())


@dataclass(slots=True)
class _Swaps:
    instance: Instance
    times: Times
    sessions: list[Session]
    misses: dict[tuple[str, str], list[Miss]] = field(init=False)
    miss: dict[MissKey, Miss] = field(init=False)
    grade: dict[str, str | None] = field(init=False)
    held: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.misses = defaultdict(list)
        self.miss = {}
        for each in self.instance.misses:
            self.misses[each.student_id, each.service_type].append(each)
            self.miss[key_of(each)] = each
        self.grade = {each.student_id: each.grade for each in self.instance.students}
        self.held = Counter(each.student_id for session in self.sessions for each in session.students)

    def done(self) -> list[Session]:
        pinned = set(self.instance.pinned)
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, session in enumerate(self.sessions):
            if session not in pinned:
                places[session.school_id, session.service_type].append(at)
        for student_id, service_type in self.misses:
            if not self.held[student_id]:
                school_id = self.times.student[student_id].school_id
                for at in places.get((school_id, service_type), ()):
                    if self._swap(at, student_id, service_type):
                        break
        self.sessions.sort(key=lambda each: (each.date, each.start, each.school_id, each.provider_id))
        return self.sessions

    def _swap(self, at: int, student_id: str, service_type: str) -> bool:
        session = self.sessions[at]
        for other in session.students:
            others = [each for each in session.students if each is not other]
            if self.held[other.student_id] > 1:
                new = self._in_place_of(session, other.settles, others, student_id, service_type)
                if new is not None:
                    self.sessions[at] = new
                    self.held[other.student_id] -= 1
                    self.held[student_id] += 1
                    return True
        return False

    def _in_place_of(
        self, session: Session, given_up: Sequence[Settles], others: list[Attends], student_id: str, service_type: str
    ) -> Session | None:
        """Return the session with the child in another's place, or None where a rule forbids it or minutes are lost."""
        if not self._free(session, student_id):
            return None
        grades = [self.grade.get(each.student_id) for each in others]
        if not may_be_together([self.grade.get(student_id), *grades], self.instance.limits.grade_span):
            return None
        minutes = sum(each.minutes for each in given_up)
        settles = self._settles(session, len(others) + 1, minutes, self.misses[student_id, service_type])
        if settles is None or self._in_time(session, settles) < self._in_time(session, given_up):
            return None
        students = (*others, Attends(student_id=student_id, settles=settles))
        return replace(session, students=tuple(sorted(students, key=lambda each: each.student_id)))

    def _settles(self, session: Session, size: int, minutes: int, misses: list[Miss]) -> tuple[Settles, ...] | None:
        """Return pieces of a child's misses that are together so many minutes, the oldest first, whole ones first."""
        fits = [miss for miss in misses if _may_settle(session, size, miss)]
        found, left = list[Settles](), minutes
        cut = list[Miss]()
        for miss in fits:
            if miss.minutes <= left:
                found.append(piece(miss, miss.minutes))
                left -= miss.minutes
            else:
                cut.append(miss)
        if left:
            # What is left is less than any of these: one of them gives a part.
            part = next((miss for miss in cut if least_of(self.instance.limits, miss, miss.minutes) <= left), None)
            if part is None:
                return None
            found.append(piece(part, left))
        return tuple(sorted(found, key=lambda each: (each.missed_on, each.session_id or "")))

    def _free(self, session: Session, student_id: str) -> bool:
        limits = self.instance.limits
        if any(limit is not None and session.minutes > limit for limit in (limits.student_day, limits.student_week)):
            return False
        dated = self.times.has_dated(session.provider_id, session.date)
        if not dated and not self.times.has_school(student_id, session.date):
            return False
        open_ = self.times.open_time(student_id, session.date, session.provider_id if dated else None)
        return _within(session, open_)

    def _in_time(self, session: Session, settles: Sequence[Settles]) -> int:
        due = ((each, self.miss[key_of(each)].due_by) for each in settles)
        return sum(each.minutes for each, last in due if last is None or session.date <= last)


def _within(session: Session, open_: Spans) -> bool:
    return any(start <= session.start and session.start + session.minutes <= end for start, end in open_)


def _may_settle(session: Session, size: int, miss: Miss) -> bool:
    """Return whether a session of so many children may settle anything of a miss."""
    return (
        miss.decided
        and miss.missed_on <= session.date
        and size <= miss.group_max
        and session.minutes <= (miss.usual or session.minutes)
    )
