"""The rows that concern some students, of every table."""

from collections.abc import Mapping

from makegood.intake.concerns.log import LogChoice
from makegood.intake.concerns.tables import PERSONAL, Choice
from makegood.intake.dates import DateOrder
from makegood.intake.raw import RawTable

__all__ = ["PERSONAL", "concerned"]


def concerned(raw: Mapping[str, RawTable], students: frozenset[str], order: DateOrder) -> dict[str, set[int]]:
    """Return, by table, the places of the records that concern some students.

    Args:
        raw: The tables that are there, of those in `PERSONAL`.
        students: The students' ids.
        order: How slashed dates are meant.

    Raises:
        csv.Error: If a file cannot be split into cells.
    """
    choice = Choice(raw, students)
    own = choice.services()
    for table in ("student_absences", "awards", "notices", "requests", "family_notes"):
        choice.of_students(table)
    choice.of_services("schedule", own)
    choice.pinned(own)
    log = LogChoice(raw.get("sessions"), choice.sure["services"], own, order)
    for table in ("notices", "pinned"):
        log.add(choice.cells(table, "session_id"))
    for table in ("determinations", "offers", "signatures"):
        log.add(choice.of_sessions(table, log))
    choice.places["sessions"] = log.places
    choice.what_is_named(log.services(), log.awards())
    return {table: places for table, places in choice.places.items() if table in raw}
