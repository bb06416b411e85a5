"""What an explanation is asked about: a row of the log, or a service's day that has no row."""

import datetime as dt

from makegood.ledger import Ledger, Miss
from makegood.records import Records


def student_of(records: Records, asked: str) -> str | None:
    """Return the child whose session or service is asked about, or None if the records have neither."""
    sessions, services = records.sessions, records.services
    place = sessions.index().get(asked)
    service_id = sessions.service_id[place] if place is not None else service_and_day(records, asked)[0]
    if service_id is None:
        return None
    return services.student_id[services.index()[service_id]]


def service_and_day(records: Records, asked: str) -> tuple[str | None, dt.date | None]:
    """Return the service and day of SERVICE_ID:DATE, or None twice."""
    service_id, _, written = asked.rpartition(":")
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        return None, None
    return (service_id, day) if service_id in records.services.service_id else (None, None)


def misses_on(ledger: Ledger, service_id: str, day: dt.date) -> list[Miss]:
    """Return a service's misses of a day that have no row: inferred gaps and unrecorded minutes."""
    return [
        miss
        for miss in ledger.misses
        if miss.service_id == service_id and miss.missed_on == day and miss.session_id is None
    ]
