"""What can be tried: each kind of change, with the keys that a what-if file gives it.

`from` and `until` are always days, both included; `start` and `end` are always times of the day.
"""

from dataclasses import dataclass
from typing import Final

from makegood.planner.what_if.keys import Cents, Day, Id, Ids, Seats, Time, Weekdays, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """Nobody is in a provider's place from one day to another; no days: for the whole plan."""

    provider: Id
    from_: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave(Vacancy):
    """A provider is on leave and nobody takes the place: it counts as a vacancy does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contractor:
    """One more person, on weekdays with school; no schools: at every school of these records."""

    service_types: Words
    weekdays: Weekdays
    start: Time
    end: Time
    schools: Ids | None = None
    from_: Day | None = None
    until: Day | None = None
    hourly_cost: Cents | None = None
    name: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teletherapy:
    """People who work over a screen: `seats` of them at once, each with an adult beside the student."""

    service_types: Words
    weekdays: Weekdays
    start: Time
    end: Time
    schools: Ids | None = None
    from_: Day | None = None
    until: Day | None = None
    hourly_cost: Cents | None = None
    seats: Seats = 1
    name: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LongerDay:
    """Time after the last bell on the days with school of one school, for these providers, up to `end`."""

    school: Id
    end: Time
    providers: Ids | None = None
    service_types: Words | None = None
    weekdays: Weekdays = (0, 1, 2, 3, 4)
    from_: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summer:
    """Time on some days for these providers, with or without school; the plan's span grows to their end."""

    from_: Day
    until: Day
    weekdays: Weekdays
    start: Time
    end: Time
    providers: Ids | None = None
    service_types: Words | None = None
    school: Id | None = None


What = Vacancy | Leave | Contractor | Teletherapy | LongerDay | Summer

KINDS: Final[dict[str, type[What]]] = {
    "vacancy": Vacancy,
    "leave": Leave,
    "contractor": Contractor,
    "longer_day": LongerDay,
    "summer": Summer,
    "teletherapy": Teletherapy,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, and where it stands.

    Attributes:
        file: The file's name, for findings.
        row: The line of the file.
    """

    what: What
    file: str = "what-if"
    row: int | None = None

    @property
    def kind(self) -> str:
        """What a file calls this kind of change."""
        return next(word for word, kind in KINDS.items() if type(self.what) is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Changes that are tried together."""

    name: str
    changes: tuple[Change, ...]
