"""Tables of what the IEP promises: services and their weekly slots."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from makegood.records.column import Table, column
from makegood.terms.accounts import PERS, PLANS


@dataclass(frozen=True, slots=True, kw_only=True)
class Services(Table):
    """The IEP's promises, one line each."""

    NAME: ClassVar[str] = "services"
    SAYS: ClassVar[str] = (
        "Each service line of each IEP. Either copy the IEP's own words into 'mandate', or fill in "
        "minutes, per and (if it is not one) sessions. When an IEP is amended, end the old line "
        "and add a new one."
    )

    service_id: list[str] = column("id", "A number for this line.", key=True, example="SV001")
    student_id: list[str] = column("id", "The student.", needed=True, refers="students", example="004217")
    service_type: list[str] = column(
        "text",
        "speech, occupational_therapy, ... as you call it, always the same.",
        needed=True,
        example="speech",
    )
    mandate: list[str | None] = column("text", "The IEP's own words.", example="2 x 30 min weekly")
    minutes: list[int | None] = column("count", "Minutes of one session (or of the whole period).")
    per: list[str | None] = column("text", "How often they fall due.", choices=PERS)
    sessions: list[int | None] = column(
        "count", "Sessions in each period. Blank: the minutes are a total for the period, however they are given."
    )
    every: list[int] = column("count", "Blocks of this many weeks, months or days of school; blank is 1.", blank=1)
    session_minutes: list[int | None] = column(
        "count", "How long one session is meant to last, where the promise is a total.", example="30"
    )
    esy: list[bool] = column("yes_no", "yes for a summer (extended school year) service.", blank=False)
    delivery: list[str | None] = column("text", "individual, group, consult ...", example="group")
    group_max: list[int | None] = column("count", "Most students in a group (1: individual).", example="3")
    setting: list[str | None] = column("text", "Where the IEP says it is given.", example="speech room")
    provider_id: list[str | None] = column("id", "Who usually gives it.", refers="providers", example="P01")
    school_id: list[str | None] = column(
        "id", "Only if it is held at another school than the student's.", refers="schools"
    )
    start: list[dt.date | None] = column("date", "First day; blank is the school year's first.", example="2026-08-24")
    end: list[dt.date | None] = column("date", "Last day; blank is the school year's last.", example="2027-06-04")
    source: list[str | None] = column("text", "Which IEP it comes from.", example="IEP of 2026-05-11")
    goals: list[str | None] = column(
        "text", "A word for what it works on; only services with the same word are scheduled together."
    )
    plan: list[str] = column("text", "Which kind of plan promises it; blank is iep.", choices=PLANS, blank="iep")

    def whole(self, place: int) -> int:
        """Return the minutes that fall due in a whole period (N): minutes x sessions, which is 1 if blank."""
        return (self.minutes[place] or 0) * (self.sessions[place] or 1)

    def length(self, place: int) -> int | None:
        """Return how long one session is meant to be, in minutes; None if the promise is a total."""
        own = self.session_minutes[place]
        return (self.minutes[place] or 0) if own is None and self.sessions[place] is not None else own


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Table):
    """The weekly slots in which services are to be given."""

    NAME: ClassVar[str] = "schedule"
    SAYS: ClassVar[str] = (
        "Optional: the weekly slots. A slot on which nothing is logged then shows as a gap, labelled as inferred."
    )

    service_id: list[str] = column("id", "The service.", needed=True, refers="services", example="SV001")
    weekday: list[int | None] = column("weekday", "Monday, Tuesday, ...", example="Monday")
    cycle_day: list[int | None] = column("count", "Instead of a weekday: the day of the cycle (A and B are 1 and 2).")
    cycle: list[int | None] = column("count", "How many school days the cycle has (A and B days: 2).")
    start_time: list[int] = column("time", "When it begins.", needed=True, example="09:30")
    minutes: list[int] = column("count", "How long it is.", needed=True, example="30")
    provider_id: list[str | None] = column("id", "Who gives it.", refers="providers", example="P01")
    # `from` is a word of Python's own, so the column's field bears another name.
    from_: list[dt.date | None] = column("date", "First day of this slot.", example="2026-08-24")
    until: list[dt.date | None] = column("date", "Last day of this slot.")
    every: list[int] = column(
        "count", "Only in each so-many-th week, the week of 'from' (else of the service's start) first.", blank=1
    )
