"""The days on which a child's slots lie: a session that nobody noted can be supposed on these and on no other."""

import datetime as dt
from collections.abc import Mapping

from makegood.calendars import day_number
from makegood.ledger import log_of
from makegood.records import Records


def slot_days(
    records: Records, student_id: str, first: dt.date, last: dt.date
) -> Mapping[str, frozenset[dt.date] | None]:
    """Return the days of school with a slot, from one day to another, for each service of a child.

    Args:
        records: Records without errors, the child's at least.
        student_id: The child.
        first: The first day that is looked at.
        last: The last one.

    Returns:
        By service_id; None for a service that the schedule does not have at all.
    """
    log = log_of(records, last)
    span = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    found: dict[str, frozenset[dt.date] | None] = {}
    for place, id_ in enumerate(records.services.service_id):
        if records.services.student_id[place] != student_id:
            continue
        facts = log.services.of(place)
        slots = log.slots.of(facts) if facts is not None else ()
        found[id_] = (
            frozenset(
                day for day in span if facts.is_school_day(day_number(day)) and log.slots.on(facts, day_number(day))
            )
            if facts is not None and slots
            else None
        )
    return found
