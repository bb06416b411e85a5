"""The accounts in which every minute ends (ledger.md, 2 to 6)."""

from typing import Final, Literal

Disposition = Literal["owed", "not_owed", "team_decides", "unknown"]
DISPOSITIONS: Final[tuple[Disposition, ...]] = ("owed", "not_owed", "team_decides", "unknown")
"""What follows from a miss. A disposition's place in this tuple is its code in the columns."""

Status = Literal[
    "pending", "not_due", "cured", "not_owed", "team_decides", "unknown", "made_up", "released", "open", "overdue"
]
STATUSES: Final[tuple[Status, ...]] = (
    "pending",
    "not_due",
    "cured",
    "not_owed",
    "team_decides",
    "unknown",
    "made_up",
    "released",
    "open",
    "overdue",
)

ACCOUNTS: Final[tuple[str, ...]] = (
    "promised",
    "not_in_session",
    "due",
    "delivered",
    "delivered_differently",
    "still_due",
    "missed",
    "unrecorded",
    "owed",
    "not_owed",
    "team_decides",
    "unknown",
    "made_up",
    "released",
    "open",
    "overdue",
    "extra",
)
"""A service's figures, all in minutes, in the order in which every output lists them."""

PlannedBy = Literal["row", "slot", "service", "usual"]
PLANNED_BY: Final[tuple[PlannedBy, ...]] = ("row", "slot", "service", "usual")
"""What tells how long a session was planned to last: its row, its slot, the service, the usual length so far."""

SessionKind = Literal["regular", "make_up", "compensatory"]
SESSION_KINDS: Final[tuple[SessionKind, ...]] = ("regular", "make_up", "compensatory")

Per = Literal["day", "week", "cycle", "month", "quarter", "semester", "year", "iep"]
PERS: Final[tuple[Per, ...]] = (
    "day",
    "week",
    "cycle",
    "month",
    "quarter",
    "semester",
    "year",
    "iep",
)

Plan = Literal["iep", "504", "gifted", "ifsp", "services_plan"]
PLANS: Final[tuple[Plan, ...]] = ("iep", "504", "gifted", "ifsp", "services_plan")
"""The kinds of plan that can promise a service."""

Verification = Literal["found", "secondary", "inferred", "unverified"]
