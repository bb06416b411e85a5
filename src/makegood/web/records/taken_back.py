"""Rows of the log that were taken back to be noted again, and that no slot of the schedule would show.

A slot of which a row is taken back is in the day again, with nothing on record. A row that is in no slot, such as one
of a log that was brought in without its schedule, would be gone from every page: nobody could note it again.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from makegood.records import Records
from makegood.web.records.models import MODELS
from makegood.web.records.versions import gone, holding
from makegood.web.typed import clock_in, minutes_in

TO_NOTE: Final = "taken back, to be noted again"
"""Why such a row was taken back. Any other reason says that nothing is left to be noted."""
NO_SESSION: Final = "taken back: there was no such session"
NOT_MARKED: Final = "taken back: the day is not marked"
"""Why the mark of a day in a month's list was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A session to be noted again.

    Attributes:
        ref: The random id of the row that was taken back.
        start_time: Minutes after midnight; None if the row did not say.
        minutes: How long it was planned to last.
        provider_id: Who was to give it.
    """

    ref: str
    service_id: str
    date: dt.date
    start_time: int | None
    minutes: int
    provider_id: str | None


def taken_back(records: Records, students: Collection[str], first: dt.date | None, last: dt.date) -> list[TakenBack]:
    """Return the sessions of some students that are to be noted again, in the order in which they were taken back.

    Args:
        records: Records that hold these students' services.
        students: Their student_ids.
        first: The first day; None from the beginning.
        last: The last day.
    """
    model, table = MODELS["sessions"], records.services
    services = [id_ for id_, student in zip(table.service_id, table.student_id, strict=True) if student in students]
    rows: Any = gone(model)
    rows = rows.filter(entered_why=TO_NOTE, service_id__in=services, date__lte=last.isoformat())
    if first is not None:
        rows = rows.filter(date__gte=first.isoformat())
    places = records.services.index()
    found = [row for row in rows.order_by("entry") if row.service_id in places]
    later: Any = holding(model).filter(service_id__in={row.service_id for row in found})
    noted = [
        (row.entry, row.service_id, row.date, row.start_time)
        for row in later.filter(date__in={row.date for row in found})
    ] if found else []  # fmt: skip
    return [
        TakenBack(
            ref=row.ref,
            service_id=row.service_id,
            date=dt.date.fromisoformat(row.date),
            start_time=clock_in(row.start_time or ""),
            minutes=_planned(records, places[row.service_id], row),
            provider_id=row.provider_id or records.services.provider_id[places[row.service_id]],
        )
        for row in found
        if not any(_answers(row, each) for each in noted)
    ]


def _answers(row: Any, noted: tuple[int, str, str, str | None]) -> bool:
    """Return whether what was noted later is about a session that was taken back."""
    entry, service_id, date, start = noted
    same_time = start == row.start_time or not start or not row.start_time
    return entry > row.entry and (service_id, date) == (row.service_id, row.date) and same_time


def _planned(records: Records, place: int, row: Any) -> int:
    planned = minutes_in(row.minutes_planned or "") or records.services.length(place)
    return planned or minutes_in(row.minutes_delivered) or records.services.minutes[place] or 0
