"""What the pages of schools add up, for one child: small enough to be kept beside the records."""

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from typing import Any

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.answers.unrecorded import nothing_on_record
from makegood.records import Records
from makegood.terms.reasons import UNRECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """Minutes of one child at one school, for one type of service and one reason.

    Attributes:
        overdue: Still to be made up, past their date.
        open: Still to be made up, in time or without a date.
        team: Waiting for the IEP team.
        unrecorded: With nothing on record.
        next_due: The first day, as ISO text, by which some of `open` is to be made up; None if none of it has a date.
    """

    school_id: str
    service_type: str
    reason: str
    overdue: int
    open: int
    team: int
    unrecorded: int
    next_due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptySlotLine:
    """A session of which nothing is on record; its day as ISO text, its start in minutes after midnight, if known."""

    school_id: str
    service_type: str
    date: str
    start_time: int | None
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildSums:
    """A child's part of the sums."""

    lines: Sequence[SumLine]
    empty: Sequence[EmptySlotLine]

    def as_dict(self) -> dict[str, Any]:
        """Return the sums as JSON keeps them."""
        return {"lines": [asdict(line) for line in self.lines], "empty": [asdict(slot) for slot in self.empty]}

    @classmethod
    def of_dict(cls, kept: dict[str, Any]) -> "ChildSums":
        """Return the sums that JSON has kept."""
        return cls(
            lines=[SumLine(**line) for line in kept["lines"]], empty=[EmptySlotLine(**slot) for slot in kept["empty"]]
        )


@cache
def form_of_sums() -> str:
    """Return a sign of the fields that sums have: another program may have kept sums with other fields."""
    every = (f"{kind.__name__}.{each.name}" for kind in (ChildSums, SumLine, EmptySlotLine) for each in fields(kind))
    return hashlib.sha256(" ".join(every).encode()).hexdigest()[:8]


def sums_of_children(records: Records, students: Collection[str], as_of: dt.date) -> Answer[dict[str, ChildSums]]:
    """Return the sums of some children; they add up to the ledger's totals.

    Args:
        records: Records without errors, of these children at least.
        students: Their student_ids.
        as_of: The last day whose rows count. A slot of that day itself may still be noted, so it is not yet empty.
    """
    ledger = account(records, as_of, students)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    services = records.services
    own = dict(zip(records.students.student_id, records.students.school_id, strict=True))
    school = {
        service: held or own.get(student) or ""
        for service, held, student in zip(services.service_id, services.school_id, services.student_id, strict=True)
    }
    found: dict[str, dict[tuple[str, str, str], Counter[str]]] = {id_: {} for id_ in students}
    next_due: dict[tuple[str, tuple[str, str, str]], dt.date] = {}
    for miss in ledger.value.misses:
        if miss.minutes and miss.student_id in found:
            key = (school[miss.service_id], miss.service_type, miss.reason)
            sums = found[miss.student_id].setdefault(key, Counter())
            sums["overdue" if miss.status == "overdue" else "open"] += miss.open
            sums["team"] += miss.minutes if miss.disposition == "team_decides" else 0
            if miss.status != "overdue" and miss.open and miss.due_by is not None:
                at = (miss.student_id, key)
                next_due[at] = min(next_due.get(at, miss.due_by), miss.due_by)
            sums["unrecorded"] += miss.minutes if miss.reason == UNRECORDED else 0
    empty: defaultdict[str, list[EmptySlotLine]] = defaultdict(list)
    for slot in nothing_on_record(records, as_of - dt.timedelta(days=1)):
        empty[slot.student_id].append(
            EmptySlotLine(
                school_id=slot.school_id or "",
                service_type=slot.service_type,
                date=slot.date.isoformat(),
                start_time=slot.start_time,
                minutes=slot.minutes,
            )
        )
    return Answer(
        {
            id_: ChildSums(
                lines=[
                    SumLine(
                        school_id=key[0], service_type=key[1], reason=key[2],
                        overdue=sums["overdue"], open=sums["open"], team=sums["team"], unrecorded=sums["unrecorded"],
                        next_due=next_due[id_, key].isoformat() if (id_, key) in next_due else None,
                    )
                    for key, sums in of_child.items()
                ],
                empty=empty[id_],
            )
            for id_, of_child in found.items()
        }
    )  # fmt: skip
