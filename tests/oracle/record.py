"""What was recorded: rows that count, their kind, and how they were delivered (L3)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from tests.oracle.known import Tables
from tests.oracle.promise import Period, Service
from tests.oracle.rules import Packs, Rule, co_treatment_on
from tests.oracle.tables import Row, folded, sure_day, text, yes


@dataclass
class Miss:
    """One entry of the ledger's misses: a gap, unrecorded minutes, or one part of a split.

    `has_reason` tells whether the row or a table gives one; `pending` whether the period is open;
    `not_due` whether nothing was due that day or in the period.
    """

    service: Service
    session_id: str | None
    missed_on: date
    period_last: date
    reason: str
    gap: int
    planned_by: str | None = None
    inferred: bool = False
    has_reason: bool = False
    slot: tuple[int, int, str] = (0, 0, "")
    pending: bool = False
    not_due: bool = False
    minutes: int = 0
    disposition: str | None = None
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
        """Tell whether nothing is on record of these minutes."""
        return self.reason == "unrecorded"

    @property
    def within_a_day(self) -> tuple[object, ...]:
        """The order of one day's misses (L5).

        Rows, then inferred ones with a reason, then unrecorded ones: those of slots before what
        no slot explains.
        """
        if self.session_id is not None:
            return (0, self.session_id)
        group = 2 if self.is_unrecorded else 1
        return (group, self.service.service_id, not self.inferred, self.slot)


class Log:
    """The session rows and what is asked of them."""

    def __init__(self, tables: Tables, as_of: date, packs: Packs) -> None:
        """Take the rows that count, and what belongs to them."""
        self.packs = packs
        self.every_row = {text(row, "session_id"): row for row in tables["sessions"]}
        self.replaced_by = {
            text(row, "corrects"): text(row, "session_id") for row in tables["sessions"] if text(row, "corrects")
        }
        # L3, D10: later rows and replaced ones do not count, even if what replaced them is later.
        self.rows = sorted(
            (
                row
                for row in tables["sessions"]
                if sure_day(row, "date") <= as_of and text(row, "session_id") not in self.replaced_by
            ),
            key=by_day,
        )
        self.groups = Counter(text(row, "group_id") for row in self.rows)
        self.providers = {text(row, "provider_id"): row for row in tables["providers"]}
        self.by_kind: dict[tuple[str, str], list[Row]] = {}
        self.days: dict[tuple[str, date], list[Row]] = {}
        for row in self.rows:
            service_id, kind = text(row, "service_id"), kind_of(row)
            self.by_kind.setdefault((service_id, kind), []).append(row)
            if kind == "regular":
                self.days.setdefault((service_id, sure_day(row, "date")), []).append(row)
        self.together = {text(row, "together_with") for row in self.rows} - {""}

    def standing(self, session_id: str) -> str:
        """Return the row that stands for a row at the end of its corrections (D10)."""
        while session_id in self.replaced_by:
            session_id = self.replaced_by[session_id]
        return session_id

    def of_kind(self, kind: str, service: Service) -> list[Row]:
        """Return a service's counted rows of a kind, oldest first."""
        return self.by_kind.get((service.service_id, kind), [])

    def of_day(self, service: Service, on: date) -> list[Row]:
        """Return the regular rows of a service's day."""
        return self.days.get((service.service_id, on), [])

    def is_different(self, row: Row, service: Service) -> bool:
        """Tell whether a session was delivered otherwise than written (L3, D9)."""
        most, size = text(service.row, "group_max"), self.group_size(row)
        if not yes(row, "as_written", blank=True):
            return True
        if most and size is not None and size > int(most):
            return True
        where, agreed = folded(text(row, "setting")), folded(text(service.row, "setting"))
        if where and agreed and where != agreed:
            return True
        able = folded(text(self.providers.get(text(row, "provider_id"), {}), "service_types"))
        types = [part.strip() for part in able.split(";") if part.strip()]
        if types and folded(service.service_type) not in types:
            return True
        pair = bool(text(row, "together_with")) or text(row, "session_id") in self.together
        return pair and co_treatment_on(self.packs, service.policy_id, sure_day(row, "date")) == "differently"

    def group_size(self, row: Row) -> int | None:
        """Return how many were there: as told, else the counted rows of the same group."""
        if text(row, "group_size"):
            return int(text(row, "group_size"))
        group = text(row, "group_id")
        return self.groups[group] if group else None


def by_day(row: Row) -> tuple[str, str]:
    """Order rows by date, then session_id."""
    return (text(row, "date"), text(row, "session_id"))


def period_holding(periods: list[Period], on: date) -> Period | None:
    """Return the period that holds a day."""
    return next((period for period in periods if period.holds(on)), None)


def kind_of(row: Row) -> str:
    """Return a session's kind (L1)."""
    if text(row, "makeup_for"):
        return "make_up"
    if text(row, "award_id"):
        return "compensatory"
    return text(row, "kind") or "regular"
