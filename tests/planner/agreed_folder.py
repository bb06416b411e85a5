"""A small folder with open minutes, time to make them up, and room for agreed make-ups."""

import datetime as dt
from pathlib import Path

from tests.statements.small_folder import house, read, write

from makegood.ledger import Ledger
from makegood.planner.gather import gather
from makegood.plans.instance import Instance
from makegood.records import Records
from makegood.terms.findings import Finding

AS_OF = "2026-10-04"
FIRST, LAST = dt.date(2026, 10, 5), dt.date(2026, 10, 16)
PACK = house(
    "{reasons: {provider_absent: {disposition: owed, make_up_within: {n: 60, unit: calendar_days}, source: us},"
    " student_absent: {disposition: not_owed, source: us},"
    " assessment: {disposition: team_decides, source: us}}}"
)
TABLES = {
    "terms": "calendar_id kind start end\nCAL year 2026-08-31 2027-06-04",
    "schools": "school_id name\nE East\nW West",
    "students": "student_id school_id policy_id grade\n"
    "S-1 E house 3\nS-2 E house 3\nS-3 W house K\nS-4 E house 4\nS-5 W house 5",
    "providers": "provider_id service_types school_id employer hourly_cost\n"
    "P1 Speech;ot E district 60.00\nP2 speech W - -\nP3 - - - -",
    # Four weeks, all closed on 4 October; D and F begin after that and have slots only.
    "services": "service_id student_id service_type minutes per delivery group_max provider_id start end\n"
    "A S-1 speech 30 week group 3 P1 2026-09-07 2026-10-02\n"
    "B S-2 speech 30 week group - P1 2026-09-07 2026-10-02\n"
    "C S-3 speech 30 week individual 2 P2 2026-09-07 2026-10-02\n"
    "D S-4 ot 30 week individual - P1 2026-10-05 2027-06-04\n"
    "F S-5 ot 30 week individual - P3 2026-10-05 2027-06-04",
    "schedule": "service_id weekday start_time minutes provider_id from until\n"
    "D Monday 09:00 30 - 2026-10-12 -\nF Monday 09:00 30 - 2026-10-05 -",
    # A: 30 minutes of 8 September and 30 of 15 September are owed, C: 20 of 8 September. B's wait for the team.
    "sessions": "session_id service_id date minutes_delivered reason kind makeup_for\n"
    "A1 A 2026-09-08 0 provider_absent - -\nA2 A 2026-09-15 0 provider_absent - -\n"
    "A3 A 2026-09-22 30 - - -\nA4 A 2026-09-29 30 - - -\n"
    "B1 B 2026-09-08 0 assessment - -\nB2 B 2026-09-15 30 - - -\nB3 B 2026-09-22 30 - - -\nB4 B 2026-09-29 30 - - -\n"
    "C1 C 2026-09-08 10 provider_absent - -\nC2 C 2026-09-15 30 - - -\nC3 C 2026-09-22 30 - - -\n"
    "C4 C 2026-09-29 30 - - -\n",
    "availability": "provider_id weekday date start end school_id\nP1 Monday - 13:00 15:00 -\n"
    "P1 Tuesday - 13:00 15:00 -\n"
    "P1 - 2026-10-10 09:00 11:00 E\nP1 - 2026-12-05 09:00 11:00 E\nP2 Monday - 13:00 14:00 W",
    "bell": "school_id weekday start end\n"
    + "\n".join(f"{school} {day} 08:00 15:00" for school in "EW" for day in ("Monday", "Tuesday")),
}
PINNED = "pinned_id date start minutes school_id provider_id student_id service_id session_id missed_on settles\n"
OFFERS = "offer_id session_id date response\n"
AGREED = PINNED + "M1 2026-10-05 13:00 30 E P1 S-1 A A1 2026-09-08 30"
"""On the first Monday S-1 makes up A1 with P1."""


def folder(path: Path, **tables: str) -> Path:
    """Write the folder; tables given take the place of its own."""
    return write(path, PACK, **(TABLES | tables))


def accounted(path: Path, as_of: str = AS_OF, **tables: str) -> tuple[Records, Ledger]:
    """Write the folder, read it and account for it."""
    return read(path, as_of, PACK, **(TABLES | tables))


def gathered(
    path: Path, as_of: str = AS_OF, *, with_team: bool = False, first: dt.date = FIRST, **tables: str
) -> tuple[Instance, list[Finding]]:
    """Write the folder, and gather what a plan is made from."""
    records, ledger = accounted(path, as_of, **tables)
    return gather(records, ledger, first, LAST, with_team=with_team)


def with_sessions(*rows: str) -> str:
    """Return the log with more rows."""
    return TABLES["sessions"] + "\n".join(rows)


def open_of(instance: Instance) -> dict[str | None, int]:
    """Return the minutes to plan by missed session."""
    return {miss.session_id: miss.minutes for miss in instance.misses}
