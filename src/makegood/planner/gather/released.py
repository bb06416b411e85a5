"""Why an agreed make-up can no longer be held, if it cannot."""

import datetime as dt

from makegood.planner.gather.people import People
from makegood.planner.gather.pins import Pin
from makegood.records import ProviderAbsences, Records, StudentAbsences


class Released:
    """Absences and days without school that came after a make-up was agreed."""

    def __init__(self, records: Records, people: People) -> None:
        """Look up who is away, and what time providers have by date."""
        self._people = people
        self._students = _days_away(records.student_absences)
        self._providers = _days_away(records.provider_absences)
        self._dated = set(zip(records.availability.provider_id, records.availability.date, strict=True))

    def why(self, pin: Pin) -> str | None:
        """Return in plain words, without its day, why a make-up cannot be held; None if it can."""
        if (pin.provider_id, pin.date) in self._providers:
            return f"provider {pin.provider_id} is away"
        if (pin.student_id, pin.date) in self._students:
            return f"student {pin.student_id} is away"
        student = self._people.student(pin.student_id)
        if student is None:
            return f"no school or calendar is known of student {pin.student_id}"
        closed = not self._people.has_school(student, pin.date)
        if closed and (pin.provider_id, pin.date) not in self._dated:
            return "there is no school"
        return None


def _days_away(table: StudentAbsences | ProviderAbsences) -> set[tuple[str, dt.date]]:
    ids = table.student_id if isinstance(table, StudentAbsences) else table.provider_id
    return {
        (id_, first + dt.timedelta(n))
        for id_, first, until in zip(ids, table.date, table.until, strict=True)
        for n in range(((until or first) - first).days + 1)
    }
