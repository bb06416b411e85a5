"""Who was away on a day, and why, as the tables of absences say (ledger.md, 1 and 3)."""

from typing import Final

from makegood.calendars import day_number
from makegood.log.reasons import ReasonReader
from makegood.records import ProviderAbsences, Records, StudentAbsences
from makegood.terms.absences import BLANK, AbsenceTable

NOBODY_THERE: Final = ("vacancy", "long_term_leave")
"""Reasons of a provider's absence that come before the student's own: there was nobody to come to."""


class Absences:
    """The days of the tables of absences, each person's rows looked up once."""

    def __init__(self, records: Records, read: ReasonReader) -> None:
        """Sort the rows by person."""
        students, providers = records.student_absences, records.provider_absences
        self._read = read
        self._students = _rows_by_person(students, students.student_id)
        self._providers = _rows_by_person(providers, providers.provider_id)
        self._tables = students, providers

    def reason(self, student_id: str, provider_id: str | None, day: int, policy_id: str | None) -> str | None:
        """Return why a service was not given on a day, as far as the tables say; None if they say nothing.

        An empty post comes first, then what the student's table says, then what the provider's says.
        """
        of_provider = self.of_provider(provider_id, day, policy_id)
        if of_provider in NOBODY_THERE:
            return of_provider
        return self.of_student(student_id, day, policy_id) or of_provider

    def of_student(self, student_id: str, day: int, policy_id: str | None = None) -> str | None:
        """Return why a student was away on a day, or None."""
        rows = self._students.get(student_id)
        return self._on(self._tables[0], rows, day, policy_id) if rows else None

    def of_provider(self, provider_id: str | None, day: int, policy_id: str | None = None) -> str | None:
        """Return why a provider was away on a day, or None."""
        rows = self._providers.get(provider_id) if provider_id is not None else None
        return self._on(self._tables[1], rows, day, policy_id) if rows else None

    def kind(self, table: StudentAbsences | ProviderAbsences, place: int, policy_id: str | None = None) -> str | None:
        """Return the reason that the kind of a row stands for, or None if it is blank or nobody knows it."""
        word = table.kind[place]
        return None if word is None else self._read.of_absence(word, name_of(table), policy_id, table.date[place])

    def _on(
        self,
        table: StudentAbsences | ProviderAbsences,
        rows: list[tuple[int, int, int]],
        day: int,
        policy_id: str | None,
    ) -> str | None:
        found = [row for row in rows if -row[0] <= day <= row[1]]
        if not found:
            return None
        # The row that begins last holds, then the shorter one, then the first in the alphabet.
        nearest = [place for first, last, place in found if (first, last) == found[0][:2]]
        return min(self.kind(table, place, policy_id) or BLANK[name_of(table)] for place in nearest)


def name_of(table: StudentAbsences | ProviderAbsences) -> AbsenceTable:
    """Return the name of a table of absences."""
    return "student_absences" if isinstance(table, StudentAbsences) else "provider_absences"


def _rows_by_person(table: StudentAbsences | ProviderAbsences, ids: list[str]) -> dict[str, list[tuple[int, int, int]]]:
    """Return each person's rows as first day (its opposite), last day and place, so that they sort as they hold."""
    rows: dict[str, list[tuple[int, int, int]]] = {}
    for place, id_ in enumerate(ids):
        first, until = day_number(table.date[place]), table.until[place]
        rows.setdefault(id_, []).append((-first, first if until is None else day_number(until), place))
    for of_person in rows.values():
        of_person.sort()
    return rows
