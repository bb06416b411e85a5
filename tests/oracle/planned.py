"""How long a row was planned to last (L1)."""

from collections import Counter

from tests.oracle.promise import Period, Service
from tests.oracle.record import Log, by_day, kind_of
from tests.oracle.slots import slots_on
from tests.oracle.tables import Row, clock, folded, number, sure_day, text


def planned(row: Row, service: Service, period: Period, log: Log, family: list[Service]) -> tuple[int, str]:
    """Return the minutes planned, and which source tells them.

    `family` are the student's services of this one's type, itself among them.
    """
    delivered = number(row, "minutes_delivered", 0)
    said = number(row, "minutes_planned", 0)
    if text(row, "minutes_planned") and (said > 0 or delivered > 0):
        return said, "row"
    slots = slots_on(service, sure_day(row, "date"))
    begins = clock(text(row, "start_time"))
    at_that_time = [slot for slot in slots if begins is not None and clock(text(slot, "start_time")) == begins]
    for slot in at_that_time or slots:
        return number(slot, "minutes", 0), "slot"
    if text(service.row, "session_minutes"):
        return number(service.row, "session_minutes", 0), "service"
    if text(service.row, "sessions"):
        return service.minutes, "service"
    # The promise is a total.
    if delivered and not text(row, "reason"):
        return delivered, "usual"
    return _usual(row, service, period, log, family), "usual"


def family_of(service: Service, services: list[Service]) -> list[Service]:
    """Return the services of the same student and type."""
    return [other for other in services if same_family(service, other)]


def same_family(one: Service, other: Service) -> bool:
    """Tell whether two services are one student's and of one type."""
    return (one.student_id, folded(one.service_type)) == (other.student_id, folded(other.service_type))


def _usual(row: Row, service: Service, period: Period, log: Log, family: list[Service]) -> int:
    ids = {other.service_id for other in family}
    plain = [
        other
        for other in log.rows
        if text(other, "service_id") in ids
        and kind_of(other) == "regular"
        and not text(other, "reason")
        and number(other, "minutes_delivered", 0) > 0
    ]
    on = sure_day(row, "date")
    so_far = Counter(number(other, "minutes_delivered", 0) for other in plain if sure_day(other, "date") <= on)
    if so_far:
        return max(so_far, key=lambda minutes: (so_far[minutes], minutes))
    later = [other for other in plain if on < sure_day(other, "date") <= period.last]
    if later:
        return number(min(later, key=by_day), "minutes_delivered", 0)
    return service.minutes
