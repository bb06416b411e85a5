"""A school's sums: what is still to be made up, by service and by reason, and what has nothing on record."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from makegood.answers.sums import EmptySlotLine, SumLine
from makegood.web.access.asked import School
from makegood.web.kept.sums import Sums, sums_for
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


@dataclass(slots=True, kw_only=True)
class Line:
    """One line of a table, in minutes.

    Attributes:
        school: The school that a line is of, if it has a page; None for lines of something else too.
        children: Of whom something is overdue, open or waiting for a team.
    """

    key: str
    school: School | None = None
    overdue: int = 0
    open: int = 0
    team: int = 0
    children: set[str] = field(default_factory=set)

    def add(self, student_id: str, line: SumLine) -> None:
        """Add a child's line."""
        self.overdue += line.overdue
        self.open += line.open
        self.team += line.team
        if line.overdue or line.open or line.team:
            self.children.add(student_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolSums:
    """A school's figures.

    Attributes:
        students: How many children are counted.
        left_out: How many cannot be counted yet.
        stale: How many are being counted again, and `since` the day of their figures.
        unrecorded: Promised minutes with nothing on record, of services without a schedule too.
        children: Of how many something is overdue, open, or waiting for a team.
        by_school: By the school where a service is held; the key is blank where no school is on record.
        empty: The slots of the schedule with nothing on record, by student_id.
        next_due: The first day by which something that is still in time is to be made up.
    """

    students: int
    left_out: int
    stale: int
    since: dt.date | None
    overdue: int
    open: int
    team: int
    unrecorded: int
    children: dict[str, int]
    by_service: Sequence[Line]
    by_reason: Sequence[Line]
    by_school: Sequence[Line]
    empty: Sequence[tuple[str, EmptySlotLine]]
    next_due: dt.date | None


def sums_of(school_id: str) -> SchoolSums:
    """Return a school's figures: of what is held there, whoever the child is. Who cannot be counted is left out."""
    return sums_over(students_of(school_id), school_id)


def students_of(school_id: str) -> set[str]:
    """Return the students of a school: those who go there, and those of whom a service is held there."""
    own = holding(MODELS["students"]).filter(school_id=school_id).values_list("student_id", flat=True)
    guests = holding(MODELS["services"]).filter(school_id=school_id).values_list("student_id", flat=True)
    return {*own, *guests}


def sums_over(students: Collection[str], school_id: str | None = None) -> SchoolSums:
    """Return the figures of some children: of what is held at a school, or None for all of theirs."""
    sums = sums_for(students)
    lines = [
        (id_, line)
        for id_, each in sums.of.items()
        for line in each.lines
        if school_id is None or line.school_id == school_id
    ]
    names: dict[str, Callable[[SumLine], int]] = {
        "overdue": lambda line: line.overdue,
        "open": lambda line: line.open,
        "team": lambda line: line.team,
    }
    return SchoolSums(
        students=len(sums.of),
        left_out=len(sums.left_out),
        stale=sums.stale,
        since=sums.since,
        overdue=sum(line.overdue for _, line in lines),
        open=sum(line.open for _, line in lines),
        team=sum(line.team for _, line in lines),
        unrecorded=sum(line.unrecorded for _, line in lines),
        children={name: len({id_ for id_, line in lines if minutes(line)}) for name, minutes in names.items()},
        by_service=_lines(lines, lambda line: line.service_type),
        by_reason=_lines(lines, lambda line: line.reason),
        by_school=_lines(lines, lambda line: line.school_id),
        empty=empty_of(sums, school_id),
        next_due=next_due(line for _, line in lines),
    )


def next_due(lines: Iterable[SumLine]) -> dt.date | None:
    """Return the first day by which something that is still in time is to be made up; None if nothing has a date."""
    first = min((line.next_due for line in lines if line.next_due is not None), default=None)
    return dt.date.fromisoformat(first) if first is not None else None


def empty_of(sums: Sums, school_id: str | None = None) -> Sequence[tuple[str, EmptySlotLine]]:
    """Return the slots before today of which nothing is on record, by student_id, latest first."""
    found = [
        (id_, slot)
        for id_, each in sums.of.items()
        for slot in each.empty
        if school_id is None or slot.school_id == school_id
    ]
    return sorted(found, key=lambda pair: (pair[1].date, pair[1].start_time or 0, pair[0]), reverse=True)


def _lines(lines: Iterable[tuple[str, SumLine]], key: Callable[[SumLine], str]) -> Sequence[Line]:
    found: dict[str, Line] = {}
    for student_id, line in lines:
        found.setdefault(key(line), Line(key=key(line))).add(student_id, line)
    said = [line for line in found.values() if line.children]
    return sorted(said, key=lambda line: (-line.overdue, -line.open, -line.team, line.key))
