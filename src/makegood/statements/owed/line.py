"""One line of what is owed: a student and a type of service, or a group of students."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from makegood.ledger import Miss
from makegood.terms.reasons import UNRECORDED

By = Literal["student", "school", "service", "provider", "reason"]
BYS: Final[tuple[By, ...]] = ("student", "school", "service", "provider", "reason")

SUMS: Final = (
    "missed",
    "unrecorded",
    "owed",
    "made_up",
    "released",
    "open",
    "overdue",
    "not_owed",
    "team_decides",
    "unknown",
)
"""The ledger's accounts that every line adds up to; `open` is what is not yet overdue."""

NAME_OF: Final[dict[By, str]] = {
    "school": "school_id",
    "service": "service_type",
    "provider": "provider_id",
    "reason": "reason",
}
MINUTES: Final = 60
NOT_NAMED: Final = ""
"""The key of what the records name no school or provider for."""


@dataclass(slots=True)
class OwedLine:
    """What is owed to one student for one type of service, or to one group of students. In minutes.

    Attributes:
        key: The values that name the line: student_id and service_type, or the group's id.
        oldest: The day of the oldest miss with minutes still to be made up.
        next_deadline: The next day on which some of it must have been made up, from the as-of date on.
        by_reason: The minutes still to be made up, by reason.
        students: Whose minutes are still to be made up.
    """

    key: tuple[str, ...]
    sums: Counter[str] = field(default_factory=Counter)
    oldest: dt.date | None = None
    next_deadline: dt.date | None = None
    by_reason: Counter[str] = field(default_factory=Counter)
    students: set[str] = field(default_factory=set)

    @property
    def still_to_come(self) -> int:
        """Owed and not made up or released: open and overdue."""
        return self.sums["open"] + self.sums["overdue"]

    def waiting(self, *, with_team: bool) -> int:
        """Return what is still to be made up, and with it what waits for the team if that is asked for."""
        return self.still_to_come + (self.sums["team_decides"] if with_team else 0)

    def add(self, miss: Miss, *, with_team: bool) -> None:
        """Add one miss."""
        if miss.disposition is None:
            return
        no_record = miss.reason == UNRECORDED
        self.sums["unrecorded" if no_record else "missed"] += miss.minutes
        self.sums[miss.disposition] += miss.minutes
        self.sums["made_up"] += miss.made_up
        self.sums["released"] += miss.released
        self.sums["overdue" if miss.status == "overdue" else "open"] += miss.open
        waiting = miss.open
        if with_team and miss.disposition == "team_decides":
            waiting += miss.minutes
        if waiting:
            self.oldest = min(self.oldest or miss.missed_on, miss.missed_on)
            self.by_reason[miss.reason] += waiting
            self.students.add(miss.student_id)
        if miss.status == "open" and miss.due_by is not None:
            self.next_deadline = min(self.next_deadline or miss.due_by, miss.due_by)

    @property
    def hours(self) -> float:
        """The hours still to be made up, and waiting for the team where that was asked for, to two decimals."""
        return round(sum(self.by_reason.values()) / MINUTES, 2)

    def as_dict(self, by: By) -> dict[str, Any]:
        """Return the line as JSON and CSV print it."""
        names = ("student_id", "service_type") if by == "student" else (NAME_OF[by],)
        return {
            **dict(zip(names, self.key, strict=True)),
            **{name: self.sums[name] for name in SUMS},
            "oldest_miss": self.oldest.isoformat() if self.oldest else None,
            "next_deadline": self.next_deadline.isoformat() if self.next_deadline else None,
            "by_reason": dict(sorted(self.by_reason.items(), key=lambda pair: (-pair[1], pair[0]))),
            "hours": self.hours,
            "students": len(self.students),
        }
