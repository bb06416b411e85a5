"""What is owed, as columns: misses by student, service type and greatest group."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from makegood.planner.grades import grade_of
from makegood.planner.lengths import least_of, longest_for
from makegood.planner.misses import key_of, settled
from makegood.planner.model.board import ALONE, NEVER, NO_CAP, Debts
from makegood.plans.instance import Instance, Miss


def debts_of(
    instance: Instance, days: tuple[dt.date, ...], types: tuple[str, ...], providers: tuple[str, ...]
) -> tuple[Debts, tuple[str, ...]]:
    """Return the debts that pinned sessions leave, and the students that have any."""
    agreed = settled(instance.pinned)
    owed: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, miss in enumerate(instance.misses):
        left = miss.minutes - agreed[key_of(miss)]
        if left > 0:
            owed[miss.student_id, miss.service_type].append((place, left))
    for held in owed.values():
        held.sort(key=lambda each: (-instance.misses[each[0]].group_max, instance.misses[each[0]].missed_on))
    students = tuple(sorted({student for student, _ in owed}))
    flat = [each for held in owed.values() for each in held]
    misses = [instance.misses[place] for place, _ in flat]
    pairs = list(_pairs(misses))
    at = {id_: place for place, id_ in enumerate(students)}
    type_at = {name: place for place, name in enumerate(types)}
    provider_at = {id_: place for place, id_ in enumerate(providers)}
    grades = {student.student_id: student.grade for student in instance.students}
    spanned = instance.limits.grade_span is not None
    oldest = min((miss.missed_on for miss in misses), default=instance.first)
    newest = max((miss.missed_on for miss in misses), default=instance.first)
    whole = max(1, (newest - oldest).days)
    longest = [longest_for(instance.limits, miss) or NO_CAP for miss in misses]
    return Debts(
        student=np.array([at[misses[first].student_id] for first, _ in pairs], np.int64),
        type=np.array([type_at[misses[first].service_type] for first, _ in pairs], np.int64),
        together=np.array([misses[last - 1].group_max for _, last in pairs], np.int64),
        grade=np.array([_grade(grades[misses[first].student_id], spanned=spanned) for first, _ in pairs], np.int64),
        first=np.array([first for first, _ in pairs], np.int64),
        last=np.array([last for _, last in pairs], np.int64),
        most=np.array([max(longest[first:last]) for first, last in pairs], np.int64),
        whose=np.array([at[miss.student_id] for miss in misses], np.int64),
        open=np.array([left for _, left in flat], np.int64),
        due=np.array([NEVER if m.due_by is None else bisect_right(days, m.due_by) - 1 for m in misses], np.int64),
        since=np.array([bisect_left(days, miss.missed_on) for miss in misses], np.int64),
        age=np.array([(newest - miss.missed_on).days / whole for miss in misses], np.float64),
        own=np.array([provider_at.get(miss.provider_id or "", -1) for miss in misses], np.int64),
        source=np.array([place for place, _ in flat], np.int64),
        piece=np.array([least_of(instance.limits, instance.misses[place], left) for place, left in flat], np.int64),
    ), students


def _pairs(misses: list[Miss]) -> Iterator[tuple[int, int]]:
    """Yield where the misses of each pair begin and end: whatever may be settled in a group settles alone too."""
    first = 0
    for at, miss in enumerate(misses):
        after = misses[at + 1] if at + 1 < len(misses) else None
        same = after is not None and (after.student_id, after.service_type) == (miss.student_id, miss.service_type)
        if after is None or not same or after.group_max != miss.group_max:
            yield first, at + 1
        if not same:
            first = at + 1


def _grade(grade: str | None, *, spanned: bool) -> int:
    if not spanned:
        return 0
    found = grade_of(grade)
    return ALONE if found is None else found
