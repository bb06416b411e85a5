"""A school's sums: what is still to be made up, by service and by reason, and what has nothing on record."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from makegood.answers.owed import owed
from makegood.answers.unrecorded import NothingOnRecord, nothing_on_record
from makegood.records import Records
from makegood.statements.owed.line import OwedLine
from makegood.web.access.asked import Asked
from makegood.web.records.models import MODELS
from makegood.web.records.read import records_of_children
from makegood.web.records.versions import holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """A school's figures, in minutes.

    Attributes:
        students: How many children are counted.
        left_out: How many cannot be counted yet.
        children: How many have something overdue, open, or waiting for a team.
    """

    students: int
    left_out: int
    overdue: int
    open: int
    team: int
    children: dict[str, int]
    by_service: Sequence[OwedLine]
    by_reason: Sequence[OwedLine]
    empty: Sequence[NothingOnRecord]


def sums_of(asked: Asked, school_id: str) -> Sums:
    """Return a school's figures. A child that cannot be counted is left out, and counted beside."""
    students = set(holding(MODELS["students"]).filter(school_id=school_id).values_list("student_id", flat=True))
    records, left_out = usable(students, asked.day)
    if records is None:
        return Sums(
            students=0, left_out=len(left_out), overdue=0, open=0, team=0,
            children={"overdue": 0, "open": 0, "team": 0}, by_service=(), by_reason=(), empty=(),
        )  # fmt: skip
    by_student = owed(records, asked.day, "student", with_team=True).value
    by_service = owed(records, asked.day, "service").value
    by_reason = owed(records, asked.day, "reason").value
    lines = by_student.lines if by_student else ()
    names = {"overdue": "overdue", "open": "open", "team": "team_decides"}
    return Sums(
        students=len(students) - len(left_out),
        left_out=len(left_out),
        overdue=sum(line.sums["overdue"] for line in lines),
        open=sum(line.sums["open"] for line in lines),
        team=sum(line.sums["team_decides"] for line in lines),
        children={key: len({line.key[0] for line in lines if line.sums[name]}) for key, name in names.items()},
        by_service=[line for line in (by_service.lines if by_service else ()) if _says_something(line)],
        by_reason=[line for line in (by_reason.lines if by_reason else ()) if _says_something(line)],
        empty=empty_of(records, asked.day, students),
    )


def empty_of(records: Records, day: dt.date, students: Collection[str]) -> Sequence[NothingOnRecord]:
    """Return the slots before today of which nothing is on record, latest first."""
    found = nothing_on_record(records, day - dt.timedelta(days=1))
    return sorted((slot for slot in found if slot.student_id in students), key=lambda slot: slot.date, reverse=True)


def usable(students: Collection[str], day: dt.date) -> tuple[Records | None, set[str]]:
    """Return the records of all children that can be counted, and who cannot."""
    report = records_of_children(students, day)
    if report.records is not None and owed(report.records, day).value is not None:
        return report.records, set()
    bad = {student for student in students if not _is_usable(student, day)}
    good = set(students) - bad
    return (records_of_children(good, day).records if good else None), bad


def _is_usable(student: str, day: dt.date) -> bool:
    records = records_of_children({student}, day).records
    return records is not None and owed(records, day).value is not None


def _says_something(line: OwedLine) -> bool:
    return any(line.sums[name] for name in ("overdue", "open", "team_decides"))
