"""One week of a provider, of what nobody is named for, or of a service at a school."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

WEEK_COLUMNS: Final = (
    "provider_id", "school_id", "service_type", "week", "school_days", "promised", "needed", "nobody_there",
    "waiting", "free", "overdue", "holds", "too_few", "state",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One provider in one week, or what nobody is named for at one school; all in minutes.

    Attributes:
        provider_id: Who; None where nobody is named, and only then school_id and service_type are given.
        days: How many days of the week have school, for anybody whom the line is about.
        away: On how many of them the provider is known to be away.
        promised: What the IEPs promise their students in this week.
        needed: The provider's time for it; a group that shares a slot counts once.
        nobody_there: What of `needed` nobody is there for.
        waiting: Make-ups that wait when the week begins, if all free time before it went to them.
        free: The provider's time for make-ups.
        overdue: What of `waiting` is past its deadline when the week ends, if all free time went to them.
    """

    provider_id: str | None
    school_id: str | None
    service_type: str | None
    monday: dt.date
    days: int
    away: int
    promised: int
    needed: int
    nobody_there: int
    waiting: int
    free: int
    overdue: int

    @property
    def too_few(self) -> int:
        """How many minutes the week lacks."""
        return self.nobody_there + self.overdue

    @property
    def holds(self) -> bool:
        """Whether somebody is there for each regular session, and each make-up fits that must be held by now."""
        return not self.too_few

    @property
    def state(self) -> str:
        """The week in a few words."""
        why = []
        if self.nobody_there and self.provider_id is None:
            why.append("nobody named")
        elif self.nobody_there:
            why.append("away all week" if self.away == self.days else f"away {self.away} of {self.days} days")
        if self.overdue:
            why.append("make-ups overdue")
        return " and ".join(why) or ("holds" if self.days else "no school")

    def as_dict(self) -> dict[str, Any]:
        """Return the week as JSON and CSV print it, by `WEEK_COLUMNS`."""
        figures = (
            self.provider_id, self.school_id, self.service_type, self.monday.isoformat(), self.days, self.promised,
            self.needed, self.nobody_there, self.waiting, self.free, self.overdue, self.holds, self.too_few,
            self.state,
        )  # fmt: skip
        return dict(zip(WEEK_COLUMNS, figures, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """One type of service at one school over all weeks; minutes as in `Week`.

    Attributes:
        waiting: Make-ups that wait now.
        cannot_hold: The weeks, by their Mondays, that cannot hold what is promised and owed here.
    """

    school_id: str
    service_type: str
    promised: int
    needed: int
    nobody_there: int
    waiting: int
    cannot_hold: tuple[dt.date, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the line as JSON prints it."""
        return {
            "school_id": self.school_id,
            "service_type": self.service_type,
            "promised": self.promised,
            "needed": self.needed,
            "nobody_there": self.nobody_there,
            "waiting": self.waiting,
            "cannot_hold": [monday.isoformat() for monday in self.cannot_hold],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What is promised, owed and free.

    Attributes:
        first: The first day that counts.
        last: The last.
        weeks: By provider and week; what nobody is named for comes last.
        services: By school and service type.
    """

    first: dt.date
    last: dt.date
    weeks: tuple[Week, ...]
    services: tuple[ServiceLine, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON prints them."""
        return {
            "from": self.first.isoformat(),
            "until": self.last.isoformat(),
            "weeks": [week.as_dict() for week in self.weeks],
            "services": [line.as_dict() for line in self.services],
        }
