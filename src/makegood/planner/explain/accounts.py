"""A plan read child by child, and school by school: what has a place and what has none."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from makegood.planner.explain.placed import Placed
from makegood.planner.misses import key_of
from makegood.plans.instance import Instance
from makegood.plans.plan import Unplanned


@dataclass(slots=True, kw_only=True)
class Place:
    """One school and service, in minutes.

    Attributes:
        left: Minutes without a place.
        students_left: Students whose minutes those are.
    """

    school_id: str
    service_type: str
    owed: int = 0
    planned: int = 0
    in_time: int = 0
    left: int = 0
    students_left: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of what is owed to a child: settled by a session, or not.

    Attributes:
        piece: The piece that is settled, or what is left of a miss.
        due_by: The deadline, if there is one.
    """

    piece: Placed | Unplanned
    service_type: str
    service_id: str
    session_id: str | None
    missed_on: dt.date
    minutes: int
    due_by: dt.date | None
    decided: bool

    @property
    def note(self) -> str:
        """Return why it has this place, or has none."""
        return self.piece.note if isinstance(self.piece, Placed) else self.piece.detail


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that is owed to one child, oldest first."""

    student_id: str
    school_id: str
    lines: tuple[Line, ...]

    @property
    def owed(self) -> int:
        """Return the minutes that are owed and open."""
        return sum(line.minutes for line in self.lines)

    @property
    def planned(self) -> int:
        """Return those that have a place."""
        return sum(line.minutes for line in self.lines if isinstance(line.piece, Placed))

    @property
    def notes(self) -> dict[str, int]:
        """Return each note once, with its number; many lines share one."""
        return {note: n for n, note in enumerate(dict.fromkeys(line.note for line in self.lines), 1)}


class Accounts:
    """Accounts of a plan by student, in the order of their ids, and by school and service."""

    def __init__(self, instance: Instance, settled: Iterable[Placed], unplanned: Sequence[Unplanned]) -> None:
        """Sort what a plan settles and leaves.

        Args:
            instance: The facts.
            settled: What the whole plan settles, pinned sessions included.
            unplanned: What it leaves.
        """
        school = {each.student_id: each.school_id for each in instance.students}
        due = {key_of(each): each.due_by for each in instance.misses}
        lines: dict[str, list[Line]] = defaultdict(list)
        places: dict[tuple[str, str], Place] = {}

        def place_of(student_id: str, service_type: str) -> Place:
            key = school[student_id], service_type
            return places.setdefault(key, Place(school_id=key[0], service_type=service_type))

        for one in settled:
            lines[one.miss.student_id].append(_line(one))
            place = place_of(one.miss.student_id, one.miss.service_type)
            place.owed += one.minutes
            place.planned += one.minutes
            place.in_time += one.minutes if one.in_time else 0
        for left in unplanned:
            lines[left.student_id].append(_line(left, due.get(key_of(left))))
            place = place_of(left.student_id, left.service_type)
            place.owed += left.minutes
            place.left += left.minutes
            place.students_left.add(left.student_id)
        self.students = {
            student_id: Account(student_id, school[student_id], tuple(sorted(lines[student_id], key=_order)))
            for student_id in sorted(lines)
        }
        self.places = [places[key] for key in sorted(places)]


def _line(piece: Placed | Unplanned, due_by: dt.date | None = None) -> Line:
    of = piece.miss if isinstance(piece, Placed) else piece
    due = piece.miss.due_by if isinstance(piece, Placed) else due_by
    return Line(
        piece, of.service_type, of.service_id, of.session_id, of.missed_on, piece.minutes, due, decided=of.decided
    )


def _order(line: Line) -> tuple[object, ...]:
    """Oldest first; of one miss the pieces as they are held, then what is left."""
    day, start = dt.date.max, 0
    if isinstance(line.piece, Placed):
        day, start = line.piece.session.date, line.piece.session.start
    return line.missed_on, line.service_type, line.service_id, line.session_id or "", day, start
