"""Slots of the schedule of which nothing is on record: no row, no closed day, nobody known to be away."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from makegood.calendars import date_of, day_number
from makegood.ledger import log_of
from makegood.log import empty_slots
from makegood.records import Records
from makegood.terms.reasons import UNRECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingOnRecord:
    """A slot with nothing on record.

    Attributes:
        start_time: Minutes after midnight.
        minutes: How long it was planned to last.
        provider_id: Who was to give it, if that is named.
    """

    student_id: str
    service_id: str
    service_type: str
    school_id: str | None
    date: dt.date
    start_time: int
    minutes: int
    provider_id: str | None


def nothing_on_record(records: Records, as_of: dt.date, first: dt.date | None = None) -> Sequence[NothingOnRecord]:
    """Return the slots from a day up to another of which nothing is on record, in order of day and time.

    Args:
        records: Records without errors.
        as_of: The last day.
        first: The first day; None from the beginning.
    """
    services, log, last = records.services, log_of(records, as_of), day_number(as_of)
    school = dict(zip(records.students.student_id, records.students.school_id, strict=True))
    found = [
        NothingOnRecord(
            student_id=services.student_id[slot.service],
            service_id=services.service_id[slot.service],
            service_type=services.service_type[slot.service],
            school_id=services.school_id[slot.service] or school.get(services.student_id[slot.service]),
            date=date_of(slot.day),
            start_time=slot.start_time,
            minutes=slot.minutes,
            provider_id=slot.provider or services.provider_id[slot.service],
        )
        for slot in empty_slots(log, range(len(services)), None if first is None else day_number(first))
        if slot.reason == UNRECORDED and slot.day <= last
    ]
    return sorted(found, key=lambda slot: (slot.date, slot.start_time, slot.student_id, slot.service_id))
