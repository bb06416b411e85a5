"""How much of each limit the plan has used."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from makegood.plans.instance import Limits, Session

Limit = Literal["student_day", "student_week", "provider_day", "provider_week"]
LIMITS: Final[tuple[Limit, ...]] = ("student_day", "student_week", "provider_day", "provider_week")


@dataclass(frozen=True, slots=True)
class Blocked:
    """A limit that leaves no room for a session on a day.

    Attributes:
        minutes: The limit.
        used: What the plan has used of it on that day or in that week.
    """

    limit: Limit
    minutes: int
    used: int


def monday(date: dt.date) -> dt.date:
    """Return the Monday of a date's week."""
    return date - dt.timedelta(days=date.weekday())


class Used:
    """Minutes of make-ups by student and provider, by day and week."""

    def __init__(self, limits: Limits, sessions: Sequence[Session]) -> None:
        """Add up the plan; `sessions` holds the pinned ones too."""
        self.limits = limits
        self._used: dict[tuple[str, str, dt.date], int] = defaultdict(int)
        for session in sessions:
            for attends in session.students:
                self.add("student", attends.student_id, session.date, session.minutes)
            self.add("provider", session.provider_id, session.date, session.minutes)

    def add(self, who: Literal["student", "provider"], id_: str, date: dt.date, minutes: int) -> None:
        """Count a session that somebody attends or holds."""
        self._used[f"{who}_day", id_, date] += minutes
        self._used[f"{who}_week", id_, monday(date)] += minutes

    def left(self, limit: Limit, id_: str, date: dt.date) -> int | None:
        """Return the minutes that a limit still allows on a day, or None without such a limit."""
        most = getattr(self.limits, limit)
        if most is None:
            return None
        day = date if limit.endswith("_day") else monday(date)
        return int(most) - self._used.get((limit, id_, day), 0)

    def blocked(self, student_id: str, provider_id: str, date: dt.date, minutes: int) -> tuple[Blocked, ...]:
        """Return the limits that forbid a session of so many minutes."""
        found = []
        for limit in LIMITS:
            left = self.left(limit, student_id if limit.startswith("student") else provider_id, date)
            if left is not None and left < minutes:
                most = int(getattr(self.limits, limit))
                found.append(Blocked(limit, most, most - left))
        return tuple(found)
