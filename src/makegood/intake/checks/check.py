"""A named check, and which cells it needs to be able to say anything."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding

Run = Callable[[Facts], Iterable[Finding]]

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
    *(f"calendar.{name}" for name in ("calendar_id", "date", "kind", "until", "label", "grades")),
)
"""What says which calendar a student keeps, and what is in it."""
SERVED: Final = ("services.service_id", "services.student_id", *KEPT)
"""What says which calendar a service keeps."""
DATES: Final = (*SERVED, "services.start", "services.end")
"""What says from when to when a service runs."""
CALENDARS: Final = ("terms", "calendar")


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
