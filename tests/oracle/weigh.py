"""What a period promises and what falls due in it, in minutes (L2)."""

from datetime import timedelta
from fractions import Fraction
from math import floor

from tests.oracle.promise import Period, Service
from tests.oracle.slots import falls_on, in_force
from tests.oracle.tables import Row, days_between, number


def promised_and_due(service: Service, period: Period, short_period: str) -> tuple[int, int]:
    """Return a period's promised and due minutes."""
    n = service.minutes * service.sessions
    by_days = short_period == "by_school_days"
    weights = _weights(service, period) if _weighs(service, period, by_days=by_days) else None
    if weights:
        w, v, f = weights
        held = bool(period.school_days)  # `full` asks for any school day, unweighed
    else:
        w, v = len(period.w_days), len(period.v_days)
        f = min(len(period.school_days), v)
        held = f > 0
    if w == 0:
        return 0, 0
    promised = half_up(Fraction(n * v, w))
    if by_days:
        return promised, half_up(Fraction(n * f, w))
    return promised, promised if held else 0


def half_up(exact: Fraction) -> int:
    """Round to the nearest minute, half up."""
    return floor(exact + Fraction(1, 2))


def _weighs(service: Service, period: Period, *, by_days: bool) -> bool:
    if service.per not in ("week", "month") or not service.slots:
        return False
    return by_days or len(period.v_days) < len(period.weekdays)


def _weights(service: Service, period: Period) -> tuple[int, int, int] | None:
    """Return W, V and F in the slots' minutes; None where W has no weight, so days count alike."""
    slots = _slots_that_weigh(service, period)
    in_terms, own, school_days = service.term_days, service.own_days, service.school_days
    w = v = f = 0
    for on in days_between(period.first, period.last):
        weight = sum(number(slot, "minutes", 0) for slot in slots if falls_on(slot, service, on))
        w += weight
        if on in in_terms and on in own:
            v += weight
            weekend = on.weekday() > 4 and on not in service.school.closed
            if on in school_days or weekend:
                f += weight
    return (w, v, f) if w else None


def _slots_that_weigh(service: Service, period: Period) -> list[Row]:
    # Those in force on some day of the service in the period; if there are none, those that
    # come into force within 14 days after it.
    now, soon = [], []
    after = period.last + timedelta(days=14)
    for slot in service.slots:
        first, last = in_force(slot, service)
        if first <= last and first <= period.last and period.first <= last:
            now.append(slot)
        if first <= last and period.last < first <= after:
            soon.append(slot)
    return now or soon
