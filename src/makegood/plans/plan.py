"""What a plan says: sessions, minutes not planned and why, how good it is, and the price of the rest."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Literal

from makegood.plans.instance import Session

Why = Literal["missing_data", "no_provider", "no_open_time", "deadline", "limit", "providers_full", "not_found"]
"""Why a minute is not planned, as a director can act on it.

`missing_data`: the records lack a row, which `detail` names; `no_provider`: nobody with the credential has any time
for make-ups in these weeks; `no_open_time`: the student has no open time that overlaps theirs, or their other make-ups
take all of it; `deadline`: time that overlaps comes only after the deadline, and goes to minutes that can still be in
time; `limit`: a limit, which `detail` names; `providers_full`: everybody with the credential is full; `not_found`:
there still is a place, but the planner found none in the time it had.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplanned:
    """Minutes of a miss that no session settles.

    Attributes:
        why: One reason.
        detail: A sentence with figures for a director.
        decided: False while the IEP team has not said whether they are owed.
    """

    student_id: str
    service_id: str
    service_type: str
    session_id: str | None
    missed_on: dt.date
    minutes: int
    why: Why
    detail: str
    decided: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The plan in figures, all in minutes but the last three.

    Attributes:
        owed: Open minutes that were to be planned.
        planned: Those that sessions settle, pinned ones included.
        in_time: Those of them settled on or before their deadline, or without a deadline.
        bound: No plan can settle more than this; never under `planned`.
        in_time_bound: No plan can settle more than this in time.
        worst_open_share: The largest share of one student's owed minutes that stays open, 0 to 1.
        seconds: How long it took.
        verified: Whether the verifier found nothing against it.
    """

    owed: int
    planned: int
    in_time: int
    bound: int
    in_time_bound: int
    worst_open_share: float
    seconds: float
    verified: bool


Rate = Literal["contractor", "staff"]
"""Whose hourly cost a price reckons with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a contractor would take to settle the rest at one school.

    Attributes:
        hours: Hours of sessions that would settle it, in hundredths at most.
        cost: In whole cents, or None where no hourly cost is known.
        minutes: Owed minutes that these hours settle.
        rate: Whose hourly cost that is: a contractor's, or where none is known the own staff's.
    """

    school_id: str
    service_type: str
    hours: float
    cost: int | None
    minutes: int
    rate: Rate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan that was verified against the facts that it was made from.

    Attributes:
        as_of: The day of the account that it was made from, or None where nobody said.
    """

    sessions: tuple[Session, ...]
    unplanned: tuple[Unplanned, ...]
    summary: Summary
    cover: tuple[Cover, ...]
    as_of: dt.date | None = None

    @property
    def helped(self) -> frozenset[str]:
        """The students who have a make-up in it."""
        return frozenset(each.student_id for session in self.sessions for each in session.students)

    def with_summary(self, **figures: Any) -> "Plan":
        """Return the plan with some figures of its summary replaced."""
        return replace(self, summary=replace(self.summary, **figures))
