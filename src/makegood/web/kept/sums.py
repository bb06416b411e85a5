"""The sums of children: as they are kept, or made now where few are out of date."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from makegood.answers.sums import ChildSums, EmptySlotLine, sums_of_children
from makegood.records import Records
from makegood.web.clock import today
from makegood.web.kept.keys import is_readable, keys_of
from makegood.web.kept.models import KeptSums
from makegood.web.records.read import records_of_children
from makegood.web.records.taken_back import taken_back

AT_ONCE: Final = 40
"""So many children are counted before a page answers: some five milliseconds each. More are left to the worker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Sums of some children.

    Attributes:
        of: By student_id; without those who cannot be counted.
        left_out: Who cannot be counted yet.
        stale: How many are being counted again; their figures are those of `since`, or not there yet.
        since: The oldest day of these figures; None if all are of today.
    """

    of: Mapping[str, ChildSums]
    left_out: frozenset[str]
    stale: int
    since: dt.date | None


def sums_for(students: Collection[str]) -> Sums:
    """Return the sums of some children. What is shown is never older than it says."""
    keys = keys_of(students)
    rows = KeptSums.objects.filter(student_id__in=list(keys))
    kept = {row.student_id: row for row in rows if is_readable(row.key)}
    stale = [id_ for id_, key in keys.items() if id_ not in kept or kept[id_].key != key]
    if 0 < len(stale) <= AT_ONCE:
        kept |= count(stale, keys)
        stale = []
    of = {id_: ChildSums.of_dict(row.sums) for id_, row in kept.items() if row.sums is not None}
    days = [kept[id_].day for id_ in stale if id_ in kept]
    return Sums(
        of=of,
        left_out=frozenset(id_ for id_, row in kept.items() if row.sums is None),
        stale=len(stale),
        since=min(days, default=None),
    )


def count(students: Collection[str], keys: Mapping[str, str]) -> dict[str, KeptSums]:
    """Count some children and keep their sums.

    The keys were read before the records are: what is written in between makes the sums stale, never wrong.

    Args:
        students: The children.
        keys: What their sums are kept under.
    """
    day = today()
    found = _count(students, day)
    rows = {
        id_: KeptSums(student_id=id_, key=keys[id_], day=day, sums=sums.as_dict() if sums else None)
        for id_, sums in found.items()
    }
    KeptSums.objects.bulk_create(
        rows.values(), update_conflicts=True, unique_fields=["student_id"], update_fields=["key", "day", "sums"]
    )
    return rows


def _count(students: Collection[str], day: dt.date) -> dict[str, ChildSums | None]:
    """Count children together; where they are refused, each half by itself, until those are found that cannot be."""
    report = records_of_children(students, day)
    sums = sums_of_children(report.records, students, day).value if report.records else None
    if report.records is not None and sums is not None:
        return _with_taken_back(report.records, dict(sums), day)
    if len(students) == 1:
        return dict.fromkeys(students)
    listed = sorted(students)
    middle = len(listed) // 2
    return _count(listed[:middle], day) | _count(listed[middle:], day)


def _with_taken_back(records: Records, sums: dict[str, ChildSums], day: dt.date) -> dict[str, ChildSums | None]:
    """Return sums with the sessions that are in no slot and were taken back, beside the slots with nothing on record.

    One of today may still be noted, as a slot of today may.
    """
    services = records.services
    school = dict(zip(records.students.student_id, records.students.school_id, strict=True))
    for each in taken_back(records, sums, None, day - dt.timedelta(days=1)):
        place = services.index()[each.service_id]
        student = services.student_id[place]
        line = EmptySlotLine(
            school_id=services.school_id[place] or school.get(student) or "", service_type=services.service_type[place],
            date=each.date.isoformat(), start_time=each.start_time, minutes=each.minutes,
        )  # fmt: skip
        known = sums[student].empty
        if all(_which(slot) != _which(line) for slot in known):
            sums[student] = replace(sums[student], empty=[*known, line])
    return dict(sums)


def _which(slot: EmptySlotLine) -> tuple[str, str, int | None]:
    return slot.service_type, slot.date, slot.start_time
