"""How many sessions of a day are on record as given or signed: who closes the day should know."""

import datetime as dt
from typing import Any

from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


def given_or_signed(calendar_id: str, day: dt.date) -> int:
    """Return how many sessions of a day are on record as given, or are signed, at the schools that keep a calendar."""
    kept = {"calendar_id": calendar_id}
    schools = set(holding(MODELS["schools"]).filter(**kept).values_list("school_id", flat=True))
    students: Any = holding(MODELS["students"])
    of_student: dict[str, tuple[str | None, str | None]] = {
        id_: (school, calendar)
        for id_, school, calendar in students.values_list("student_id", "school_id", "calendar_id")
    }
    rows: Any = holding(MODELS["sessions"]).filter(date=day.isoformat())
    found = list(rows.only("session_id", "service_id", "minutes_delivered", "corrects"))
    services: Any = holding(MODELS["services"]).filter(service_id__in={row.service_id for row in found})
    there = set()
    for service, student, school in services.values_list("service_id", "student_id", "school_id"):
        at, own = of_student.get(student, (None, None))
        # A student's own calendar goes before the one of the school.
        if own == calendar_id if own else (school or at) in schools:
            there.add(service)
    corrected = {row.corrects for row in found}
    last = [row for row in found if row.service_id in there and row.session_id not in corrected]
    signatures: Any = holding(MODELS["signatures"]).filter(session_id__in=[row.session_id for row in last])
    signed = set(signatures.values_list("session_id", flat=True))
    return sum(row.minutes_delivered not in {None, "", "0"} or row.session_id in signed for row in last)
