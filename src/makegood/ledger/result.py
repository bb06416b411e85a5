"""An account of every minute, in words and dates: what all that people read is made from."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal, NamedTuple, get_args

from makegood.ledger.period_table import PeriodTable
from makegood.log import Log
from makegood.policies import Rule, Within
from makegood.terms.accounts import ACCOUNTS, Disposition, PlannedBy, Status
from makegood.terms.findings import Finding

ReasonFrom = Literal["row", "absences", "inferred", "nothing"]
"""What gives a miss's reason."""

UseWord = Literal[
    "delivered",
    "delivered_differently",
    "made_up",
    "compensatory",
    "over_promise",
    "in_no_period",
    "waiting",
    "names_not_owed",
    "nothing_to_settle",
    "over_award",
]
USES: Final[tuple[UseWord, ...]] = get_args(UseWord)
"""Where minutes of a session can go. A word's place in this tuple is its code in `Use.use` of the columns."""

MADE_UP_RULE: Final = "made_up"
"""The rule of minutes that were made up before anybody decided (ledger.md, 5)."""


class ServiceAccount(NamedTuple):
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
    compensatory: int

    def as_dict(self) -> dict[str, Any]:
        """Return the account as ledger.md, 7 prints it."""
        return {name: getattr(self, name) for name in SERVICE_COLUMNS} | {
            "missed_by_reason": dict(self.missed_by_reason)
        }


SERVICE_COLUMNS: Final = tuple(name for name in ServiceAccount._fields if name != "compensatory")
"""What is printed of a service, in this order: minutes given under an award are the award's, and no column's here."""


class Miss(NamedTuple):
    """A gap of a session or slot, or minutes that are on no record.

    Attributes:
        place: Where the miss comes among the ledger's misses.
        session_id: The session, or None for an inferred gap or unrecorded minutes.
        reason_from: What gives the reason: the log's row, a table of absences, the calendar or a table of absences for
            an empty slot (`inferred`), or nothing.
        planned_by: What tells how long the session was planned to last; None where no session or slot is known.
        gap: Minutes planned and not delivered.
        minutes: What of the gap is missed or unrecorded; 0 if nothing is laid on it (its status says why).
        disposition: What follows; None where the minutes are 0.
        rule: The rule's name, `silent`, `made_up` for what was made up before anybody decided, or the determination.
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
    reason_from: ReasonFrom
    inferred: bool
    planned_by: PlannedBy | None
    gap: int
    minutes: int
    disposition: Disposition | None
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

    @property
    def unreached(self) -> Within | None:
        """By when the rule wants owed minutes made up, if no day is known because the records do not reach that far.

        The calendar ends before it, or no such term holds the day of the miss. None where the day is known, and where
        no deadline is set.
        """
        if self.due_by is not None or self.disposition != "owed" or self.judged_by is None:
            return None
        return self.judged_by.make_up_within

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
    "planned_by",
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


class PeriodAccount(NamedTuple):
    """One period of one service.

    Attributes:
        first: The period's first day.
        last: Its last day.
        days: Its school days in the service's dates (F).
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


class Payment(NamedTuple):
    """Minutes of a make-up that settled minutes of a miss."""

    session_id: str
    held_on: dt.date
    miss: int
    minutes: int


class Use(NamedTuple):
    """Where minutes of a session went; a session whose minutes went two ways has two.

    Attributes:
        use: The account, or why they are extra: the period was full (`over_promise`), lies outside all periods
            (`in_no_period`), the make-up waits for a period that still runs (`waiting`), names a miss that is not owed
            (`names_not_owed`), found nothing to settle (`nothing_to_settle`), or goes beyond the award
            (`over_award`).
    """

    session_id: str
    service_id: str
    held_on: dt.date
    use: UseWord
    minutes: int

    @property
    def is_extra(self) -> bool:
        """Whether the minutes filled nothing."""
        return USES.index(self.use) >= USES.index("over_promise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The whole account as of a date.

    Attributes:
        log: The log that it accounts for.
        periods: Those that have begun.
        every_period: All of them, those to come too, as if nothing were on record: what each promises, and what is due.
        periods_summed: Returns the periods that have begun as columns, to be summed up.
        every_summed: The same of every period.
    """

    as_of: dt.date
    log: Log = field(repr=False, compare=False)
    services: list[ServiceAccount]
    misses: Sequence[Miss]
    awards: list[AwardAccount]
    periods: Sequence[PeriodAccount]
    every_period: Sequence[PeriodAccount] = field(repr=False, compare=False)
    periods_summed: Callable[[], PeriodTable] = field(repr=False, compare=False)
    every_summed: Callable[[], PeriodTable] = field(repr=False, compare=False)
    payments: Sequence[Payment]
    uses: Sequence[Use]
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
