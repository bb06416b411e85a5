"""What the absence tables and the calendar say of a day: the reasons that they give (L1, L3)."""

from datetime import date

from tests.oracle.known import Tables
from tests.oracle.promise import Service
from tests.oracle.rules import Packs, fixed_reason
from tests.oracle.tables import Row, folded, holding_row, text

STUDENT_WORDS = {"": "student_absent", "absent": "student_absent", "suspended": "student_suspended"}
PROVIDER_WORDS = {"": "provider_absent", "absent": "provider_absent", "training": "provider_other_duty"}
DISTRICT = ("vacancy", "long_term_leave")


class Absences:
    """Both absence tables."""

    def __init__(self, tables: Tables, packs: Packs) -> None:
        """Keep the rows, and the packs for local codes."""
        self.students, self.providers = tables["student_absences"], tables["provider_absences"]
        self.packs = packs

    def reason_on(self, service: Service, on: date, providers: list[str]) -> str:
        """Return the reason that the tables give for a service's day, or an empty one.

        `providers` are asked in this order: the first that is not blank counts.
        """
        provider_id = next((name for name in providers if name), "")
        own = [row for row in self.providers if provider_id and text(row, "provider_id") == provider_id]
        of_provider = self._reason(own, service, on, PROVIDER_WORDS)
        if of_provider in DISTRICT:
            return of_provider
        student = [row for row in self.students if text(row, "student_id") == service.student_id]
        return self._reason(student, service, on, STUDENT_WORDS) or of_provider

    def of_slot(self, slot: Row, service: Service, on: date) -> str:
        """Return the reason of a slot of which no row tells; `unrecorded` where nothing is on record."""
        if on not in service.school_days:
            return service.school.reason_of_day(on)
        providers = [text(slot, "provider_id"), text(service.row, "provider_id")]
        return self.reason_on(service, on, providers) or "unrecorded"

    def _reason(self, rows: list[Row], service: Service, on: date, words: dict[str, str]) -> str:
        def read(row: Row) -> str:
            word = folded(text(row, "kind"))
            return words.get(word) or fixed_reason(self.packs, service.policy_id, on, word)

        held = holding_row(rows, on, read)
        return read(held) if held else ""
