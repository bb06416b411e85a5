"""What was recorded: rows that count, gaps, and what of a gap is missed (L3)."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.oracle.promise import Period, Service
from tests.oracle.rules import Packs, Rule, fixed_reason
from tests.oracle.school import School
from tests.oracle.tables import Row, day, days_between, number, row_covers, rows_of, sure_day, text, yes


@dataclass
class Student:
    """A student with the calendar and the policy that apply (D1)."""

    student_id: str
    policy_id: str
    school: School


@dataclass
class Miss:
    """One entry of the ledger's misses: a gap, unrecorded minutes, or one part of a split."""

    service: Service
    session_id: str | None
    missed_on: date
    period_last: date
    reason: str
    gap: int
    inferred: bool = False
    start_time: str = ""
    minutes: int = 0
    disposition: str = ""
    rule: Rule = field(default_factory=lambda: Rule(None, ""))
    decided_by: str | None = None
    made_up: int = 0
    released: int = 0

    @property
    def still_open(self) -> int:
        """The minutes that are owed and neither made up nor released."""
        owed = self.minutes if self.disposition == "owed" else 0
        return owed - self.made_up - self.released

    @property
    def is_unrecorded(self) -> bool:
        """Tell whether no gap explains these minutes."""
        return self.session_id is None and not self.inferred

    @property
    def within_a_day(self) -> tuple[int, str, str, str]:
        """The order of one day's misses: sessions, inferred gaps, unrecorded minutes (D11, D19)."""
        if self.session_id is not None:
            return (0, self.session_id, "", "")
        return (1 if self.inferred else 2, "", self.service.service_id, self.start_time)


class Log:
    """The session rows and all that is asked of them."""

    def __init__(self, folder: Path, as_of: date) -> None:
        """Read the folder's sessions and what belongs to them."""
        every_row = rows_of(folder, "sessions")
        self.replaced_by = {
            text(row, "corrects"): text(row, "session_id") for row in every_row if text(row, "corrects")
        }
        # L3, D10: later rows and replaced ones do not count, even if what replaced them is later.
        self.rows = sorted(
            (
                row
                for row in every_row
                if sure_day(row, "date") <= as_of and text(row, "session_id") not in self.replaced_by
            ),
            key=lambda row: (text(row, "date"), text(row, "session_id")),
        )
        self.schedule = rows_of(folder, "schedule")
        self.student_absences = rows_of(folder, "student_absences")
        self.provider_absences = rows_of(folder, "provider_absences")
        self.providers = {text(row, "provider_id"): row for row in rows_of(folder, "providers")}

    def standing(self, session_id: str) -> str:
        """Return the row that stands for a row at the end of its corrections (D10)."""
        while session_id in self.replaced_by:
            session_id = self.replaced_by[session_id]
        return session_id

    def of_kind(self, kind: str, service: Service) -> list[Row]:
        """Return a service's counted rows of a kind, oldest first."""
        return [row for row in self.of_service(service) if kind_of(row) == kind]

    def of_service(self, service: Service) -> list[Row]:
        """Return a service's counted rows, oldest first."""
        return [row for row in self.rows if text(row, "service_id") == service.service_id]

    def is_different(self, row: Row, service: Service) -> bool:
        """Tell whether a session was delivered otherwise than written (L3, D9)."""
        most = text(service.row, "group_max")
        if not yes(row, "as_written", blank=True):
            return True
        if most and text(row, "group_size") and int(text(row, "group_size")) > int(most):
            return True
        where, agreed = text(row, "setting").lower(), text(service.row, "setting").lower()
        if where and agreed and where != agreed:
            return True
        able = text(self.providers.get(text(row, "provider_id"), {}), "service_types").lower()
        types = [part.strip() for part in able.split(";") if part.strip()]
        return bool(types) and service.service_type.strip().lower() not in types

    def gaps(self, service: Service, periods: list[Period], student: Student, packs: Packs) -> list[Miss]:
        """Return a service's gaps, oldest first: of its regular sessions, and inferred ones."""
        gaps = []
        for row in self.of_kind("regular", service):
            on = sure_day(row, "date")
            gap = number(row, "minutes_planned", service.minutes) - number(row, "minutes_delivered", 0)
            for period in periods:
                if period.first <= on <= period.last and gap > 0:
                    word = fixed_reason(packs, student.policy_id, on, text(row, "reason")) or "other"
                    session_id = text(row, "session_id")
                    gaps.append(Miss(service, session_id, on, period.last, word, gap))
        for period in periods:
            gaps += self._inferred(service, period, student)
        return sorted(gaps, key=lambda gap: (gap.missed_on, gap.within_a_day))

    def _inferred(self, service: Service, period: Period, student: Student) -> list[Miss]:
        # L3, D11: a slot on one of V's days or a school day, without any row of the service.
        slots = [s for s in self.schedule if text(s, "service_id") == service.service_id]
        if not slots:
            return []
        with_rows = {sure_day(row, "date") for row in self.of_service(service)}
        gaps = []
        for on in days_between(max(period.first, service.start), min(period.last, service.end)):
            looked_at = on in period.v_days or on in student.school.school_days
            if not looked_at or on in with_rows:
                continue
            for slot in slots:
                since, until = day(slot, "from") or date.min, day(slot, "until") or date.max
                if weekday_of(slot) == on.weekday() and since <= on <= until:
                    word = self._inferred_reason(slot, service, student, on)
                    minutes = number(slot, "minutes", 0)
                    gap = Miss(service, None, on, period.last, word, minutes, inferred=True)
                    gap.start_time = text(slot, "start_time")
                    gaps.append(gap)
        return gaps

    def _inferred_reason(self, slot: Row, service: Service, student: Student, on: date) -> str:
        if on not in student.school.school_days:
            return "no_school"
        if any(text(row, "student_id") == student.student_id and row_covers(row, on) for row in self.student_absences):
            return "student_absent"
        provider_id = text(slot, "provider_id") or text(service.row, "provider_id")
        if provider_id and any(
            text(row, "provider_id") == provider_id and row_covers(row, on) for row in self.provider_absences
        ):
            return "provider_absent"
        return "other"


def kind_of(row: Row) -> str:
    """Return a session's kind (L1)."""
    if text(row, "makeup_for"):
        return "make_up"
    if text(row, "award_id"):
        return "compensatory"
    return text(row, "kind") or "regular"


def weekday_of(slot: Row) -> int:
    """Return a slot's weekday, Monday 0."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return names.index(text(slot, "weekday").lower())


def lay_on_gaps(shortfall: int, gaps: list[Miss]) -> int:
    """Lay a closed period's shortfall on its gaps, newest first; return what none explains."""
    for gap in reversed(gaps):
        gap.minutes = min(shortfall, gap.gap)
        shortfall -= gap.minutes
    return shortfall
