"""An account of every minute, in words and dates: what all that people read is made from."""

import datetime as dt
from dataclasses import asdict, dataclass, field
from typing import Any

from makegood.policies import Rule
from makegood.terms.accounts import ACCOUNTS, Disposition, Status
from makegood.terms.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAccount:
    """Where each minute that one service promised went (ledger.md, 2 to 5). All in minutes."""

    service_id: str
    student_id: str
    service_type: str
    policy_id: str
    promised: int
    not_in_session: int
    due: int
    delivered: int
    delivered_differently: int
    still_due: int
    missed: int
    missed_by_reason: dict[str, int]
    unrecorded: int
    owed: int
    not_owed: int
    team_decides: int
    unknown: int
    made_up: int
    released: int
    open: int
    overdue: int
    extra: int
    compensatory: int = field(default=0)

    def as_dict(self) -> dict[str, Any]:
        """Return the account as ledger.md, 7 prints it."""
        printed = asdict(self)
        # Minutes given under an award are the award's; the service's row has no column for them.
        del printed["compensatory"]
        return printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A gap of a closed period, or what of it is on no record.

    Attributes:
        place: Where the miss stands among the ledger's misses.
        session_id: The session, or None for an inferred gap or unrecorded minutes.
        gap: Minutes planned and not delivered.
        minutes: What of the gap is missed; 0 if other sessions of the period cured it.
        rule: The rule's name, `silent`, or the determination.
        judged_by: The rule of the policy; None where it is silent.
        determination_id: The team's determination, if there is one.
        start_time: An inferred gap's slot, in minutes after midnight.
    """

    place: int
    service_id: str
    student_id: str
    service_type: str
    session_id: str | None
    missed_on: dt.date
    reason: str
    inferred: bool
    gap: int
    minutes: int
    disposition: Disposition
    made_up: int
    released: int
    open: int
    due_by: dt.date | None
    status: Status
    rule: str
    citation: str | None
    verification: str | None
    judged_by: Rule | None
    determination_id: str | None
    start_time: int | None

    def as_dict(self) -> dict[str, Any]:
        """Return the miss as ledger.md, 7 prints it."""
        return {name: getattr(self, name) for name in MISS_COLUMNS} | {
            "missed_on": self.missed_on.isoformat(),
            "due_by": self.due_by.isoformat() if self.due_by else None,
        }


MISS_COLUMNS = (
    "service_id",
    "student_id",
    "service_type",
    "session_id",
    "missed_on",
    "reason",
    "inferred",
    "gap",
    "minutes",
    "disposition",
    "made_up",
    "released",
    "open",
    "due_by",
    "status",
    "rule",
    "citation",
    "verification",
)
"""The columns of a miss, in the order in which every output lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardAccount:
    """A compensatory award: minutes = delivered + remaining."""

    award_id: str
    student_id: str
    service_type: str
    minutes: int
    delivered: int
    remaining: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodAccount:
    """One period of one service.

    Attributes:
        first: The period's first day.
        last: Its last day.
        days: The days that the promise is shared over and that lie in the service's dates (V).
        elapsed: Those of them up to the as-of date.
    """

    service_id: str
    first: dt.date
    last: dt.date
    promised: int
    due: int
    delivered: int
    delivered_differently: int
    still_due: int
    missed: int
    unrecorded: int
    extra: int
    days: int
    elapsed: int

    @property
    def not_in_session(self) -> int:
        """Minutes promised that no school day could hold."""
        return self.promised - self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Minutes of a make-up that settled minutes of a miss."""

    session_id: str
    held_on: dt.date
    miss: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The whole account as of a date."""

    as_of: dt.date
    services: list[ServiceAccount]
    misses: list[Miss]
    awards: list[AwardAccount]
    periods: list[PeriodAccount]
    payments: list[Payment]
    findings: list[Finding]

    @property
    def totals(self) -> dict[str, Any]:
        """The sums over services."""
        sums: dict[str, Any] = {name: sum(getattr(s, name) for s in self.services) for name in ACCOUNTS}
        reasons: dict[str, int] = {}
        for service in self.services:
            for reason, minutes in service.missed_by_reason.items():
                reasons[reason] = reasons.get(reason, 0) + minutes
        sums["missed_by_reason"] = reasons
        return sums

    def as_dict(self) -> dict[str, Any]:
        """Return the ledger as ledger.md, 7 prints it."""
        return {
            "as_of": self.as_of.isoformat(),
            "services": [service.as_dict() for service in self.services],
            "misses": [miss.as_dict() for miss in self.misses],
            "awards": [asdict(award) for award in self.awards],
            "totals": self.totals,
            "findings": [finding.as_dict() for finding in self.findings],
        }
