"""A named check, and which cells it needs to be able to say anything."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Alike, Finding

Run = Callable[[Facts], Iterable[Finding | Alike]]

COUNTING: Final = ("sessions.session_id", "sessions.corrects")
"""What says which rows of the log count."""
KIND: Final = ("sessions.kind", "sessions.makeup_for", "sessions.award_id")
"""What says of which kind a session is."""
SERVICE: Final = ("sessions.service_id", "services.service_id")
"""What says of which service a session is."""
OWNER: Final = (*SERVICE, "services.student_id", "services.service_type")
"""What says whose session it is."""
KEPT: Final = (
    "students.student_id",
    "students.school_id",
    "students.calendar_id",
    "students.grade",
    "schools.school_id",
    "schools.calendar_id",
    *(f"terms.{name}" for name in ("calendar_id", "name", "kind", "start", "end")),
    *(f"calendar.{name}" for name in ("calendar_id", "date", "kind", "until", "label", "grades", "cycle_day")),
)
"""What says which calendar a student keeps, and what is in it."""
SERVED: Final = ("services.service_id", "services.student_id", "services.school_id", *KEPT)
"""What says which calendar a service keeps."""
DATES: Final = (*SERVED, "services.esy", "services.start", "services.end")
"""What says from when to when a service runs."""
CALENDARS: Final = ("terms", "calendar")
HOLDS: Final = (*DATES, "services.per", "students.policy_id", "schools.policy_id")
"""What says where and when a service is held, under which policy."""
SLOTS: Final = tuple(
    f"schedule.{name}"
    for name in (
        "service_id", "weekday", "cycle_day", "cycle", "start_time", "minutes", "provider_id", "from", "until", "every"
    )
)  # fmt: skip
"""What says when a service is to be given."""
PLANNED: Final = (
    *COUNTING,
    *KIND,
    *OWNER,
    *HOLDS,
    *SLOTS,
    *(f"sessions.{name}" for name in ("date", "start_time", "minutes_delivered", "minutes_planned", "reason")),
    *(f"services.{name}" for name in ("minutes", "sessions", "every", "session_minutes")),
)
"""What says how long a session was planned to last."""
AWAY: Final = (
    "sessions.provider_id",
    "services.provider_id",
    *(f"student_absences.{name}" for name in ("student_id", "date", "until", "kind")),
    *(f"provider_absences.{name}" for name in ("provider_id", "date", "until", "kind")),
)
"""What says who was away when."""


@dataclass(frozen=True)
class Check:
    """One kind of finding, or a few that belong together.

    Attributes:
        run: Yields the findings; its docstring says what it points out.
        reads: The columns that it reads, by table. It is asked only about rows in which these could be read.
        whole: The tables in which it looks for what is not there: it says nothing while one of the cells that it reads
            there could not be read.
    """

    run: Run
    reads: dict[str, frozenset[str]]
    whole: tuple[str, ...]


def check(*reads: str, whole: tuple[str, ...] = ()) -> Callable[[Run], Check]:
    """Declare a check by the columns that it reads, each as `table.column`."""
    columns: defaultdict[str, set[str]] = defaultdict(set)
    for one in reads:
        table, name = one.split(".")
        columns[table].add(name)
    return lambda run: Check(run, {table: frozenset(names) for table, names in columns.items()}, whole)
