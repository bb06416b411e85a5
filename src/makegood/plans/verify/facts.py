"""The facts of an instance, found by who, where and when."""

import datetime as dt
from collections import defaultdict

from makegood.plans.instance import Away, Instance, Miss
from makegood.plans.verify.held import PieceName, piece_name
from makegood.plans.verify.provider_time import ProviderTime
from makegood.plans.verify.student_time import StudentTime


class Facts:
    """An instance, indexed once.

    Attributes:
        schools: Every school that any row names.
        misses: By student and name. Rows that share a name are settled together.
        miss_names: The names alone, whoever the student is.
    """

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.limits = instance.limits
        self.providers = {row.provider_id: row for row in instance.providers}
        self.students = {row.student_id: row for row in instance.students}
        self.schools = _schools_of(instance)
        self.misses: dict[PieceName, list[Miss]] = defaultdict(list)
        for miss in instance.misses:
            self.misses[miss.student_id, miss.service_id, miss.session_id, miss.missed_on].append(miss)
        self.miss_names = {name[1:] for name in self.misses}
        self.pinned: dict[PieceName, int] = defaultdict(int)
        for session in instance.pinned:
            for attends in session.students:
                for settles in attends.settles:
                    self.pinned[piece_name(attends, settles)] += settles.minutes
        self._school_days = {name: frozenset(days) for name, days in instance.school_days.items()}
        self._provider_away = _by_id(instance.provider_away)
        self._student_away = _by_id(instance.student_away)
        self.provider_time = ProviderTime(instance)
        self.student_time = StudentTime(instance)

    def has_school(self, student_id: str, date: dt.date) -> bool:
        """Say whether a date is a day with school for a student; never for a student nobody knows."""
        student = self.students.get(student_id)
        return student is not None and date in self._school_days.get(student.calendar, frozenset())

    def provider_away(self, provider_id: str, date: dt.date) -> Away | None:
        """Return the span that has a provider away on a date, if any."""
        return next((row for row in self._provider_away.get(provider_id, ()) if row.first <= date <= row.last), None)

    def student_away(self, student_id: str, date: dt.date) -> Away | None:
        """Return the span that has a student away on a date, if any."""
        return next((row for row in self._student_away.get(student_id, ()) if row.first <= date <= row.last), None)


def _by_id(rows: tuple[Away, ...]) -> dict[str, list[Away]]:
    found: dict[str, list[Away]] = defaultdict(list)
    for row in rows:
        found[row.id].append(row)
    return found


def _schools_of(instance: Instance) -> frozenset[str]:
    named: list[str | None] = [row.school_id for row in instance.students]
    named += [row.school_id for row in instance.providers]
    named += [row.school_id for row in instance.availability]
    named += [row.school_id for row in instance.bell]
    named += [row.school_id for row in instance.student_times]
    named += [name for row in instance.travel for name in (row.start, row.end)]
    return frozenset(name for name in named if name is not None)
